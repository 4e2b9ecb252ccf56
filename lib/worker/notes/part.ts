import { inTurns } from '../../async/in-turns';
import { resolveInSteps } from '../../identity/resolve-person';
import type { Contact } from '../../model/contact';
import { type ContactRef, contactRef, isAbsentRef, parseContactRef } from '../../model/ids';
import type { NoteRow } from '../../model/note';
import { decisionsAround } from '../people/decisions';
import { peopleRules } from '../people/rules';
import type { WorkerPorts } from '../ports';
import { refsOfPerson, wantsCopy } from './copy-target';

/**
 * Brings notes to where they belong after a word about two contacts (each a `contactRef`): a note
 * belongs to the person of the contact beside which it was written. At contacts that turned out to be
 * somebody else it has no place any more, and its copies there are due to be removed, as if the two
 * had never been joined; where two are joined again, it may be once more.
 */
export async function partNotes(
  ports: WorkerPorts,
  pair: readonly [ContactRef, ContactRef],
): Promise<void> {
  const { database } = ports;
  const around = (await Promise.all(pair.map((ref) => refsOfPerson(ports, ref)))).flat();
  const refs = [...new Set(around)];
  const written = await database.notes.where('contacts').anyOf(refs).distinct().toArray();
  const parted = await database.notes
    .filter((note) => note.parted?.some((ref) => refs.includes(ref)) === true)
    .toArray();
  const notes = new Map([...written, ...parted].map((note) => [note.id, note]));
  for (const note of notes.values()) await partNote(ports, note, refs);
}

async function partNote(
  ports: WorkerPorts,
  note: NoteRow,
  around: readonly ContactRef[],
): Promise<void> {
  const { database } = ports;
  const rows = await database.replicas.where('noteId').equals(note.id).toArray();
  const copies = rows.map(({ contact }) => contact).filter((ref) => !isAbsentRef(ref));
  const places = [...new Set([...note.contacts, ...copies, ...(note.parted ?? [])])];
  const [home] = note.contacts;
  const members = home && (await membersOf(ports, home, [...places, ...around]));
  if (home === undefined || members === undefined) return;
  const known = new Set((await contactsAt(ports, places)).map(contactRef));
  const apart = places.filter((ref) => known.has(ref) && !members.has(ref));
  await database.transaction('rw', ['notes', 'replicas'], async () => {
    const now = await database.notes.get(note.id);
    if (now === undefined) return;
    const contacts = now.contacts.filter((ref) => !apart.includes(ref));
    const next: NoteRow = { ...now, contacts, parted: apart.length === 0 ? undefined : apart };
    await database.notes.put(next);
    for (const row of rows) {
      const isSettled = wantsCopy(now, row) === wantsCopy(next, row);
      if (isSettled) continue;
      const isThere = row.remoteId !== undefined || row.uncertain === true;
      if (isThere || wantsCopy(next, row)) {
        await database.replicas.put({ ...row, state: 'waiting', reason: undefined });
      } else await database.replicas.delete([row.noteId, row.contact]);
    }
  });
}

/** Who is one person with this contact, of those that may be; `undefined` when it is not known. */
async function membersOf(
  ports: WorkerPorts,
  home: ContactRef,
  others: readonly ContactRef[],
): Promise<ReadonlySet<ContactRef> | undefined> {
  const [anchor] = await contactsAt(ports, [home]);
  if (anchor === undefined) return undefined;
  const refs = [...new Set([...others, ...(await refsOfPerson(ports, home))])];
  const candidates = await contactsAt(
    ports,
    refs.filter((ref) => ref !== home),
  );
  const decisions = await decisionsAround(ports.database, [home, ...refs]);
  const rules = await peopleRules(ports);
  const { members } = await inTurns(resolveInSteps(anchor, candidates, decisions, rules));
  return new Set([home, ...members.map(({ contact }) => contactRef(contact))]);
}

async function contactsAt(
  { database }: WorkerPorts,
  refs: readonly ContactRef[],
): Promise<Contact[]> {
  const keys = refs.map(parseContactRef);
  const rows = await database.contacts.bulkGet(
    keys.map(({ connectionId, id }): [string, string] => [connectionId, id]),
  );
  return rows.filter((row) => row !== undefined);
}
