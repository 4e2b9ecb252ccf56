import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import type { ContactField, FieldRule } from '../../model/completion';
import { isJsonObject } from '../../model/json-object';
import type { ApiPorts } from '../contract/api';
import { type ContactFieldsPort, type FieldAsRead, FieldProblem } from '../contract/contact-fields';
import { lines } from '../shared/field-schemas';
import { assertTaken, isRefused, readAnswer } from './calls';
import { toContact } from './contacts';
import { visitorSchema } from './schemas';

/**
 * What Chaport accepts. A company would be a custom field, and it is not known whether a change of one
 * keeps the others (README.md#updating-a-visitor).
 */
export const chaportFieldRules: FieldRule[] = [
  { field: 'name' },
  { field: 'email' },
  { field: 'phone' },
];

/** Completing visitors by `PUT`, which changes only the fields it is given: the notes stay. */
export function visitorFields({ transport, connection, now }: ApiPorts): ContactFieldsPort {
  return {
    async read({ id }, signal) {
      const answer = await transport
        .send({ method: 'GET', path: path`/api/v1/visitors/${id}`, signal })
        .catch((error: unknown) => {
          throw isRefused(error) ? new TransportError('not-found') : error;
        });
      const { result } = readAnswer(answer);
      const visitor = v.safeParse(visitorSchema, result);
      if (!visitor.success || visitor.output.id !== id || !isJsonObject(result)) {
        throw new TransportError('not-json', { status: answer.status });
      }
      return {
        contact: toContact(visitor.output, connection.id, now()),
        fields: new Map<ContactField, FieldAsRead>([
          ['name', fieldIn(result.name)],
          ['email', fieldIn(result.email)],
          ['phone', fieldIn(result.phone)],
        ]),
        raw: undefined,
      };
    },
    async write({ contact }, { field, put }, signal) {
      const address = path`/api/v1/visitors/${contact.id}`;
      const send = async (value: string | null) => {
        const body = { [field]: value };
        assertTaken(await transport.send({ method: 'PUT', path: address, body, signal }));
      };
      try {
        await send(put ?? '').catch((error: unknown) => {
          // Whether an empty text or `null` empties a field is not known.
          if (put === undefined && isRefused(error)) return send(null);
          throw error;
        });
      } catch (error) {
        throw isRefused(error) ? new FieldProblem('refused') : error;
      }
    },
  };
}

/** A value that is not text counts as present, but cannot be put back as it was. */
function fieldIn(value: unknown): FieldAsRead {
  if (value === '') return { texts: [] };
  return typeof value === 'string'
    ? { texts: [value], replaced: value }
    : { texts: v.parse(lines, value) };
}
