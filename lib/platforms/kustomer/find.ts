import * as v from 'valibot';
import { path } from '../../http/path';
import type { EncodedPath } from '../../http/transport';
import type { Contact, Identifier } from '../../model/contact';
import type { ApiPorts, Found } from '../contract/api';
import { contactOf } from './customer-mapping';
import { carries, withProof } from './proof';
import { fetchResource } from './requests';
import { customerSchema } from './schemas';

/**
 * Looks every identifier up by Kustomer's exact lookups, of which each knows one customer at most:
 * `/v1/customers/email=…`, `phone=…` (with plus, then without: stored numbers carry it, Kustomer's
 * example does not) and `externalId=…`. A customer that turns out not to carry the identifier as
 * its own (it may be a shared one) is left out. Throws `TransportError`.
 */
export async function findCustomers(
  ports: ApiPorts,
  identifiers: readonly Identifier[],
  signal: AbortSignal,
): Promise<Found> {
  const answers = await Promise.all(
    identifiers.map((identifier) => lookUp(ports, identifier, signal)),
  );
  const contacts = new Map<string, Contact>();
  let dropped = 0;
  for (const [index, answer] of answers.entries()) {
    const identifier = identifiers[index];
    if (answer === undefined || identifier === undefined) continue;
    const customer = v.safeParse(customerSchema, answer);
    if (!customer.success) {
      dropped += 1;
    } else if (
      customer.output.attributes.deleted !== true &&
      carries(customer.output, identifier)
    ) {
      const { id } = customer.output;
      const contact =
        contacts.get(id) ??
        contactOf(customer.output, { connection: ports.connection, now: ports.now() });
      contacts.set(id, withProof(contact, identifier));
    }
  }
  return { contacts: [...contacts.values()], dropped };
}

async function lookUp(
  ports: ApiPorts,
  identifier: Identifier,
  signal: AbortSignal,
): Promise<unknown> {
  for (const address of addressesOf(identifier)) {
    const customer = await fetchResource(ports, address, signal);
    if (customer !== undefined) return customer;
  }
  return undefined;
}

/** The `=` belongs to the path and stays as it is; the value is encoded. */
function addressesOf({ kind, value }: Identifier): EncodedPath[] {
  if (value === '' || value === '.' || value === '..') return [];
  switch (kind) {
    case 'email':
      return [path`/v1/customers/email=${value}`];
    case 'phone': {
      const digits = value.replace(/^\+/, '');
      return digits === ''
        ? []
        : [path`/v1/customers/phone=${value}`, path`/v1/customers/phone=${digits}`];
    }
    case 'external-id':
      return [path`/v1/customers/externalId=${value}`];
  }
}
