import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import type { ApiPorts, DirectoryPage } from '../contract/api';
import { decodeOrKeep } from '../shared/decode';
import { readEach } from '../shared/read-each';
import { type AcceptedLink, acceptLink, readAnswer } from './calls';
import { toContact } from './contacts';
import { visitorSchema } from './schemas';
import { mayBeFull } from './tells-of-more';
import { toldLinks } from './told-links';

/**
 * One page of all visitors, the one with the newest chat first. The API has no filter and no known
 * page size: pages are reached by `links.next`, which may be a number in place of an address. An
 * empty page or a link that leads back ends the list. Where an answer says nothing about a next
 * page, could be a full one, or tells of more without a link to it, the page after it is asked for
 * by its number: only an empty one proves the end. A next link that leaves the platform's API is
 * not followed: the list ends there and the link counts as dropped. An end that nothing proves is
 * marked (README.md#paging).
 */
export async function readDirectoryPage(
  ports: ApiPorts,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<DirectoryPage> {
  const { connection } = ports;
  const page = openCursor(cursor, connection.apiOrigin);
  const answer = await readList(ports, page, signal);
  if (answer === undefined) return { contacts: [], next: undefined, dropped: 0, endUnproven: true };
  const { items, dropped } = readEach(visitorSchema, answer.list);
  // The page's number was not understood: the same page came again.
  const isSameAgain = page.after !== undefined && page.after === firstIdOf(answer.list);
  const contacts = items.map((visitor) => toContact(visitor, connection.id, ports.now()));
  if (isSameAgain) return { contacts, next: undefined, dropped, endUnproven: true };
  const following = followingPage(answer, page, connection.apiOrigin);
  return { contacts, ...following, dropped: dropped + following.dropped };
}

interface VisitorList {
  list: unknown[];
  body: unknown;
}

/** A list that has been begun may end with a refusal instead of an empty page; that gives `undefined`. */
async function readList(
  ports: ApiPorts,
  page: OpenPage,
  signal: AbortSignal,
): Promise<VisitorList | undefined> {
  try {
    const { path: address, query } = page.link;
    const response = await ports.transport.send({ method: 'GET', path: address, query, signal });
    const { result, body } = readAnswer(response);
    const list = result === null ? [] : result;
    if (!Array.isArray(list)) throw new TransportError('not-json', { status: response.status });
    return { list, body };
  } catch (error) {
    if (page.isFirst || !(error instanceof TransportError) || !isRefusal(error)) throw error;
    return undefined;
  }
}

function isRefusal(error: TransportError): boolean {
  return error.failure === 'not-found' || error.failure === 'refused';
}

type FollowingPage = Pick<DirectoryPage, 'next' | 'dropped' | 'endUnproven'>;

const end: FollowingPage = { next: undefined, dropped: 0 };

function followingPage({ list, body }: VisitorList, page: OpenPage, origin: string): FollowingPage {
  if (list.length === 0) return end;
  const told = toldLinks(body, 'next');
  const link = told.links.map(addressOfPage)[0];
  if (link === undefined) {
    const isEnd = told.hasPlace && told.unread === 0 && !mayBeFull(list.length);
    return isEnd ? end : { ...end, next: numberedPage(page, list) };
  }
  const next = acceptLink(link, origin);
  if (next === undefined) return { ...end, dropped: 1, endUnproven: true };
  const leadsBack = next.key === page.link.key || isFirstPage(next);
  return leadsBack ? end : { ...end, next: next.key };
}

const visitors = '/api/v1/visitors';

function addressOfPage(link: string): string {
  return /^\d{1,9}$/.test(link) ? `${visitors}?page=${link}` : link;
}

/** The page after this one by its number, and the visitor that shows whether numbers are understood. */
function numberedPage(page: OpenPage, list: readonly unknown[]): string {
  const number = Number(page.link.query.page ?? 1);
  const next = Number.isSafeInteger(number) && number > 0 ? number + 1 : 2;
  return `${visitors}?page=${next}#${encodeURIComponent(firstIdOf(list))}`;
}

function firstIdOf(list: readonly unknown[]): string {
  const [first] = readEach(visitorSchema, list).items;
  return first?.id ?? '';
}

interface OpenPage {
  link: AcceptedLink;
  isFirst: boolean;
  /** The first visitor of the page before, where this page is requested by its number. */
  after?: string | undefined;
}

const firstPage: AcceptedLink = { path: path`/api/v1/visitors`, query: {}, key: visitors };

/** A cursor is a link accepted before; it is checked again, since it was stored in between. */
function openCursor(cursor: string | undefined, origin: string): OpenPage {
  const link = cursor === undefined ? undefined : acceptLink(cursor, origin);
  if (cursor === undefined || link === undefined) return { link: firstPage, isFirst: true };
  const mark = cursor.indexOf('#');
  const after = mark === -1 ? undefined : decodeOrKeep(cursor.slice(mark + 1));
  return { link, isFirst: isFirstPage(link), after };
}

function isFirstPage(link: AcceptedLink): boolean {
  return link.key === firstPage.key || link.key === `${firstPage.key}?page=1`;
}
