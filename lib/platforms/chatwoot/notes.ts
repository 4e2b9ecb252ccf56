import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import { copyText, MARKER_LENGTH } from '../../notes/copy-marker';
import type { NoteChange, NotesPort } from '../contract/notes';
import { type ListedNote, notesInList } from '../shared/notes-in-list';
import { readEach } from '../shared/read-each';
import { removeIfThere } from '../shared/remove-if-there';
import { accountOf, type ChatwootClient } from './calls';
import { type ChatwootNote, chatwootNoteSchema } from './schemas';

/** Most characters of a note's text: Chatwoot takes 20,000 with our line (README.md#notes). */
export const chatwootNoteLength = 20_000 - MARKER_LENGTH;

/**
 * A contact's notes: one list without pages, which every agent may read and change. Editing makes the
 * editor its author there: the row shows who changed one of our copies, and our line names the true
 * author of what our key writes.
 */
export function contactNotes(client: ChatwootClient): NotesPort {
  const { apiOrigin, account } = client.ports.connection;
  return notesInList({
    place: `${apiOrigin} ${account}`,
    async read({ id }, signal) {
      const address = path`/api/v1/accounts/${accountOf(client.ports)}/contacts/${id}/notes`;
      const body = await client.calls.get(address, signal);
      if (!Array.isArray(body)) throw new TransportError('not-json');
      const { items, dropped } = readEach(chatwootNoteSchema, body);
      const oldestFirst = items.sort((a, b) => Number(a.id) - Number(b.id));
      return { notes: oldestFirst.map((note) => listed(note, client)), dropped };
    },
    change: ({ id }, change, _request, signal) => makeChange(client, id, change, signal),
  });
}

function listed(
  { id, content = '', user, created_at: createdAt }: ChatwootNote,
  { ports, deployment }: ChatwootClient,
): ListedNote {
  const author = user?.available_name ?? user?.name;
  // What identifies the key's owner: the id, or in a connection that was saved long ago the name.
  const [own, writer] =
    deployment.get('ownUserId') === undefined
      ? [ports.connection.agentName, author]
      : [deployment.get('ownUserId'), user?.id];
  const isOthers = own !== undefined && writer !== undefined && own !== writer;
  return { id, text: content, format: 'markdown', author, isOthers, createdAt };
}

/** Makes one change and returns the note's id there. */
async function makeChange(
  { ports, calls, deployment }: ChatwootClient,
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
    // A row belongs to whoever wrote it last: that is the key's owner now.
    const writer = note.output.user?.id;
    if (writer !== undefined) await deployment.learn('ownUserId', writer);
    return note.output.id;
  }
  const { remoteId } = change;
  const address = path`/api/v1/accounts/${account}/contacts/${contactId}/notes/${remoteId}`;
  if (change.kind === 'update') {
    await calls.write('PATCH', address, signal, { content: copyText(change.copy) });
  } else {
    await removeIfThere(() => calls.write('DELETE', address, signal));
  }
  return remoteId;
}
