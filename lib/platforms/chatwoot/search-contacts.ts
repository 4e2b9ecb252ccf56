import { path } from '../../http/path';
import type { Found } from '../contract/api';
import { accountOf, type Tools } from './calls';
import { mapContact } from './mapping';
import { readList, readPayload } from './read-list';
import { contactShape } from './schemas';

/**
 * One page (15) of the contacts whose name, e-mail address, phone number or identifier contains the
 * query, most recently active first. `%` would stand for anything and is left out (`_` stands for
 * one character, itself included); a phone number is searched by its digits, as stored (dossier
 * §5.1). Throws `TransportError`.
 */
export async function searchContacts(
  { ports, calls }: Tools,
  query: string,
  signal: AbortSignal,
): Promise<Found> {
  const q = plainQuery(query);
  if (q === '') return { contacts: [], dropped: 0 };
  const address = path`/api/v1/accounts/${accountOf(ports)}/contacts/search`;
  const { rows } = readPayload(
    await calls.get(address, signal, {
      q,
      page: 1,
      sort: '-last_activity_at',
      include_contact_inboxes: 'false',
    }),
  );
  const { items, dropped } = readList(contactShape, rows);
  return { contacts: items.map((raw) => mapContact(ports.connection, raw, ports.now())), dropped };
}

function plainQuery(query: string): string {
  const text = query.replace(/%/g, ' ').replace(/\s+/g, ' ').trim();
  const isNumber = /^[\d\s()+./-]+$/.test(text);
  return isNumber ? text.replace(/\(0\)|\D/g, '').replace(/^0+/, '') : text;
}
