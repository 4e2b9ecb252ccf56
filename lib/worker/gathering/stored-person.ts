import type { Contact } from '../../model/contact';
import type { DesksideDatabase } from '../../storage/database';

/** The contacts that were taken for the person of this anchor (a `contactRef`), as stored. */
export async function storedContacts(
  database: DesksideDatabase,
  anchor: string,
): Promise<Contact[]> {
  const sources = await database.sources.where('anchor').equals(anchor).toArray();
  const keys = sources.flatMap((source) =>
    source.contactIds.map((id): [string, string] => [source.connectionId, id]),
  );
  const contacts = await database.contacts.bulkGet(keys);
  return contacts.filter((contact) => contact !== undefined);
}
