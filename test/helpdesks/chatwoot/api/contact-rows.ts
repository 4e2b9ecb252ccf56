import { contactShape, contactWithInboxes } from '../shapes/contact';
import type { Contact } from '../tables';
import { type ApiContext, inboxFormOf } from './context';
import { isLike, likePattern } from './matching';

/** Rows of contacts on one page of a list. */
export const contactPageSize = 15;

/** Contacts with an e-mail, phone or identifier: what lists and filters are made of. */
export function resolvedContacts(contacts: readonly Contact[]): Contact[] {
  return contacts.filter(
    (contact) =>
      contact.email !== null || contact.phoneNumber !== null || contact.identifier !== null,
  );
}

/** Contacts whose name, e-mail, phone or (case-sensitive) identifier contains the text. */
export function searchContacts(contacts: readonly Contact[], query: string): Contact[] {
  const loose = likePattern(query);
  const strict = likePattern(query, true);
  return contacts.filter(
    (contact) =>
      isLike(contact.name, loose) ||
      isLike(contact.email, loose) ||
      isLike(contact.phoneNumber, loose) ||
      isLike(contact.identifier, strict),
  );
}

const sortValues: Record<string, (contact: Contact) => string | number | null> = {
  name: (contact) => contact.name.toLowerCase(),
  email: (contact) => contact.email,
  phone_number: (contact) => contact.phoneNumber,
  last_activity_at: (contact) => contact.lastActivityAt,
  created_at: (contact) => contact.createdAt,
  company_name: (contact) => String(contact.additional.company_name ?? ''),
  city: (contact) => String(contact.additional.city ?? ''),
  country: (contact) => String(contact.additional.country ?? ''),
};

/** Sorts by the `sort` parameter (`-` for descending, nothing last); by id when there is none. */
export function sortContacts(contacts: readonly Contact[], sort: string | undefined): Contact[] {
  const descending = sort?.startsWith('-') === true;
  const value = sortValues[sort?.replace(/^-/, '') ?? ''];
  const sorted = [...contacts].sort((one, other) => one.id - other.id);
  if (value === undefined) return sorted;
  return sorted.sort((one, other) => compare(value(one), value(other), descending ? -1 : 1));
}

function compare(
  one: string | number | null,
  other: string | number | null,
  direction: 1 | -1,
): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -direction : direction;
}

/** Contacts in API form, with `contact_inboxes` unless the parameter is given and not `true`. */
export function contactShapes(
  c: ApiContext,
  contacts: readonly Contact[],
): Record<string, unknown>[] {
  const asked = c.req.query('include_contact_inboxes') ?? 'true';
  return contacts.map((contact) =>
    asked === 'true'
      ? contactWithInboxes(contact, c.get('account'), inboxFormOf(c))
      : contactShape(contact),
  );
}
