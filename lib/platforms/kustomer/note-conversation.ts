import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import type { ApiPorts } from '../contract/api';
import { readEach } from '../shared/read-each';
import { createResource, fetchResource, isTaken } from './calls';
import {
  type KustomerConversation,
  kustomerConversationSchema,
  listSchema,
  referenceSchema,
} from './schemas';

const ownConversationPrefix = 'deskside-notes-';

/** Whether the product made this conversation, for notes alone. */
export function isOwnConversation({ attributes }: KustomerConversation): boolean {
  return attributes.externalId?.startsWith(ownConversationPrefix) === true;
}

/**
 * A conversation of the customer that can contain a note, as each note of Kustomer's is in one: the
 * newest there is, else one that is created once, with the status "done" from the start, so that nobody
 * has to answer it (README.md#notes). Throws `TransportError`.
 */
export async function findNoteConversation(
  ports: ApiPorts,
  customerId: string,
  signal: AbortSignal,
): Promise<string> {
  const { body } = await ports.transport.send({
    method: 'GET',
    path: path`/v1/customers/${customerId}/conversations`,
    query: { page: '1', pageSize: '100' },
    signal,
  });
  const list = v.safeParse(listSchema, body);
  if (!list.success) throw new TransportError('not-json');
  const conversations = readEach(kustomerConversationSchema, list.output.data).items;
  const [newest] = conversations.sort(
    (a, b) => (b.attributes.lastActivityAt ?? 0) - (a.attributes.lastActivityAt ?? 0),
  );
  return newest?.id ?? (await ownConversation(ports, customerId, signal));
}

/** Found again by its external id, so that it is never created twice. */
async function ownConversation(
  ports: ApiPorts,
  customerId: string,
  signal: AbortSignal,
): Promise<string> {
  const externalId = ownConversationPrefix + customerId;
  const known = await idOfExternal(ports, externalId, signal);
  if (known !== undefined) return known;
  const address = path`/v1/customers/${customerId}/conversations`;
  const fields = { name: 'Notes', status: 'done' };
  try {
    return await createResource(ports, address, { ...fields, externalId }, signal);
  } catch (error) {
    if (!isTaken(error)) throw error;
    // By another browser at this moment, or by one that was deleted.
    const other = await idOfExternal(ports, externalId, signal);
    return other ?? createResource(ports, address, fields, signal);
  }
}

async function idOfExternal(
  ports: ApiPorts,
  externalId: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const address = path`/v1/conversations/externalId=${externalId}`;
  const known = v.safeParse(referenceSchema, await fetchResource(ports, address, signal));
  return known.success ? known.output.id : undefined;
}
