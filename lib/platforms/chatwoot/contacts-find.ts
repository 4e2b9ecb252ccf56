import { path } from '../../http/encode-path';
import { spellingsOf } from '../../identity/identifier-spellings';
import { bareQuery, looksLikePhone } from '../../identity/people-query';
import type { Contact, Identifier } from '../../model/contact';
import type { Found } from '../contract/api';
import { readEach } from '../shared/read-each';
import { accountOf, type ChatwootClient, readPayload } from './calls';
import { mapContact } from './contacts';
import { chatwootContactSchema } from './schemas';

/** Contacts per page of `contacts/filter`; Chatwoot's own figure. */
const CONTACTS_PER_PAGE = 15;
/** If more than 60 contacts have one address, they are not one person. */
const MOST_PAGES = 4;

/**
 * Finds the contacts that have one of the identifiers: all of them, in every spelling in which they may
 * be stored, are requested in one call, joined by OR. The server compares without regard to case; what it
 * returns is compared again here, so that only equal identifiers link contacts. Anonymous visitors are
 * not searched by Chatwoot.
 */
export async function findChatwootContacts(
  client: ChatwootClient,
  identifiers: readonly Identifier[],
  signal: AbortSignal,
): Promise<Found> {
  const wanted = identifiers.filter(({ value }) => value.trim() !== '');
  if (wanted.length === 0) return { contacts: [], dropped: 0 };
  const { ports, calls } = client;
  const address = path`/api/v1/accounts/${accountOf(ports)}/contacts/filter`;
  const spellings = wanted.flatMap((identifier) =>
    spellingsOf(identifier).map((value) => ({ kind: identifier.kind, value })),
  );
  const body = { payload: spellings.map(condition) };
  const found = new Map<string, Contact>();
  let dropped = 0;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = { page, sort: '-last_activity_at', include_contact_inboxes: 'false' };
    const { rows, meta } = readPayload(await calls.search(address, signal, query, body));
    const read = readEach(chatwootContactSchema, rows);
    dropped += read.dropped;
    for (const raw of read.items) {
      const contact = mapContact(ports.connection, raw, ports.now());
      if (wanted.some((identifier) => has(contact, identifier))) found.set(contact.id, contact);
    }
    const total = meta.count;
    const seen = (page - 1) * CONTACTS_PER_PAGE + rows.length;
    if (rows.length < CONTACTS_PER_PAGE || (total !== undefined && seen >= total)) break;
  }
  return { contacts: [...found.values()], dropped };
}

/**
 * One condition of the filter; only the first value of each counts on contacts. Phone numbers go
 * without `+`: servers before 4.7.0 put a second one in front, later ones accept both.
 */
function condition({ kind, value }: Identifier, index: number, all: readonly Identifier[]) {
  const keys = { email: 'email', phone: 'phone_number', 'external-id': 'identifier' } as const;
  return {
    attribute_key: keys[kind],
    filter_operator: 'equal_to',
    values: [kind === 'phone' ? value.replace(/^\+/, '') : value],
    query_operator: index < all.length - 1 ? 'OR' : null,
  };
}

function has(contact: Contact, { kind, value }: Identifier): boolean {
  switch (kind) {
    case 'email':
      return contact.emailKeys.includes(value);
    case 'phone':
      return contact.phoneKeys.includes(value);
    case 'external-id':
      return contact.externalIds.includes(value);
  }
}

/**
 * One page (15) of the contacts whose name, e-mail address, phone number or identifier contains the
 * query, most recently active first. `%` would stand for anything and is left out (`_` stands for
 * one character, itself included); a phone number is searched by its digits, as stored
 * (README.md#finding-contacts). Throws `TransportError`.
 */
export async function searchContacts(
  { ports, calls }: ChatwootClient,
  query: string,
  signal: AbortSignal,
): Promise<Found> {
  const q = plainQuery(query);
  if (q === '') return { contacts: [], dropped: 0 };
  const address = path`/api/v1/accounts/${accountOf(ports)}/contacts/search`;
  const { rows, meta, hasMore } = readPayload(
    await calls.get(address, signal, {
      q,
      page: 1,
      sort: '-last_activity_at',
      include_contact_inboxes: 'false',
    }),
  );
  const { items, dropped } = readEach(chatwootContactSchema, rows);
  const contacts = items.map((raw) => mapContact(ports.connection, raw, ports.now()));
  // Before 4.11.0 only the count of all tells (README.md#finding-contacts).
  return { contacts, dropped, hasMore: hasMore || (meta.count ?? 0) > rows.length };
}

function plainQuery(query: string): string {
  const text = bareQuery(query).replace(/%/g, ' ').replace(/\s+/g, ' ').trim();
  return looksLikePhone(text) ? text.replace(/\(0\)|\D/g, '').replace(/^0+/, '') : text;
}
