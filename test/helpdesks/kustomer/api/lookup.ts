import type { CustomerRow } from '../data/rows';
import type { Desk } from '../desk';

export interface Lookup {
  /** `email`, `phone`, `externalId` or `id`. */
  field: string;
  value: string;
}

/**
 * Reads the last segment of a path such as `/v1/customers/email=a%40b.c`: the name stands before
 * the first `=`, the value after it is percent-encoded. A bare segment is an id.
 *
 * @returns undefined when the encoding is broken.
 */
export function lookupOf(url: URL): Lookup | undefined {
  const segment = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  const [, field = 'id', raw = segment] = /^(\w+)=(.*)$/.exec(segment) ?? [];
  try {
    return { field, value: decodeURIComponent(raw) };
  } catch {
    return undefined;
  }
}

/** The one customer a lookup finds, as the switches say. */
export function findCustomer(desk: Desk, lookup: Lookup): CustomerRow | undefined {
  const { switches, tables } = desk;
  if (lookup.field === 'id') return customerById(desk, lookup.value);
  return tables.customers.all().find((row) => {
    if (lookup.field === 'externalId') {
      return [row.externalId, ...(row.otherExternalIds ?? [])].includes(lookup.value);
    }
    if (lookup.field === 'phone') {
      return matches(row.phones, row.sharedPhones, (phone) => samePhone(desk, phone, lookup.value));
    }
    if (lookup.field !== 'email') return false;
    return matches(row.emails, row.sharedEmails, (email) =>
      switches.emailCase === 'sensitive'
        ? email === lookup.value
        : email.toLowerCase() === lookup.value.toLowerCase(),
    );
  });

  function matches(own: string[], shared: string[], same: (address: string) => boolean): boolean {
    return own.some(same) || (switches.sharedLookup && shared.some(same));
  }
}

function samePhone(desk: Desk, stored: string, asked: string): boolean {
  const form = desk.switches.phoneLookup;
  const digits = stored.replace('+', '');
  return (form !== 'digits' && asked === `+${digits}`) || (form !== 'e164' && asked === digits);
}

/** A customer by its id, or by the id it had before it was merged. */
export function customerById(desk: Desk, id: string): CustomerRow | undefined {
  const survivor = desk.switches.merged === 'survivor' ? desk.tables.merged.get(id) : undefined;
  return desk.tables.customers.get(survivor ?? id);
}
