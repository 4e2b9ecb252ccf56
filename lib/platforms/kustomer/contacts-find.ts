import * as v from 'valibot';
import { path } from '../../http/encode-path';
import type { EncodedPath } from '../../http/transport';
import { normaliseEmail } from '../../identity/email';
import { normaliseExternalId } from '../../identity/external-id';
import { spellingsOf } from '../../identity/identifier-spellings';
import { normalisePhone } from '../../identity/phone';
import type { Contact, Identifier } from '../../model/contact';
import type { ApiPorts, Found } from '../contract/api';
import { listOf, unique } from '../shared/field-values';
import { fetchResource } from './calls';
import { contactOf } from './contacts';
import { isMasked } from './masked';
import { customerSchema, type KustomerCustomer } from './schemas';

/**
 * Looks every identifier up by Kustomer's exact lookups, of which each knows one customer at most:
 * `/v1/customers/email=…`, `phone=…` (with plus, then without: stored numbers carry it, Kustomer's
 * example does not) and `externalId=…`, once for every spelling in which it may be stored. A customer
 * that turns out not to carry the identifier as its own (it may be a shared one) is left out. Throws
 * `TransportError`.
 */
export async function findCustomers(
  ports: ApiPorts,
  identifiers: readonly Identifier[],
  signal: AbortSignal,
): Promise<Found> {
  const lookups = identifiers.flatMap((identifier) =>
    spellingsOf(identifier).map(async (value) => ({
      identifier,
      answer: await lookUp(ports, addressesOf({ ...identifier, value }), signal),
    })),
  );
  const contacts = new Map<string, Contact>();
  let dropped = 0;
  for (const { identifier, answer } of await Promise.all(lookups)) {
    if (answer === undefined) continue;
    const customer = v.safeParse(customerSchema, answer);
    if (!customer.success) {
      dropped += 1;
    } else if (
      customer.output.attributes.deleted !== true &&
      carriesIdentifier(customer.output, identifier)
    ) {
      const { id } = customer.output;
      const contact =
        contacts.get(id) ??
        contactOf(customer.output, { connection: ports.connection, now: ports.now() });
      contacts.set(id, withIdentifier(contact, identifier));
    }
  }
  return { contacts: [...contacts.values()], dropped };
}

async function lookUp(
  ports: ApiPorts,
  addresses: readonly EncodedPath[],
  signal: AbortSignal,
): Promise<unknown> {
  for (const address of addresses) {
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

/**
 * Whether a customer that Kustomer returned for an identifier carries it as its own. Where the values are
 * masked or withheld for this key, Kustomer's answer is trusted, unless the identifier is listed as one
 * that several customers share.
 */
function carriesIdentifier(customer: KustomerCustomer, identifier: Identifier): boolean {
  const { own, shared, same } = comparedValues(customer, identifier);
  if (own.some(same)) return true;
  return (own.length === 0 || own.some(isMasked)) && !shared.some(same);
}

/** The contact with the identifier added to its keys, as masked values give none by themselves. */
function withIdentifier(contact: Contact, { kind, value }: Identifier): Contact {
  switch (kind) {
    case 'email':
      return { ...contact, emailKeys: unique([...contact.emailKeys, value]) };
    case 'phone':
      return { ...contact, phoneKeys: unique([...contact.phoneKeys, value]) };
    case 'external-id':
      return { ...contact, externalIds: unique([...contact.externalIds, value]) };
  }
}

function comparedValues(
  { attributes }: KustomerCustomer,
  { kind, value }: Identifier,
): { own: string[]; shared: string[]; same: (raw: string) => boolean } {
  switch (kind) {
    case 'email':
      return {
        own: attributes.emails,
        shared: attributes.sharedEmails,
        same: (raw) => normaliseEmail(raw) === value,
      };
    case 'phone':
      return {
        own: [...attributes.phones, ...attributes.whatsapps],
        shared: [...attributes.sharedPhones, ...attributes.sharedWhatsapps],
        same: (raw) => isNumber(raw, value),
      };
    case 'external-id':
      return {
        own: [...attributes.externalIds, ...listOf(attributes.externalId)],
        shared: attributes.sharedExternalIds,
        same: (raw) => normaliseExternalId(raw) === value,
      };
  }
}

/** Some stored numbers lack the plus. */
function isNumber(raw: string, value: string): boolean {
  const key = normalisePhone(raw) ?? normalisePhone(`+${raw.replace(/^\D+/, '')}`);
  return key === value || raw.replace(/\D/g, '') === value.replace(/\D/g, '');
}
