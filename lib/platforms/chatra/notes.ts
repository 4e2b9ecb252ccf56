import { TransportError } from '../../http/transport-error';
import type { Contact } from '../../model/contact';
import { isJsonObject } from '../../model/json-object';
import type { ApiPorts } from '../contract/api';
import { NoteProblem, type NotesPort } from '../contract/notes';
import { notesInField } from '../shared/notes-in-field';
import { changeClient, readClient } from './calls';
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
  return notesInField(ports, {
    limit: fieldLimit,
    async read(contact, signal) {
      const client = await readClient(ports, handleOf(contact), signal);
      if (client === undefined) throw new TransportError('not-found', { status: 404 });
      return notesTextOf(client);
    },
    mayMiss: true,
    async write(contact, notes, signal) {
      const change = { notes: notes === '' ? null : notes };
      await changeClient(ports, handleOf(contact), change, signal);
    },
  });
}

function handleOf({ handle }: Contact): string {
  if (handle === undefined) throw new NoteProblem('no-handle');
  return handle;
}

/**
 * What agents wrote. PUT changes `basicInfo`, so that counts where it has notes; where it has none they
 * may be in the merge, beside the objects, or deeper. What only the site passed is not the agents',
 * unless there is no other place for notes (README.md#notes). Throws for a field that cannot be read:
 * treating it as empty would overwrite its content.
 */
function notesTextOf(client: Client): string {
  const { basicInfo, info, integrationData, ...rest } = client;
  const own = notesIn(basicInfo) ?? '';
  if (own !== '') return own;
  const site = notesIn(integrationData) ?? '';
  const elsewhere = [notesIn(info), notesIn(rest), ...deeperNotes(rest)];
  const agents = elsewhere.find((text) => text !== undefined && text !== '' && text !== site);
  if (agents !== undefined) return agents;
  const isSiteAll = [basicInfo, info].every((record) => Object.keys(record).length === 0);
  return isSiteAll ? site : '';
}

function notesIn(record: Readonly<Record<string, unknown>>): string | undefined {
  const entry = Object.entries(record).find(([name]) => name.toLowerCase() === 'notes');
  if (entry === undefined) return undefined;
  const text = entry[1] ?? '';
  if (typeof text !== 'string') throw new TransportError('not-json');
  return text;
}

/** Notes in objects of other names, none of which has been seen yet. What visitors filled in is excluded. */
function deeperNotes(record: Readonly<Record<string, unknown>>): (string | undefined)[] {
  return Object.entries(record).flatMap(([name, value]) =>
    isJsonObject(value) && name !== 'formData' ? [notesIn(value)] : [],
  );
}
