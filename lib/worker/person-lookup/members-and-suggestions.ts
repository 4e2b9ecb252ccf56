import { phoneTails } from '../../identity/phone-digits';
import type { Contact } from '../../model/contact';
import { contactRef } from '../../model/ids';
import type { DesksideDatabase } from '../../storage/database';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';
import type { PersonCandidates } from './candidates';
import { storedMembers } from './stored-person';

/**
 * Takes stock once everything is in: who was taken for the person too early leaves it, and who may
 * be the person is stored as a suggestion. Returns the members that no connection shows yet.
 */
export async function saveMembersAndSuggestions(
  ports: WorkerPorts,
  candidates: PersonCandidates,
): Promise<Contact[]> {
  const { database } = ports;
  const anchor = contactRef(candidates.anchor);
  const stored = await storedMembers(database, anchor);
  const person = await candidates.person(stored);
  const members = person.members.map(({ contact }) => contact);
  const refs = new Set(members.map(contactRef));
  // What is stored may be out of date: it suggests, but only what was searched for joins.
  const { suggestions } = await candidates.person([
    ...stored,
    ...(await suggestionCandidates(database, members)),
  ]);
  const shown = new Set([anchor]);
  await writeWithRoom(ports, () =>
    database.transaction('rw', ['sources', 'suggestions'], async () => {
      for (const row of await database.sources.where('anchor').equals(anchor).toArray()) {
        const refOf = (id: string) => contactRef({ connectionId: row.connectionId, id });
        const contactIds = row.contactIds.filter((id) => refs.has(refOf(id)));
        for (const id of contactIds) shown.add(refOf(id));
        if (contactIds.length < row.contactIds.length)
          await database.sources.put({ ...row, contactIds });
      }
      await database.suggestions.where('anchor').equals(anchor).delete();
      await database.suggestions.bulkPut(
        suggestions.map(({ contact }) => ({
          anchor,
          contact: contactRef(contact),
          updatedAt: ports.now(),
        })),
      );
    }),
  );
  return members.filter((contact) => !shown.has(contactRef(contact)));
}

/** More contacts with one name or number than this tell nothing. */
const MOST_OF_A_KIND = 25;

/**
 * Contacts in this browser's store that have something in common with the person: an identifier,
 * the last digits of a number, a full name. They are candidates to be judged, not matches.
 */
async function suggestionCandidates(
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
