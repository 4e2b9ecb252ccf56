import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import type { ApiPorts, FoundByName } from '../contract/api';
import { readEach } from '../shared/read-each';
import { isRefusal } from './calls';
import { contactOf } from './contacts';
import { customerSchema, listSchema } from './schemas';

/** As many as somebody is willing to look through. */
const SCREENFUL = 20;

/** The role to ask an administrator for; older names of it work too (README.md#roles). */
const searchRight = 'org.permission.search.create';

/**
 * Customers of exactly this name, complete. Kustomer's search has more operators than `equals`, but how
 * they are written is not documented (README.md#search); it covers who was active in the last two years.
 * Throws `TransportError`.
 */
export async function findCustomersByName(
  ports: ApiPorts,
  name: string,
  signal: AbortSignal,
): Promise<FoundByName> {
  const body = await searchByName(ports, name, signal);
  if (body === 'refused') return { contacts: [], dropped: 0, missingRight: searchRight };
  const list = v.safeParse(listSchema, body);
  if (!list.success) throw new TransportError('not-json');
  const { items, dropped } = readEach(customerSchema, list.output.data);
  const origin = { connection: ports.connection, now: ports.now() };
  const contacts = items
    .filter(({ attributes }) => attributes.deleted !== true)
    .map((customer) => contactOf(customer, origin));
  return { contacts, dropped, hasMore: (list.output.links?.next ?? '') !== '' };
}

async function searchByName(ports: ApiPorts, name: string, signal: AbortSignal): Promise<unknown> {
  try {
    const answer = await ports.transport.send({
      method: 'POST',
      path: path`/v1/customers/search`,
      query: { page: '1', pageSize: String(SCREENFUL) },
      body: { queryContext: 'customer', and: [{ customer_name: { equals: name } }] },
      repeatable: true,
      signal,
    });
    return answer.body;
  } catch (error) {
    if (isRefusal(error)) return 'refused';
    throw error;
  }
}
