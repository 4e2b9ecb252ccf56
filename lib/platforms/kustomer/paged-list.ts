import * as v from 'valibot';
import { pathFromLink } from '../../http/encode-path';
import type { EncodedPath } from '../../http/transport';
import type { ApiPorts } from '../contract/api';
import { type ListOrder, orderAfter, sinceBy } from './list-order';
import { type KustomerList, listSchema } from './schemas';

const PAGE_SIZE = 100;

/**
 * How a list ended. `whole`: nothing follows. `unreadable`: an answer or its link to the next page
 * made no sense. `refused`: this key may not read it.
 */
type ListEnd = 'whole' | 'unreadable' | 'refused';

/** How far a list was read, as it is stored between calls and restarts. */
export interface SavedList {
  /** Path and query of the page read last. */
  at?: string | undefined;
  end?: ListEnd | undefined;
  order: ListOrder;
  /** Marks of the pages read, to recognise a link that leads round in a circle. */
  seen: string[];
}

export interface ListPage {
  data: unknown[];
  included: unknown[];
  /** It was read by an earlier call too. */
  isRepeat: boolean;
}

interface PageAddress {
  path: EncodedPath;
  query: Record<string, string>;
}

/**
 * One list, read page by page. `links.next` is followed only below `/v1/` on the connection's own
 * origin, and never to a page that was read before. Reading on after a pause begins with the page
 * that was read last: when items were deleted meanwhile, what followed has moved into it.
 */
export class PagedList {
  end: ListEnd | undefined;
  /** Pages read by this call. */
  pagesRead = 0;
  /** Items on them. */
  itemsRead = 0;
  readonly #ports: ApiPorts;
  readonly #first: PageAddress;
  readonly #seen: Set<string>;
  #order: ListOrder;
  #at: PageAddress | undefined;
  #next: PageAddress;
  #isRepeat: boolean;

  constructor(
    ports: ApiPorts,
    path: EncodedPath,
    query: Readonly<Record<string, string>>,
    saved: SavedList = { order: {}, seen: [] },
  ) {
    this.#ports = ports;
    this.#first = { path, query: { page: '1', pageSize: String(PAGE_SIZE), ...query } };
    this.end = saved.end;
    this.#at = this.#addressOf(saved.at);
    // Without a page to go on from, the list is read from its first page, as if it never had been.
    this.#order = this.#at === undefined ? {} : saved.order;
    this.#seen = new Set(this.#at === undefined ? [] : saved.seen);
    this.#next = this.#at ?? this.#first;
    this.#isRepeat = this.#at !== undefined;
  }

  /** Epoch ms: nothing newer is missing. `undefined` while anything may be. */
  get since(): number | undefined {
    return sinceBy(this.#order);
  }

  /** Asks for the next page, for `record`. Throws `TransportError`. */
  async fetch(signal: AbortSignal): Promise<unknown> {
    return (await this.#ports.transport.send({ method: 'GET', ...this.#next, signal })).body;
  }

  /** Records the answer to `fetch`; `end` then shows whether it was the last page. */
  record(body: unknown): ListPage {
    const address = this.#next;
    const isRepeat = this.#isRepeat;
    this.#isRepeat = false;
    this.pagesRead += 1;
    const list = v.safeParse(listSchema, body);
    if (!list.success) {
      this.end = 'unreadable';
      return { data: [], included: [], isRepeat };
    }
    this.#at = address;
    this.#seen.add(markOf(address));
    this.#order = orderAfter(this.#order, list.output.data);
    this.#follow(list.output);
    const { data, included } = list.output;
    this.itemsRead += data.length;
    return { data, included, isRepeat };
  }

  saved(): SavedList {
    const at = this.#at === undefined ? undefined : linkOf(this.#at);
    const seen = this.end === undefined ? [...this.#seen] : [];
    return { at, end: this.end, order: this.#order, seen };
  }

  /** An empty page is the end even if it links on, as Kustomer's searches do. */
  #follow(list: KustomerList): void {
    const link = list.links?.next;
    if (link === undefined || list.data.length === 0) {
      this.end = 'whole';
      return;
    }
    const next = this.#addressOf(link);
    if (next === undefined || this.#seen.has(markOf(next))) this.end = 'unreadable';
    else this.#next = next;
  }

  #addressOf(link: string | undefined): PageAddress | undefined {
    if (link === undefined) return undefined;
    const target = pathFromLink(link, this.#ports.connection.apiOrigin, '/v1/');
    if (target === undefined) return undefined;
    return { path: target.path, query: { ...this.#first.query, ...target.query } };
  }
}

const MOST_LIST_PAGES = 100;

/** A list of the organisation's own things, read to its end: at most 100 pages of 100. */
export async function readWholeList(
  ports: ApiPorts,
  path: EncodedPath,
  signal: AbortSignal,
): Promise<{ data: unknown[]; isWhole: boolean }> {
  const list = new PagedList(ports, path, {});
  const data: unknown[] = [];
  while (list.end === undefined && list.pagesRead < MOST_LIST_PAGES) {
    data.push(...list.record(await list.fetch(signal)).data);
  }
  return { data, isWhole: list.end === 'whole' };
}

function linkOf({ path, query }: PageAddress): string {
  return `${path}?${new URLSearchParams(Object.entries(query).sort())}`;
}

/** A short mark of an address; two addresses share one once in four thousand million times. */
function markOf(address: PageAddress): string {
  let mark = 0x811c9dc5;
  for (const character of linkOf(address)) {
    mark = Math.imul(mark ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return mark.toString(36);
}
