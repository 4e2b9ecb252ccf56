import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { WorkerPorts } from '../ports';

/**
 * Brings what a page shows of a contact together with what was known. The page may show less than
 * it did before (a closed sidebar): nothing known is lost by that. What it does show replaces what
 * was known, so that a value read at the wrong moment, while the page still showed somebody else,
 * does not stay.
 */
export function mergeSeenContact(stored: Contact | undefined, seen: Contact): Contact {
  if (stored === undefined) return seen;
  const emails = seen.emails.length > 0 ? seen : stored;
  const phones = seen.phones.length > 0 ? seen : stored;
  return {
    ...stored,
    ...withoutGaps(seen),
    emails: emails.emails,
    emailKeys: emails.emailKeys,
    phones: phones.phones,
    phoneKeys: phones.phoneKeys,
    localKeys: phones.localKeys,
    phoneTails: phones.phoneTails,
    // Whoever is seen is there, even if the platform once did not find them.
    goneAt: undefined,
  };
}

/** Only what the page says: an unset field must not hide a known one. */
function withoutGaps(contact: Contact): Partial<Contact> {
  return Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== undefined));
}

/**
 * Stores a contact that a platform reported, and returns what is known of it now; where the page is a
 * source, what it showed earlier is not lost.
 */
export async function upsertContact(
  ports: WorkerPorts,
  connection: Connection,
  reported: Contact,
): Promise<Contact> {
  const { contactFromPage } = ports.definitionOf(connection.platform);
  const { contacts } = ports.database;
  return ports.database.transaction('rw', contacts, async () => {
    const stored = await contacts.get([reported.connectionId, reported.id]);
    const contact = contactFromPage === undefined ? reported : mergeSeenContact(stored, reported);
    await contacts.put(contact);
    return contact;
  });
}
