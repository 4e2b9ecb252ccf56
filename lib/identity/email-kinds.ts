const roleNames = new Set(
  `abuse accounting accounts admin administrator billing booking bookings career careers compliance
  contact contactus customercare customerservice enquiries enquiry finance feedback frontdesk hello
  help helpdesk hi hostmaster hr info inquiries invoice invoices it jobs kontakt legal mail
  mailer-daemon marketing media newsletter no-reply no.reply no_reply noreply do-not-reply
  donotreply notifications office ops orders payments postmaster press privacy purchasing reception
  recruiting reservations root rsvp sales security service shop staff support team tech
  webmaster welcome`.split(/\s+/),
);

/** Mailboxes that anybody may open, or that last for minutes. */
const disposableDomains = new Set(
  `10minutemail.com 20minutemail.com discard.email dispostable.com dropmail.me emailondeck.com
  fakeinbox.com getnada.com guerrillamail.com guerrillamail.net guerrillamail.org inboxkitten.com
  mailcatch.com maildrop.cc mailinator.com mailinator.net mailnesia.com minutemailbox.com
  mohmal.com moakt.com mytemp.email nada.email sharklasers.com spam4.me spamgourmet.com temp-mail.io
  temp-mail.org tempail.com tempmail.com tempmailo.com throwawaymail.com trashmail.com trashmail.de
  trashmail.net yopmail.com yopmail.fr`.split(/\s+/),
);

/** Local parts that people type when a form insists. */
const placeholderNames = new Set(
  `a aa aaa abc asd asdf anonymous customer demo dummy email example fake foo guest guestuser me na
  n.a nobody noemail no-email nomail none no null qwerty test test1 test123 tester testing unknown
  undefined user username visitor x xx xxx xyz you your yourname youremail`.split(/\s+/),
);

/** Domains that belong to nobody who writes to a helpdesk. */
const placeholderDomains = new Set(
  `a.com aa.com abc.com asd.com asdf.com domain.com email.com fake.com foo.com mail.com na.com
  n.a none.com noemail.com nomail.com test.com test.de test.test testing.com unknown.com user.com
  x.com xx.com xxx.com yourdomain.com`.split(/\s+/),
);

/** True for an address that stands for a role rather than a human; it never links two contacts. */
export function isRoleAddress(email: string): boolean {
  const { local } = partsOf(email);
  return roleNames.has(local.split('+')[0] ?? '');
}

/** True for an address of a service that gives everybody the same or a passing mailbox. */
export function isDisposableAddress(email: string): boolean {
  const { domain } = partsOf(email);
  const labels = domain.split('.');
  return labels.some((_label, index) => disposableDomains.has(labels.slice(index).join('.')));
}

/** True for what is typed where an address is asked for and none is given: "test@test.com". */
export function isPlaceholderAddress(email: string): boolean {
  const { local, domain } = partsOf(email);
  // Reserved: no mail ever reaches it (RFC 2606).
  if (domain.endsWith('.invalid')) return true;
  if (!placeholderNames.has(local)) return false;
  return placeholderDomains.has(domain) || /^example\.(com|net|org)$/.test(domain);
}

/** True for an address that says nothing about which human it is. */
export function isGenericAddress(email: string): boolean {
  return isRoleAddress(email) || isDisposableAddress(email) || isPlaceholderAddress(email);
}

function partsOf(email: string): { local: string; domain: string } {
  const at = email.lastIndexOf('@');
  return { local: email.slice(0, at), domain: email.slice(at + 1) };
}

/** Whether an e-mail address belongs to one of these domains or to a part of one. */
export function isOwnAddress(email: string, ownDomains: readonly string[]): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return ownDomains.some((own) => domain === own || domain.endsWith(`.${own}`));
}
