import { normaliseEmail } from '../../identity/email';
import type { Contact, Identifier } from '../../model/contact';
import type { KustomerCustomer } from './schemas';
import { isMasked, unique } from './values';

/**
 * Whether a customer that Kustomer returned for an identifier carries it as its own. Where the
 * values are masked or withheld for this key, Kustomer's word is taken, unless the identifier is
 * listed as one that several customers share.
 */
export function carries(customer: KustomerCustomer, identifier: Identifier): boolean {
  const { own, shared, same } = candidates(customer, identifier);
  if (own.some(same)) return true;
  return (own.length === 0 || own.some(isMasked)) && !shared.some(same);
}

/** The contact with the identifier among its keys, as masked values give none by themselves. */
export function withProof(contact: Contact, { kind, value }: Identifier): Contact {
  switch (kind) {
    case 'email':
      return { ...contact, emailKeys: unique([...contact.emailKeys, value]) };
    case 'phone':
      return { ...contact, phoneKeys: unique([...contact.phoneKeys, value]) };
    case 'external-id':
      return { ...contact, externalIds: unique([...contact.externalIds, value]) };
  }
}

function candidates(
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
        // Some stored numbers lack the plus, so only the digits count.
        same: (raw) => digitsOf(raw) === digitsOf(value),
      };
    case 'external-id':
      return {
        own: [
          ...attributes.externalIds,
          ...(attributes.externalId === undefined ? [] : [attributes.externalId]),
        ],
        shared: attributes.sharedExternalIds,
        same: (raw) => raw === value,
      };
  }
}

function digitsOf(raw: string): string {
  return raw.replace(/\D/g, '');
}
