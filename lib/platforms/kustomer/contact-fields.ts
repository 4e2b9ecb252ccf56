import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import type { ContactField, FieldRule } from '../../model/completion';
import { isJsonObject } from '../../model/json-object';
import type { ApiPorts } from '../contract/api';
import {
  type ContactFieldsPort,
  type FieldAsRead,
  type FieldEdit,
  FieldProblem,
} from '../contract/contact-fields';
import { fetchResource, isRefusal } from './calls';
import {
  entriesOf,
  type ListField,
  listWith,
  type WrittenCustomer,
  writtenCustomerSchema,
} from './contact-lists';
import { contactOf } from './contacts';
import { isMasked } from './masked';
import { needs } from './roles';
import { customerSchema, referenceSchema } from './schemas';

/** What Kustomer accepts; a company is a record of its own there (README.md#updating-a-customer). */
export const kustomerFieldRules: FieldRule[] = [
  { field: 'name' },
  { field: 'email', isList: true, isUnique: true },
  { field: 'phone', isList: true, isUnique: true, needsCountryCode: true },
  { field: 'external-id', isList: true, isUnique: true },
];

/**
 * Completing customers by `PATCH`. A list is replaced as a whole, so all of it is sent, as it was read;
 * and a customer whose company is not named would lose it, so it is named each time.
 */
export function customerFields(ports: ApiPorts): ContactFieldsPort {
  const { right } = needs.customerChange;
  return {
    obstacle: () =>
      ports.connection.facts.missingRights?.split(' ').includes(right) === true
        ? new FieldProblem('missing-right', right)
        : undefined,
    async read({ id }, signal) {
      const raw = await fetchResource(ports, path`/v1/customers/${id}`, signal);
      const customer = v.safeParse(customerSchema, raw);
      const written = v.safeParse(writtenCustomerSchema, raw);
      if (raw === undefined) throw new TransportError('not-found', { status: 404 });
      if (!customer.success || !written.success) throw new TransportError('not-json');
      // The old id of a merged customer may answer with the one that is left.
      const isGone = customer.output.id !== id || customer.output.attributes.deleted === true;
      if (isGone) throw new TransportError('not-found', { status: 404 });
      return {
        contact: contactOf(customer.output, { connection: ports.connection, now: ports.now() }),
        fields: fieldsOf(written.output),
        raw: written.output,
      };
    },
    async write({ contact, raw }, edit, signal) {
      const customer = v.parse(writtenCustomerSchema, raw);
      const company = companyOf(customer);
      const body = { ...changeOf(customer, edit), ...(company === undefined ? {} : { company }) };
      try {
        const address = path`/v1/customers/${contact.id}`;
        await ports.transport.send({ method: 'PATCH', path: address, body, signal });
      } catch (error) {
        if (!(error instanceof TransportError) || error.isOfRelay) throw error;
        const isTold = error.failure === 'refused';
        // The key was accepted a moment ago, when the customer was read.
        if (isRefusal(error)) throw new FieldProblem('missing-right', right);
        throw isTold ? new FieldProblem('refused') : error;
      }
    },
  };
}

function fieldsOf({ attributes }: WrittenCustomer): Map<ContactField, FieldAsRead> {
  const { name = '', externalId } = attributes;
  const fields = new Map<ContactField, FieldAsRead>();
  if (!isMasked(name)) {
    fields.set('name', name === '' ? { texts: [] } : { texts: [name], replaced: name });
  }
  const others: Record<ListField, readonly string[]> = {
    email: attributes.sharedEmails,
    phone: [...attributes.whatsapps, ...attributes.sharedPhones, ...attributes.sharedWhatsapps],
    'external-id': [
      ...attributes.sharedExternalIds,
      ...(externalId === undefined ? [] : [externalId]),
    ],
  };
  for (const field of ['email', 'phone', 'external-id'] as const) {
    const entries = entriesOf(attributes, field);
    // A list is sent back whole: with a mask in it, or an entry left out, something would be lost.
    const isWhole = entries !== undefined && !entries.some((entry) => isMasked(entry.text));
    const isCut = field === 'external-id' && externalId !== undefined && entries?.length === 0;
    if (isWhole && !isCut) {
      fields.set(field, { texts: [...entries.map((entry) => entry.text), ...others[field]] });
    }
  }
  return fields;
}

function changeOf(
  { attributes }: WrittenCustomer,
  { field, out, put }: FieldEdit,
): Record<string, unknown> {
  if (field === 'name') return { name: put ?? '' };
  if (field === 'company') throw new FieldProblem('refused');
  return listWith(attributes, { field, out, put });
}

/** The company's id, or none; a company that cannot be read, or only by its name, could not be preserved. */
function companyOf({ attributes, relationships }: WrittenCustomer): string | undefined {
  const company = relationships?.company ?? undefined;
  const read = v.safeParse(v.object({ data: referenceSchema }), company);
  if (read.success) return read.output.data.id;
  const isNone = company === undefined || (isJsonObject(company) && company.data === null);
  if (!isNone || attributes.companyName !== undefined) throw new FieldProblem('unreadable');
  return undefined;
}
