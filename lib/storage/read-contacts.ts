import type { Contact } from '../model/contact';
import type { ContactKey } from '../model/ids';
import type { DesksideDatabase } from './database';

/** The stored records of these contacts in the order of the keys; those that are not stored are left out. */
export async function readContactsOf(
  db: DesksideDatabase,
  keys: readonly ContactKey[],
): Promise<Contact[]> {
  const rows = await db.contacts.bulkGet(
    keys.map(({ connectionId, id }): [string, string] => [connectionId, id]),
  );
  return rows.filter((row) => row !== undefined);
}
