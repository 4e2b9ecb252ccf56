import { carriesAny } from '../../identity/evidence';
import type { Contact, Identifier } from '../../model/contact';
import type { DesksideDatabase } from '../../storage/database';

const indexes = { email: 'emailKeys', phone: 'phoneKeys', 'external-id': 'externalIds' } as const;

/** Contacts of one connection in this browser's store that carry one of the identifiers. */
export async function contactsCarrying(
  database: DesksideDatabase,
  connectionId: string,
  identifiers: readonly Identifier[],
): Promise<Contact[]> {
  const found = new Map<string, Contact>();
  for (const { kind, value } of identifiers) {
    const matches = await database.contacts.where(indexes[kind]).equals(value).toArray();
    for (const contact of matches) {
      if (contact.connectionId === connectionId) found.set(contact.id, contact);
    }
  }
  return [...found.values()].filter((contact) => carriesAny(contact, identifiers));
}
