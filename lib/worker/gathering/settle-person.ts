import type { Contact } from '../../model/contact';
import { contactRef } from '../../model/ids';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';
import type { JoinedContacts } from './joined-contacts';
import { possibleContacts } from './possible-contacts';
import { storedContacts } from './stored-person';

/**
 * Takes stock once everything is in: who was taken for the person too early leaves it, and who may
 * be the person is put down as a suggestion. Returns the members that no connection shows yet.
 */
export async function settlePerson(ports: WorkerPorts, joined: JoinedContacts): Promise<Contact[]> {
  const { database } = ports;
  const anchor = contactRef(joined.anchor);
  const stored = await storedContacts(database, anchor);
  const person = await joined.person(stored);
  const members = person.members.map(({ contact }) => contact);
  const refs = new Set(members.map(contactRef));
  // What is stored may be out of date: it suggests, but only what was searched for joins.
  const { suggestions } = await joined.person([
    ...stored,
    ...(await possibleContacts(database, members)),
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
