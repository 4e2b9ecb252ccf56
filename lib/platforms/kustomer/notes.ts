import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import { copyText, MARKER_LENGTH, readCopy } from '../../notes/copy-marker';
import type { NoteCopy } from '../../notes/note-copy';
import type { ApiPorts } from '../contract/api';
import type { NoteChange, NotesPort, NoteWriteRequest, RemoteNotes } from '../contract/notes';
import { dataOf } from './calls';
import type { Colleagues } from './colleagues';
import { readEach } from './field-values';
import { findNoteConversation } from './note-conversation';
import { PagedList } from './paged-list';
import { assertMayWrite } from './roles';
import { type KustomerNote, kustomerNoteSchema, referenceSchema } from './schemas';

/** Most characters of a note's text: Kustomer takes 10,240 with our line (dossier §7). */
export const kustomerNoteLength = 10_240 - MARKER_LENGTH;

/**
 * A customer's notes. Each is inside one conversation; they are read for the customer as a whole.
 * No user is ever mentioned in them, because that would notify somebody.
 */
export function customerNotes(ports: ApiPorts, colleagues: Colleagues): NotesPort {
  return {
    async read({ id }, signal) {
      const { notes, dropped } = await readAllNotes(ports, id, signal);
      await colleagues.learn(notes.flatMap(nativeAuthors), signal);
      return { ...toKustomerRemoteNotes(notes, colleagues), dropped };
    },
    async write({ id }, request, signal) {
      const put = new Map<string, string>();
      for (const change of request.changes) {
        assertMayWrite(ports, change);
        const remoteId = await makeChange(ports, id, change, request, signal);
        if (change.kind !== 'remove') put.set(change.copy.id, remoteId);
      }
      return put;
    },
  };
}

async function readAllNotes(ports: ApiPorts, customerId: string, signal: AbortSignal) {
  const list = new PagedList(ports, path`/v1/customers/${customerId}/notes`, {});
  const raw: unknown[] = [];
  while (list.end === undefined) raw.push(...list.record(await list.fetch(signal)).data);
  // A note that is not in a part of the list must not pass for one that was taken away.
  if (list.end !== 'whole') throw new TransportError('not-json');
  const { read, dropped } = readEach(kustomerNoteSchema, raw);
  const byId = new Map(read.map((note) => [note.id, note]));
  return {
    notes: [...byId.values()].filter(({ attributes }) => attributes.deleted !== true),
    dropped,
  };
}

/** Makes one change and gives the note's id there. */
async function makeChange(
  ports: ApiPorts,
  customerId: string,
  change: NoteChange,
  { destination }: NoteWriteRequest,
  signal: AbortSignal,
): Promise<string> {
  if (change.kind === 'create') {
    return create(ports, customerId, change.copy, destination, signal);
  }
  const { remoteId } = change;
  const address = path`/v1/notes/${remoteId}`;
  if (change.kind === 'update') {
    const body = { body: copyText(change.copy) };
    await ports.transport.send({ method: 'PATCH', path: address, body, signal });
    return remoteId;
  }
  try {
    await ports.transport.send({ method: 'DELETE', path: address, signal });
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  return remoteId;
}

/** Into the conversation on screen or the last one; where none is known or lives, into another. */
async function create(
  ports: ApiPorts,
  customerId: string,
  copy: NoteCopy,
  { conversations }: NoteWriteRequest['destination'],
  signal: AbortSignal,
): Promise<string> {
  const [known] = conversations;
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
  const { body } = await ports.transport.send({
    method: 'POST',
    path: path`/v1/conversations/${conversationId}/notes`,
    body: { body: copyText(copy), externalId: copy.id },
    signal,
  });
  const note = v.safeParse(referenceSchema, dataOf(body));
  if (!note.success) throw new TransportError('not-json');
  return note.output.id;
}

function isNotFound(error: unknown): boolean {
  return error instanceof TransportError && error.failure === 'not-found';
}

/** Our own copies name their author themselves. */
function nativeAuthors({ attributes, relationships }: KustomerNote): string[] {
  if (readCopy(attributes.body ?? '') !== undefined) return [];
  return relationships.createdBy?.data === undefined ? [] : [relationships.createdBy.data.id];
}

function toKustomerRemoteNotes(
  notes: readonly KustomerNote[],
  colleagues: Colleagues,
): Pick<RemoteNotes, 'copies' | 'natives'> {
  const remote: Pick<RemoteNotes, 'copies' | 'natives'> = { copies: [], natives: [] };
  const made = ({ attributes }: KustomerNote) => attributes.createdAt ?? 0;
  const oldestFirst = [...notes].sort((a, b) => made(a) - made(b) || (a.id < b.id ? -1 : 1));
  for (const { id, attributes, relationships } of oldestFirst) {
    const text = attributes.body ?? '';
    const copy = readCopy(text);
    if (copy === undefined) {
      const author = colleagues.of(relationships.createdBy?.data?.id ?? '')?.name;
      remote.natives.push({ id, kind: 'note', text, author, createdAt: attributes.createdAt });
    } else remote.copies.push({ ...copy, remoteId: id });
  }
  return remote;
}
