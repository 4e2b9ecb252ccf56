import { inTurns } from '../../async/in-turns';
import { withLock } from '../../async/with-lock';
import { resolveInSteps } from '../../identity/resolve-person';
import {
  type ContactRef,
  contactRef,
  isAbsentRef,
  isRefOfConnection,
  parseContactRef,
} from '../../model/ids';
import type { NoteRow, ReplicaRow } from '../../model/note';
import { wantsCopy } from '../../notes/wants-copy';
import { readContactsOf } from '../../storage/read-contacts';
import { decisionsAround } from '../people/decisions';
import { peopleRules } from '../people/rules';
import type { WorkerPorts } from '../ports';
import { notesAccess, refsOfPerson } from './copy-target';

/**
 * Notes (their ids) that a decision about two contacts (each a `contactRef`) may concern. Where they are
 * marked together with the decision, by `markToPart`, it takes effect even if the worker is stopped.
 */
export async function notesAround(
  ports: WorkerPorts,
  pair: readonly [ContactRef, ContactRef],
): Promise<string[]> {
  const refs = new Set(await refsAround(ports, pair));
  return ports.database.notes
    .filter(({ contacts, parted = [] }) => [...contacts, ...parted].some((ref) => refs.has(ref)))
    .primaryKeys();
}

/** To be called in the transaction in which the decision is stored. */
export async function markToPart(
  { database }: WorkerPorts,
  noteIds: readonly string[],
  pair: readonly [ContactRef, ContactRef],
): Promise<void> {
  await database.notes
    .where('id')
    .anyOf(noteIds)
    .modify({ toPart: [...pair] });
}

/**
 * Brings the marked notes to where they belong: to the person of the contact beside which each was
 * written. At contacts that turned out to be somebody else its copies are due to be removed, as if the
 * two had never been joined; where two are joined again, it may be once more.
 */
export function moveSeparatedNotes(ports: WorkerPorts): Promise<void> {
  return inPartingTurn(ports, async () => {
    const { notes } = ports.database;
    for (const note of await notes.filter(({ toPart }) => toPart !== undefined).toArray()) {
      if (note.toPart) await partNote(ports, note, await refsAround(ports, note.toPart));
    }
  });
}

/** While notes follow one decision no other is stored: the mark it leaves would be wiped. */
export function inPartingTurn<T>({ database }: WorkerPorts, work: () => Promise<T>): Promise<T> {
  return withLock(database, 'parting', work);
}

async function refsAround(
  ports: WorkerPorts,
  pair: readonly [ContactRef, ContactRef],
): Promise<ContactRef[]> {
  return (await Promise.all(pair.map((ref) => refsOfPerson(ports, ref)))).flat();
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
  // Where it is no longer known which person that was, the note stays as it is, and is looked at again.
  if (home === undefined || members === undefined) return;
  const known = new Set(
    (await readContactsOf(ports.database, places.map(parseContactRef))).map(contactRef),
  );
  const apart = places.filter((ref) => known.has(ref) && !members.has(ref));
  await database.transaction('rw', ['notes', 'replicas', 'connections'], async () => {
    const now = await database.notes.get(note.id);
    if (now === undefined) return;
    const contacts = now.contacts.filter((ref) => !apart.includes(ref));
    const parted = apart.length === 0 ? undefined : apart;
    const next: NoteRow = { ...now, contacts, parted, toPart: undefined };
    await database.notes.put(next);
    // A copy may have arrived since.
    const current = await database.replicas.where('noteId').equals(note.id).toArray();
    for (const row of current) await followParting(ports, row, { before: now, after: next });
    const back = (now.parted ?? []).filter((ref) => known.has(ref) && !apart.includes(ref));
    for (const ref of back) await placeAgain(ports, next, ref);
  });
}

/** Makes or removes a copy where separating the two, or taking that back, changed whether it is wanted. */
async function followParting(
  { database: { replicas } }: WorkerPorts,
  row: ReplicaRow,
  { before, after }: Record<'before' | 'after', NoteRow>,
): Promise<void> {
  const isWanted = wantsCopy(after, row);
  if (isWanted === wantsCopy(before, row)) return;
  const isThere = row.remoteId !== undefined || row.uncertain === true;
  if (isThere || isWanted) await replicas.put({ ...row, state: 'waiting', reason: undefined });
  else await replicas.delete([row.noteId, row.contact]);
}

/**
 * Makes a note due at a contact that is the person's again. One of a colleague is placed nowhere by
 * this browser, so that nothing else would bring it back where the separating took it away.
 */
async function placeAgain(ports: WorkerPorts, note: NoteRow, contact: ContactRef): Promise<void> {
  const { replicas, connections } = ports.database;
  const { connectionId } = parseContactRef(contact);
  if (note.declined?.some((ref) => isRefOfConnection(ref, connectionId)) === true) return;
  const connection = await connections.get(connectionId);
  if (connection === undefined || notesAccess(ports, connection) === undefined) return;
  const rows = await replicas.where('noteId').equals(note.id).toArray();
  if (rows.some((row) => row.connectionId === connectionId)) return;
  const row = { noteId: note.id, contact, connectionId, updatedAt: ports.now() };
  // It may be there still: the browser that separated the two may not have got to it.
  if (wantsCopy(note, row)) await replicas.put({ ...row, state: 'waiting', uncertain: true });
}

/** Which of the candidates are one person with this contact; `undefined` when it is not known. */
async function membersOf(
  ports: WorkerPorts,
  home: ContactRef,
  others: readonly ContactRef[],
): Promise<ReadonlySet<ContactRef> | undefined> {
  const [anchor] = await readContactsOf(ports.database, [parseContactRef(home)]);
  if (anchor === undefined) return undefined;
  const refs = [...new Set([...others, ...(await refsOfPerson(ports, home))])];
  const keys = refs.filter((ref) => ref !== home).map(parseContactRef);
  const candidates = await readContactsOf(ports.database, keys);
  const decisions = await decisionsAround(ports.database, [home, ...refs]);
  const rules = await peopleRules(ports);
  const { members } = await inTurns(resolveInSteps(anchor, candidates, decisions, rules));
  return new Set([home, ...members.map(({ contact }) => contactRef(contact))]);
}
