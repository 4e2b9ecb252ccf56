import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import type { ApiPorts } from '../contract/api';
import type { NotesPort } from '../contract/notes';
import { notesInField } from '../shared/notes-in-field';
import { assertTaken, isRefused, readAnswer } from './calls';

/**
 * Most characters of one note here. The field's own limit is not documented
 * (README.md#updating-a-visitor).
 */
export const chaportNoteLength = 2_000;

const fieldLimit = 10_000;

const visitor = v.object({ id: v.unknown(), notes: v.optional(v.nullable(v.string())) });

/**
 * Pinned notes in a visitor's `notes`, which only operators see (README.md#notes). PUT changes only
 * the fields it is given; an empty text clears, `null` may not.
 */
export function visitorNotes(ports: ApiPorts): NotesPort {
  return notesInField(ports, {
    limit: fieldLimit,
    async read({ id }, signal) {
      const address = path`/api/v1/visitors/${id}`;
      const answer = await ports.transport
        .send({ method: 'GET', path: address, signal })
        .catch((error: unknown) => {
          throw isRefused(error) ? new TransportError('not-found') : error;
        });
      const read = v.safeParse(visitor, readAnswer(answer).result);
      // Taking an unreadable field for an empty one would overwrite its content.
      if (!read.success) throw new TransportError('not-json', { status: answer.status });
      return read.output.notes ?? '';
    },
    async write({ id }, notes, signal) {
      const address = path`/api/v1/visitors/${id}`;
      const body = { notes };
      assertTaken(await ports.transport.send({ method: 'PUT', path: address, body, signal }));
    },
  });
}
