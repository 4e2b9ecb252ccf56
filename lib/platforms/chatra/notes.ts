import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import type { Contact } from '../../model/contact';
import type { ApiPorts } from '../contract/api';
import { NoteProblem, type NotesPort } from '../contract/notes';
import { notesInField } from '../shared/notes-in-field';
import { readClient } from './calls';
import type { Client } from './schemas';

/**
 * Most characters of one note here. The field's own limit is not documented
 * (README.md#updating-a-client).
 */
export const chatraNoteLength = 2_000;

const fieldLimit = 10_000;

/**
 * Pinned notes in a client's `notes`, which only agents see (README.md#notes). Needs the client's
 * secret id, the contact's handle; where it is not known, nothing can be written.
 */
export function clientNotes(ports: ApiPorts): NotesPort {
  return notesInField({
    limit: fieldLimit,
    async read(contact, signal) {
      const client = await readClient(ports, handleOf(contact), signal);
      if (client === undefined) throw new TransportError('not-found', { status: 404 });
      return notesTextOf(client);
    },
    async write(contact, notes, signal) {
      await ports.transport.send({
        method: 'PUT',
        path: path`/api/clients/${handleOf(contact)}`,
        body: { notes: notes === '' ? null : notes },
        signal,
      });
    },
  });
}

function handleOf({ handle }: Contact): string {
  if (handle === undefined) throw new NoteProblem('no-handle');
  return handle;
}

/** What agents wrote: in `basicInfo`, which PUT changes; where that is missing, in the merge. */
function notesTextOf({ basicInfo, info, integrationData }: Client): string {
  const details = [basicInfo, info, integrationData].find((each) => Object.keys(each).length > 0);
  const entry = Object.entries(details ?? {}).find(([name]) => name.toLowerCase() === 'notes');
  const text = entry?.[1] ?? '';
  // Taking an unreadable field for an empty one would overwrite what stands in it.
  if (typeof text !== 'string') throw new TransportError('not-json');
  return text;
}
