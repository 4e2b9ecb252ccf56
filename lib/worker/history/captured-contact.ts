import { withPhoneKeys } from '../../identity/phone-keys';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { PageContext } from '../../model/page';
import { savePageIdentityFromPage } from '../person-lookup/page-identities';
import { mergeSeenContact } from '../person-lookup/upsert-contact';
import type { WorkerPorts } from '../ports';
import { connectionOfPage, type PageTab, raiseRound } from '../screens';
import { saveCapturedCoverage } from './captured-coverage';

/** When a page showed a contact is kept to the hour: each change is read and indexed again. */
const hourMs = 60 * 60_000;

/**
 * On a platform without history the page is the only source: saves the contact it shows, so
 * that the person is found again when they write elsewhere, also by the lookups beside other tabs.
 * Does nothing on other platforms.
 */
export async function saveCapturedContact(
  ports: WorkerPorts,
  tab: PageTab,
  context: PageContext,
): Promise<void> {
  const connection = await connectionOfPage(ports, tab.origin, context);
  if (connection === undefined) return;
  const read = ports.definitionOf(connection.platform).contactFromPage;
  const contact = read?.(context, { connection, now: ports.now() });
  if (contact === undefined) return;
  const { database } = ports;
  const settings = await ports.peopleSettings?.();
  const tables = ['connections', 'contacts', 'sightings', 'histories'];
  const isNews = await database.transaction('rw', tables, async () => {
    // The connection was removed meanwhile: nothing that came through it may be written any more.
    if ((await database.connections.get(connection.id)) === undefined) return false;
    const stored = await database.contacts.get([contact.connectionId, contact.id]);
    const fetchedAt = stored?.fetchedAt ?? 0;
    const shownAt = ports.now() - (ports.now() % hourMs);
    const merged = { ...mergeSeenContact(stored, onlyNews(contact, stored)), fetchedAt, shownAt };
    await database.contacts.put(withPhoneKeys(merged, settings?.defaultRegion));
    await savePageIdentityFromPage(ports, connection, context, contact.id);
    await saveReadability(ports, connection, contact.id, context);
    const known = new Set([...(stored?.emailKeys ?? []), ...(stored?.phoneKeys ?? [])]);
    return [...merged.emailKeys, ...merged.phoneKeys].some((key) => !known.has(key));
  });
  if (!isNews) return;
  // A lookup for another tab may have ended before this contact was known.
  for (const { tabId } of await database.windows.toArray()) {
    if (tabId !== tab.tabId) await raiseRound(ports, tabId);
  }
}

/** Of several addresses that the platform told a page shows one: that says nothing about the others. */
function onlyNews(seen: Contact, stored: Contact | undefined): Contact {
  const isNews = (kind: 'emails' | 'phones', keys: 'emailKeys' | 'phoneKeys') => {
    const isKnown = seen[kind].every((each) => stored?.[kind].includes(each));
    const isSame = seen[kind].length === seen[keys].length;
    return !isKnown && !(isSame && seen[keys].every((key) => stored?.[keys].includes(key)));
  };
  return {
    ...seen,
    ...(isNews('emails', 'emailKeys') ? {} : { emails: [], emailKeys: [] }),
    ...(isNews('phones', 'phoneKeys') ? {} : { phones: [], phoneKeys: [] }),
  };
}

/** A page that cannot be read says so in the coverage, until it can be read again. */
async function saveReadability(
  ports: WorkerPorts,
  connection: Connection,
  contactId: string,
  { unreadable }: PageContext,
): Promise<void> {
  const row = await ports.database.histories.get([connection.id, contactId]);
  const wasUnreadable = row?.coverage.reason === 'page-unreadable';
  if (unreadable === true)
    await saveCapturedCoverage(ports, connection, contactId, { reason: 'page-unreadable' });
  else if (wasUnreadable) await saveCapturedCoverage(ports, connection, contactId);
}
