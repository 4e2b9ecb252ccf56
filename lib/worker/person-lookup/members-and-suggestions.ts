import { phoneTails } from '../../identity/phone-digits';
import type { Contact, Identifier } from '../../model/contact';
import { contactRef } from '../../model/ids';
import type { DesksideDatabase } from '../../storage/database';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../write-with-room';
import type { PersonCandidates } from './candidates';
import { storedMembers } from './stored-person';

/**
 * Decides once all answers have arrived: contacts taken for the person too early leave it, and those that may
 * be the person are stored as suggestions. Returns the members that no connection shows yet.
 */
export async function saveMembersAndSuggestions(
  ports: WorkerPorts,
  candidates: PersonCandidates,
): Promise<Contact[]> {
  const { database } = ports;
  const anchor = contactRef(candidates.anchor);
  const stored = await storedMembers(database, anchor);
  // Merged into another contact meanwhile: nothing is kept of it any more.
  if ((await database.sources.where('anchor').equals(anchor).count()) === 0) return [];
  const first = await candidates.person(stored);
  const members = first.members.map(({ contact }) => contact);
  const refs = new Set(members.map(contactRef));
  // What is stored may be out of date: it suggests, but only what was searched for joins.
  const further = await suggestionCandidates(database, members, candidates);
  const { suggestions } = await candidates.person(stored, further);
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

/** If more contacts than this share a name or number, it says nothing. */
const MOST_OF_A_KIND = 25;

/** More proven contacts than one person can have records. */
const MOST_PROVEN = 500;

/**
 * Contacts in this browser's store that have something in common with the person: an identifier,
 * the last digits of a number, a full name. They are candidates to be judged, not matches.
 */
async function suggestionCandidates(
  { contacts }: DesksideDatabase,
  members: readonly Contact[],
  candidates: PersonCandidates,
): Promise<Contact[]> {
  const names = members.flatMap(({ name }) => (name !== undefined && name !== '' ? [name] : []));
  const valuesOf = (kind: Identifier['kind']) =>
    members
      .flatMap((member) => candidates.identifiersOf(member))
      .filter((identifier) => identifier.kind === kind)
      .map(({ value }) => value);
  const proven = [
    contacts.where('emailKeys').anyOf(valuesOf('email')),
    contacts.where('phoneKeys').anyOf(valuesOf('phone')),
    contacts.where('externalIds').anyOf(valuesOf('external-id')),
  ].map((query) => query.limit(MOST_PROVEN));
  const likely = [
    contacts.where('emailKeys').anyOf(members.flatMap((each) => each.emailKeys)),
    contacts.where('phoneTails').anyOf(members.flatMap(phoneTails)),
    ...[...new Set(names)].slice(0, MOST_OF_A_KIND).map((name) => namesakes(contacts, name)),
  ].map((query) => query.limit(MOST_OF_A_KIND));
  const found = new Map<string, Contact>();
  for (const query of [...proven, ...likely]) {
    for (const contact of await query.toArray()) found.set(contactRef(contact), contact);
  }
  return [...found.values()];
}

/**
 * Contacts of a name in whatever case. Dexie walks from the name in capitals to the name in small letters,
 * and fails where the capitals come last (Georgian, "İbrahim") or are the shorter text ("ALİ"): those
 * names are asked for as people spell them.
 */
function namesakes(contacts: DesksideDatabase['contacts'], name: string) {
  const small = name.toLowerCase();
  const capitals = name.toUpperCase();
  const query = contacts.where('name');
  if (capitals <= small && capitals.length >= small.length) return query.equalsIgnoreCase(name);
  const capitalised = small.replace(/(?<!\S)\S/gu, (letter) => letter.toUpperCase());
  return query.anyOf([...new Set([name, small, capitals, capitalised])]);
}
