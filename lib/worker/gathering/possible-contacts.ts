import { phoneTails } from '../../identity/phone-digits';
import type { Contact } from '../../model/contact';
import { contactRef } from '../../model/ids';
import type { DesksideDatabase } from '../../storage/database';

/** More contacts with one name or number than this tell nothing. */
const MOST_OF_A_KIND = 25;

/**
 * Contacts in this browser's store that have something in common with the person: an identifier,
 * the last digits of a number, a full name. They are candidates to be judged, not matches.
 */
export async function possibleContacts(
  database: DesksideDatabase,
  members: readonly Contact[],
): Promise<Contact[]> {
  const { contacts } = database;
  const names = members.flatMap(({ name }) => (name !== undefined && name !== '' ? [name] : []));
  const queries = [
    contacts.where('emailKeys').anyOf(members.flatMap((each) => each.emailKeys)),
    contacts.where('phoneKeys').anyOf(members.flatMap((each) => each.phoneKeys)),
    contacts.where('externalIds').anyOf(members.flatMap((each) => each.externalIds)),
    contacts.where('phoneTails').anyOf(members.flatMap(phoneTails)),
    ...[...new Set(names)].map((name) => contacts.where('name').equalsIgnoreCase(name)),
  ];
  const found = new Map<string, Contact>();
  for (const query of queries) {
    for (const contact of await query.limit(MOST_OF_A_KIND).toArray()) {
      found.set(contactRef(contact), contact);
    }
  }
  return [...found.values()];
}
