import * as v from 'valibot';
import { pathFromLink } from '../../http/path';
import type { EncodedPath } from '../../http/transport';
import type { ApiPorts } from '../contract/api';
import { readEach, time } from './lenient';
import { type KustomerList, listSchema } from './schemas';

const PAGE_SIZE = 100;
/** Pages of a list that runs newest first. */
const MOST_PAGES_NEWEST_FIRST = 5;
/** Pages of any other list: to stop early could hide the newest. */
const MOST_PAGES = 40;

/**
 * How a list ended. `whole`: nothing follows. `bound`: more follows, older than what was read.
 * `bound-unordered`: more follows, and it may be newer than what was read. `unreadable`: an answer
 * or its link to the next page made no sense.
 */
export type ListEnd = 'whole' | 'bound' | 'bound-unordered' | 'unreadable';

export interface ListPage {
  data: unknown[];
  included: unknown[];
  /** Absent while more is to come. */
  end?: ListEnd;
}

/**
 * Reads a list page by page. `links.next` is followed only below `/v1/` on the connection's own
 * origin, and never to a page that was read before. The order of Kustomer's lists is not documented
 * and is told from the first page. Throws `TransportError`.
 */
export async function* readPages(
  ports: ApiPorts,
  path: EncodedPath,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): AsyncGenerator<ListPage, void, void> {
  const first = { path, query: { page: '1', pageSize: String(PAGE_SIZE), ...query } };
  const seen = new Set<string>([keyOf(first)]);
  let address: PageAddress = first;
  let newestFirst = false;
  for (let count = 1; ; count += 1) {
    const { body } = await ports.transport.send({ method: 'GET', ...address, signal });
    const list = v.safeParse(listSchema, body);
    if (!list.success) {
      yield { data: [], included: [], end: 'unreadable' };
      return;
    }
    if (count === 1) newestFirst = runsNewestFirst(list.output.data);
    const next = nextPage(list.output, first.query, ports.connection.apiOrigin, seen);
    const end = typeof next === 'string' ? next : endAtBound(count, newestFirst);
    const { data, included } = list.output;
    yield { data, included, ...(end === undefined ? {} : { end }) };
    if (end !== undefined || typeof next === 'string') return;
    seen.add(keyOf(next));
    address = next;
  }
}

interface PageAddress {
  path: EncodedPath;
  query: Record<string, string>;
}

/** An empty page is the end even if it links on, as Kustomer's searches do. */
function nextPage(
  list: KustomerList,
  query: Record<string, string>,
  origin: string,
  seen: ReadonlySet<string>,
): PageAddress | 'whole' | 'unreadable' {
  const link = list.links?.next;
  if (link === undefined || list.data.length === 0) return 'whole';
  const target = pathFromLink(link, origin, '/v1/');
  if (target === undefined) return 'unreadable';
  const next = { path: target.path, query: { ...query, ...target.query } };
  return seen.has(keyOf(next)) ? 'unreadable' : next;
}

function endAtBound(count: number, newestFirst: boolean): ListEnd | undefined {
  if (newestFirst) return count < MOST_PAGES_NEWEST_FIRST ? undefined : 'bound';
  return count < MOST_PAGES ? undefined : 'bound-unordered';
}

function keyOf({ path, query }: PageAddress): string {
  return `${path}?${JSON.stringify(Object.entries(query).sort())}`;
}

const datedSchema = v.object({ attributes: v.object({ sentAt: time, createdAt: time }) });

/** Whether the items get older, by either of their times; imports may share one of them. */
function runsNewestFirst(data: readonly unknown[]): boolean {
  const dated = readEach(datedSchema, data).read.map((item) => item.attributes);
  return (
    falls(dated.map(({ createdAt }) => createdAt)) ||
    falls(dated.map(({ sentAt, createdAt }) => sentAt ?? createdAt))
  );
}

function falls(times: readonly (number | undefined)[]): boolean {
  const known = times.filter((each) => each !== undefined);
  const neverRises = known.every((each, index) => each <= (known[index - 1] ?? each));
  return neverRises && new Set(known).size > 1;
}
