import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import { copyText, LINE_LENGTH, readCopy } from '../../notes/line';
import type { HeldNotes, NoteChange, NotesPort } from '../contract/notes';
import { accountOf, type Tools } from './calls';
import { readList } from './read-list';
import { type NoteShape, noteShape } from './schemas';

/** Most characters of a note's text: Chatwoot takes 20,000 with our line (dossier §6.2). */
export const noteLength = 20_000 - LINE_LENGTH;

/**
 * A contact's notes: one list without pages, which every agent may read and change. Editing makes
 * the editor its author there, so our line names the true one.
 */
export function contactNotes(tools: Tools): NotesPort {
  return {
    async read({ id }, signal) {
      const address = path`/api/v1/accounts/${accountOf(tools.ports)}/contacts/${id}/notes`;
      const body = await tools.calls.get(address, signal);
      if (!Array.isArray(body)) throw new TransportError('not-json');
      const { items, dropped } = readList(noteShape, body);
      return { ...sorted(items), dropped };
    },
    async write({ id }, { changes }, signal) {
      const put = new Map<string, string>();
      for (const change of changes) {
        const remoteId = await makeChange(tools, id, change, signal);
        if (change.kind !== 'remove') put.set(change.copy.id, remoteId);
      }
      return put;
    },
  };
}

/** Makes one change and gives the note's id there. */
async function makeChange(
  { ports, calls }: Tools,
  contactId: string,
  change: NoteChange,
  signal: AbortSignal,
): Promise<string> {
  const account = accountOf(ports);
  if (change.kind === 'create') {
    const address = path`/api/v1/accounts/${account}/contacts/${contactId}/notes`;
    const body = await calls.change('POST', address, signal, { content: copyText(change.copy) });
    const note = v.safeParse(noteShape, body);
    if (!note.success) throw new TransportError('not-json');
    return note.output.id;
  }
  const { remoteId } = change;
  const address = path`/api/v1/accounts/${account}/contacts/${contactId}/notes/${remoteId}`;
  if (change.kind === 'update') {
    await calls.change('PATCH', address, signal, { content: copyText(change.copy) });
  } else {
    await removeNote(() => calls.change('DELETE', address, signal));
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

function sorted(notes: readonly NoteShape[]): Pick<HeldNotes, 'copies' | 'natives'> {
  const held: Pick<HeldNotes, 'copies' | 'natives'> = { copies: [], natives: [] };
  const oldestFirst = [...notes].sort((a, b) => Number(a.id) - Number(b.id));
  for (const { id, content = '', user, created_at: createdAt } of oldestFirst) {
    const copy = readCopy(content);
    if (copy === undefined) {
      const author = user?.available_name ?? user?.name;
      held.natives.push({ id, kind: 'note', text: content, author, createdAt });
    } else held.copies.push({ ...copy, remoteId: id });
  }
  return held;
}
