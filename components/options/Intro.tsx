/** The first thing a new person reads. */
export function Intro() {
  return (
    <p className="mb-5 max-w-[92ch] text-pretty rounded-lg border border-line bg-sunken px-4 py-3 text-13 text-ink-soft">
      Connect the helpdesks you work in, and Deskside shows everything that happened with a customer
      in one timeline beside your chat. The keys you enter stay in this browser and go to no one but
      the helpdesk they belong to. Deskside reads, keeps notes and fills in replies: nothing is ever
      sent to your customers.
    </p>
  );
}
