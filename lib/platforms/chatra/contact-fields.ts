import * as v from 'valibot';
import { TransportError } from '../../http/transport-error';
import type { ContactField, FieldRule } from '../../model/completion';
import type { ApiPorts } from '../contract/api';
import { type ContactFieldsPort, type FieldAsRead, FieldProblem } from '../contract/contact-fields';
import { lines } from '../shared/field-schemas';
import { emptyContext } from '../shared/page/empty-context';
import { changeClient, readClient, refusedKeys } from './calls';
import { contactFromClient } from './contacts';
import type { Client } from './schemas';

/** What Chatra accepts; it has no field for a company or an id (README.md#updating-a-client). */
export const chatraFieldRules: FieldRule[] = [
  { field: 'name' },
  { field: 'email' },
  { field: 'phone' },
];

/**
 * Completing clients by `PUT`, which changes only the fields it is given, as if an agent had typed them
 * into the panel: the notes stay. Needs the client's secret id, the contact's handle.
 */
export function clientFields(ports: ApiPorts): ContactFieldsPort {
  return {
    obstacle: ({ handle }) => (handle === undefined ? new FieldProblem('no-handle') : undefined),
    async read(contact, signal) {
      if (contact.handle === undefined) throw new FieldProblem('no-handle');
      const client = await readClient(ports, contact.handle, signal);
      const isSame = client !== undefined && (client.chatId ?? contact.id) === contact.id;
      if (!isSame) throw new TransportError('not-found', { status: 404 });
      const origin = { connection: ports.connection, now: ports.now() };
      const page = emptyContext('chatra', 'person');
      const read = contactFromClient(client, page, contact.id, origin);
      return {
        contact: { ...read, handle: contact.handle },
        fields: new Map<ContactField, FieldAsRead>([
          ['name', fieldIn(client, 'name')],
          ['email', fieldIn(client, 'email')],
          ['phone', fieldIn(client, 'phone')],
        ]),
        raw: undefined,
      };
    },
    async write({ contact }, { field, put }, signal) {
      const { handle } = contact;
      if (handle === undefined) throw new FieldProblem('no-handle');
      try {
        await changeClient(ports, handle, { [field]: put ?? null }, signal);
      } catch (error) {
        if (!(error instanceof TransportError)) throw error;
        const isRefused = error.failure === 'refused' && !error.isOfRelay;
        throw isRefused ? new FieldProblem('refused') : refusedKeys(error);
      }
    },
  };
}

/** The site's own value shows as well, and a write would only hide it: then there is nothing to replace. */
function fieldIn({ info, basicInfo, integrationData }: Client, key: string): FieldAsRead {
  const own = valueUnder(basicInfo, key);
  const values = [own, valueUnder(info, key), valueUnder(integrationData, key)];
  const texts = values.flatMap((value) =>
    typeof value === 'string' ? value : v.parse(lines, value),
  );
  const replaced = typeof own === 'string' && own !== '' ? own : undefined;
  return { texts: [...new Set(texts)].filter((text) => text !== ''), replaced };
}

function valueUnder(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.entries(record).find(([name]) => name.toLowerCase() === key)?.[1];
}
