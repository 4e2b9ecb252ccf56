import { path } from '../../http/encode-path';
import { isNotFound } from '../../http/transport-error';
import { copyText, MARKER_LENGTH, readCopy } from '../../notes/copy-marker';
import type { NoteCopy } from '../../notes/note-copy';
import type { ApiPorts } from '../contract/api';
import type { NoteChange, NotesPort, NoteWriteRequest } from '../contract/notes';
import { listOf } from '../shared/field-values';
import { type ListedNote, notesInList } from '../shared/notes-in-list';
import { removeIfThere } from '../shared/remove-if-there';
import { readAllNotes } from './all-notes';
import { createResource, isTaken } from './calls';
import type { Colleagues } from './colleagues';
import { findNoteConversation } from './note-conversation';
import { assertMayWrite } from './roles';
import type { KustomerNote } from './schemas';

/** Most characters of a note's text: Kustomer takes 10,240 with our line (README.md#notes). */
export const kustomerNoteLength = 10_240 - MARKER_LENGTH;

/**
 * A customer's notes. Each is inside one conversation; they are read for the customer as a whole.
 * No user is ever mentioned in them, because that would notify somebody.
 */
export function customerNotes(ports: ApiPorts, colleagues: Colleagues): NotesPort {
  return notesInList({
    async read({ id }, signal) {
      const { notes, dropped } = await readAllNotes(ports, id, signal);
      await colleagues.learn(notes.flatMap(unknownWriters), signal);
      return { notes: oldestFirst(notes).map((note) => listed(note, colleagues)), dropped };
    },
    async change({ id }, change, request, signal) {
      assertMayWrite(ports, change);
      return makeChange({ ports, customerId: id, request, signal }, change);
    },
  });
}

/** What a change is made with. */
interface Writing {
  ports: ApiPorts;
  customerId: string;
  request: NoteWriteRequest;
  signal: AbortSignal;
}

/** Makes one change and returns the note's id there. */
async function makeChange(writing: Writing, change: NoteChange): Promise<string> {
  if (change.kind === 'create') return create(writing, change.copy);
  const { ports, signal } = writing;
  const { remoteId } = change;
  const address = path`/v1/notes/${remoteId}`;
  if (change.kind === 'update') {
    const body = { body: copyText(change.copy) };
    await ports.transport.send({ method: 'PATCH', path: address, body, signal });
    return remoteId;
  }
  await removeIfThere(() => ports.transport.send({ method: 'DELETE', path: address, signal }));
  return remoteId;
}

/** Into the conversation on screen or the last one; where none is known or left, into another. */
async function create(
  { ports, customerId, request, signal }: Writing,
  copy: NoteCopy,
): Promise<string> {
  const [known] = request.destination.conversations;
  if (known !== undefined) {
    try {
      return await createIn(ports, known, copy, signal);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  return createIn(ports, await findNoteConversation(ports, customerId, signal), copy, signal);
}

async function createIn(
  ports: ApiPorts,
  conversationId: string,
  copy: NoteCopy,
  signal: AbortSignal,
): Promise<string> {
  const address = path`/v1/conversations/${conversationId}/notes`;
  const fields = { body: copyText(copy) };
  try {
    return await createResource(ports, address, { ...fields, externalId: copy.id }, signal);
  } catch (error) {
    // A copy that was deleted, or is beside another customer, may have the id: nothing depends on it.
    if (isTaken(error)) return createResource(ports, address, fields, signal);
    throw error;
  }
}

/** Our own copies name their author themselves, until somebody changes them there. */
function unknownWriters(note: KustomerNote): string[] {
  const copy = readCopy(note.attributes.body ?? '');
  return copy === undefined || copy.edited ? listOf(writerOf(note, copy !== undefined)) : [];
}

/** The user who wrote the text of a note: for a copy of ours that was changed, the user who changed it. */
function writerOf({ relationships }: KustomerNote, isCopy: boolean): string | undefined {
  const { createdBy, modifiedBy } = relationships;
  return isCopy ? modifiedBy?.data?.id : createdBy?.data?.id;
}

function oldestFirst(notes: readonly KustomerNote[]): KustomerNote[] {
  const made = ({ attributes }: KustomerNote) => attributes.createdAt ?? 0;
  return [...notes].sort((a, b) => made(a) - made(b) || (a.id < b.id ? -1 : 1));
}

function listed(note: KustomerNote, colleagues: Colleagues): ListedNote {
  const { id, attributes } = note;
  const text = attributes.body ?? '';
  const isCopy = readCopy(text) !== undefined;
  const writer = colleagues.of(writerOf(note, isCopy) ?? '');
  // What comes through the API comes from a machine: perhaps from this very key.
  const isOthers = isCopy && writer !== undefined && !writer.machine;
  return {
    id,
    text,
    format: 'markdown',
    author: isCopy && !isOthers ? undefined : writer?.name,
    isOthers,
    createdAt: attributes.createdAt,
  };
}
