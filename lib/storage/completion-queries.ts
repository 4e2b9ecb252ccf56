import type { ContactWriteRow } from '../model/completion';
import type { ContactKey } from '../model/ids';
import type { DesksideDatabase } from './database';

/** Reads what was written into these contacts, the latest first. Meant to be followed. */
export async function readContactWrites(
  db: DesksideDatabase,
  contacts: readonly ContactKey[],
): Promise<ContactWriteRow[]> {
  const rows = await db.contactWrites
    .where('[connectionId+contactId]')
    .anyOf(contacts.map(({ connectionId, id }) => [connectionId, id]))
    .toArray();
  return rows.sort((one, other) => other.at - one.at);
}

/** Reads the whole journal, the latest first. Meant to be followed. */
export function readWriteJournal(db: DesksideDatabase): Promise<ContactWriteRow[]> {
  return db.contactWrites.orderBy('at').reverse().toArray();
}
