import * as v from 'valibot';
import { pathFromLink } from '../../http/path';
import type { EncodedPath } from '../../http/transport';
import type { ApiPorts } from '../contract/api';
import { readEach, time } from './field-values';
import { type KustomerList, listSchema } from './schemas';

const PAGE_SIZE = 100;

/**
 * How a list ended. `whole`: nothing follows. `unreadable`: an answer or its link to the next page
 * made no sense. `refused`: this key may not read it.
 */
export type ListEnd = 'whole' | 'unreadable' | 'refused';

/** How far a list was read, as it is kept between calls and restarts. */
export interface SavedList {
  /** Path and query of the page read last. */
  at?: string | undefined;
  end?: ListEnd | undefined;
  order: ListOrder;
  /** Marks of the pages read, to tell a link that leads round in a circle. */
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

  /** Records the answer to `fetch`; `end` then tells whether it was the last page. */
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

/**
 * By which times a list runs newest first, as far as its pages show, each with the oldest (epoch
 * ms). An absent one is not known yet; `null` is known to be in no such order.
 */
interface ListOrder {
  created?: number | null | undefined;
  sent?: number | null | undefined;
}

const datedSchema = v.object({ attributes: v.object({ sentAt: time, createdAt: time }) });

/**
 * What is known of a list's order after one more page. Kustomer does not document it, and imports
 * may share one of the times or have them in another order. Pages are judged one by one: new items
 * at the front push those at the end of a page onto the next, where they come again.
 */
function orderAfter(order: ListOrder, data: readonly unknown[]): ListOrder {
  const dated = readEach(datedSchema, data).read.map((item) => item.attributes);
  return {
    created: oldestAfter(
      order.created,
      dated.map(({ createdAt }) => createdAt),
    ),
    sent: oldestAfter(
      order.sent,
      dated.map(({ sentAt, createdAt }) => sentAt ?? createdAt),
    ),
  };
}

/** Epoch ms from which on nothing is missing by any of the orders; `undefined` where there is none. */
function sinceBy({ created, sent }: ListOrder): number | undefined {
  const times = [created, sent].filter((each) => typeof each === 'number');
  return times.length === 0 ? undefined : Math.max(...times);
}

function oldestAfter(
  oldest: number | null | undefined,
  times: readonly (number | undefined)[],
): number | null | undefined {
  const known = times.filter((each) => each !== undefined);
  const neverRises = known.every((each, index) => each <= (known[index - 1] ?? each));
  if (oldest === null || !neverRises) return null;
  // A first page on which all have the same time says nothing, and more than that is not waited for.
  if (oldest === undefined && new Set(known).size < 2) return null;
  return known.reduce((least, each) => Math.min(least, each), oldest ?? Number.POSITIVE_INFINITY);
}
