import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import { copyText, MARKER_LENGTH, readCopy } from '../../notes/copy-marker';
import type { NoteChange, NotesPort, RemoteNotes } from '../contract/notes';
import { accountOf, type ChatwootClient } from './calls';
import { readList } from './read-list';
import { type ChatwootNote, chatwootNoteSchema } from './schemas';

/** Most characters of a note's text: Chatwoot takes 20,000 with our line (dossier §6.2). */
export const chatwootNoteLength = 20_000 - MARKER_LENGTH;

/**
 * A contact's notes: one list without pages, which every agent may read and change. Editing makes
 * the editor its author there, so our line names the true one.
 */
export function contactNotes(client: ChatwootClient): NotesPort {
  return {
    async read({ id }, signal) {
      const address = path`/api/v1/accounts/${accountOf(client.ports)}/contacts/${id}/notes`;
      const body = await client.calls.get(address, signal);
      if (!Array.isArray(body)) throw new TransportError('not-json');
      const { items, dropped } = readList(chatwootNoteSchema, body);
      return { ...toRemoteNotes(items), dropped };
    },
    async write({ id }, { changes }, signal) {
      const put = new Map<string, string>();
      for (const change of changes) {
        const remoteId = await makeChange(client, id, change, signal);
        if (change.kind !== 'remove') put.set(change.copy.id, remoteId);
      }
      return put;
    },
  };
}

/** Makes one change and gives the note's id there. */
async function makeChange(
  { ports, calls }: ChatwootClient,
  contactId: string,
  change: NoteChange,
  signal: AbortSignal,
): Promise<string> {
  const account = accountOf(ports);
  if (change.kind === 'create') {
    const address = path`/api/v1/accounts/${account}/contacts/${contactId}/notes`;
    const body = await calls.write('POST', address, signal, { content: copyText(change.copy) });
    const note = v.safeParse(chatwootNoteSchema, body);
    if (!note.success) throw new TransportError('not-json');
    return note.output.id;
  }
  const { remoteId } = change;
  const address = path`/api/v1/accounts/${account}/contacts/${contactId}/notes/${remoteId}`;
  if (change.kind === 'update') {
    await calls.write('PATCH', address, signal, { content: copyText(change.copy) });
  } else {
    await removeNote(() => calls.write('DELETE', address, signal));
  }
  return remoteId;
}

/** What is gone already needs no removal. */
async function removeNote(remove: () => Promise<unknown>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    if (!(error instanceof TransportError) || error.failure !== 'not-found') throw error;
  }
}

function toRemoteNotes(rows: readonly ChatwootNote[]): Pick<RemoteNotes, 'copies' | 'natives'> {
  const remote: Pick<RemoteNotes, 'copies' | 'natives'> = { copies: [], natives: [] };
  const oldestFirst = [...rows].sort((a, b) => Number(a.id) - Number(b.id));
  for (const { id, content = '', user, created_at: createdAt } of oldestFirst) {
    const copy = readCopy(content);
    if (copy === undefined) {
      const author = user?.available_name ?? user?.name;
      remote.natives.push({ id, kind: 'note', text: content, author, createdAt });
    } else remote.copies.push({ ...copy, remoteId: id });
  }
  return remote;
}
