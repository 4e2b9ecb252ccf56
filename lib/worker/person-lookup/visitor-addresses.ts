import { normaliseEmail } from '../../identity/email';
import { isOwnAddress } from '../../identity/email-kinds';
import { normalisePhone } from '../../identity/phone';
import { phoneCountryOf } from '../../identity/phone-country';
import { withPhoneKeys } from '../../identity/phone-keys';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { PageContext } from '../../model/page';
import { SEEN_BESIDE, seenBesideIn } from '../../storage/seen-beside';
import type { WorkerPorts } from '../ports';
import { connectionOfPage, type PageTab } from '../screens';
import { isAnotherVisitor } from './another-visitor';

/** This many of them are kept: as many agents as an account has at most. */
const mostKept = 200;

/** So many of the visitors beside whom an address was seen are remembered with it. */
const mostBeside = 5;

/**
 * What a page shows without addresses that are the team's and not the visitor's, on platforms where nothing
 * but the page tells them: those of the team's own domains, and those shown beside visitors of different
 * names. A visitor who got one before the second visitor was seen loses it again. Where all of them turn out
 * to be called the same, it was one visitor's. On other platforms the context is returned unchanged.
 */
export async function withVisitorsAddresses(
  ports: WorkerPorts,
  tab: PageTab,
  context: PageContext,
): Promise<PageContext> {
  const connection = await connectionOfPage(ports, tab.origin, context);
  if (connection === undefined) return context;
  const read = ports.definitionOf(connection.platform).contactFromPage;
  const contact = read?.(context, { connection, now: ports.now() });
  if (contact === undefined) return context;
  const { ownDomains = [], defaultRegion } = (await ports.peopleSettings?.()) ?? {};
  // As the contact is going to be stored: without its country a number would have no key here.
  const keyed = withPhoneKeys(contact, defaultRegion);
  const shared = await seenBesideSeveral(ports, connection, keyed, defaultRegion);
  const country = phoneCountryOf(contact, defaultRegion);
  const isVisitors = (key: string | undefined): boolean =>
    key === undefined || !(shared.has(key) || isOwnAddress(key, ownDomains));
  const { emails, phones } = context.hints;
  return {
    ...context,
    hints: {
      ...context.hints,
      emails: emails.filter((email) => isVisitors(normaliseEmail(email))),
      phones: phones.filter((phone) => isVisitors(normalisePhone(phone, country))),
    },
  };
}

async function seenBesideSeveral(
  ports: WorkerPorts,
  connection: Connection,
  contact: Contact,
  defaultRegion: string | undefined,
): Promise<ReadonlySet<string>> {
  const { database } = ports;
  const { connections, contacts } = database;
  return database.transaction('rw', connections, contacts, async () => {
    // Read here: another tab may have added to it.
    const kept = seenBesideIn((await connections.get(connection.id)) ?? connection);
    const known = new Map(kept);
    for (const [index, key] of [
      ...contact.emailKeys.map((key) => ['emailKeys', key] as const),
      ...contact.phoneKeys.map((key) => ['phoneKeys', key] as const),
    ]) {
      const beside = known.get(key);
      if (beside !== undefined) {
        if (await isOneVisitor(ports, contact, beside)) known.delete(key);
        continue;
      }
      const carriers = await contacts.where(index).equals(key).toArray();
      const others = carriers.filter((each) => isAnotherVisitor(each, contact));
      if (others.length === 0) continue;
      known.set(key, [contact, ...others].map(({ id }) => id).slice(0, mostBeside));
      // A contact that has it from the platform itself gets it again with the next answer.
      await contacts.bulkPut(
        others.map((each) => withPhoneKeys(without(each, key, defaultRegion), defaultRegion)),
      );
    }
    const fact = JSON.stringify([...known].slice(-mostKept));
    if (fact !== JSON.stringify([...kept])) {
      await connections
        .where('id')
        .equals(connection.id)
        .modify((row) => {
          row.facts[SEEN_BESIDE] = fact;
        });
    }
    return new Set(known.keys());
  });
}

/** The facts that hold whatever key the account has: they are about its visitors. */
export function factsOfVisitors({ facts }: Connection): Connection['facts'] {
  const seen = facts[SEEN_BESIDE];
  return seen === undefined ? {} : { [SEEN_BESIDE]: seen };
}

/** Whether all visitors beside whom an address was seen have names by now, which may be one person's. */
async function isOneVisitor(
  { database }: WorkerPorts,
  contact: Contact,
  beside: readonly string[],
): Promise<boolean> {
  const ids = beside.filter((id) => id !== contact.id);
  const stored = await database.contacts.bulkGet(
    ids.map((id): [string, string] => [contact.connectionId, id]),
  );
  const all = [contact, ...stored];
  return (
    ids.length > 0 &&
    all.every(
      (one) => one?.name !== undefined && !all.some((each) => each && isAnotherVisitor(one, each)),
    )
  );
}

function without(contact: Contact, key: string, defaultRegion: string | undefined): Contact {
  const country = phoneCountryOf(contact, defaultRegion);
  return {
    ...contact,
    emails: contact.emails.filter((email) => normaliseEmail(email) !== key),
    emailKeys: contact.emailKeys.filter((each) => each !== key),
    phones: contact.phones.filter((phone) => normalisePhone(phone, country) !== key),
    phoneKeys: contact.phoneKeys.filter((each) => each !== key),
  };
}
