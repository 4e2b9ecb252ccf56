import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import type { ApiPorts, DirectoryPage } from '../contract/api';
import { readEach } from '../shared/read-each';
import { type AcceptedLink, acceptLink, readAnswer } from './calls';
import { toContact } from './contacts';
import { visitorSchema } from './schemas';

/**
 * One page of all visitors, the one with the newest chat first. The API has no filter and no known
 * page size: pages are reached by `links.next` alone. A missing next link, an empty page or a link
 * that leads back ends the list. A next link that leaves the platform's API is not followed: the
 * list ends there and the link counts as dropped.
 */
export async function readDirectoryPage(
  ports: ApiPorts,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<DirectoryPage> {
  const { connection } = ports;
  const origin = connection.apiOrigin;
  const page = openCursor(cursor, origin);
  const response = await ports.transport.send({
    method: 'GET',
    path: page.path,
    query: page.query,
    signal,
  });
  const answer = readAnswer(response);
  const list = answer.result ?? [];
  if (!Array.isArray(list)) throw new TransportError('not-json', { status: response.status });
  const { items, dropped } = readEach(visitorSchema, list);
  const contacts = items.map((visitor) => toContact(visitor, connection.id, ports.now()));
  const link = answer.links('next')[0];
  if (link === undefined || list.length === 0) return { contacts, next: undefined, dropped };
  const next = acceptLink(link, origin);
  if (next === undefined) return { contacts, next: undefined, dropped: dropped + 1 };
  const leadsBack = next.key === page.key || isFirstPage(next);
  return { contacts, next: leadsBack ? undefined : next.key, dropped };
}

const firstPage: AcceptedLink = {
  path: path`/api/v1/visitors`,
  query: {},
  key: '/api/v1/visitors',
};

/** A cursor is a link accepted before; it is checked again, since it was stored in between. */
function openCursor(cursor: string | undefined, origin: string): AcceptedLink {
  return (cursor === undefined ? undefined : acceptLink(cursor, origin)) ?? firstPage;
}

function isFirstPage(link: AcceptedLink): boolean {
  return link.key === firstPage.key || link.key === `${firstPage.key}?page=1`;
}
