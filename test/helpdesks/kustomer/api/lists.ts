import { hexId } from '../../world/ids';
import type { Desk } from '../desk';
import type { Resource } from '../resources/resource';
import { json } from './errors';

interface Page<Row> {
  rows: Row[];
  page: number;
  pageSize: number;
  total: number;
}

/** The part of `rows` the address asks for; sizes beyond `max` are cut down to it. */
export function pageOf<Row>(
  rows: readonly Row[],
  url: URL,
  sizes: { usual: number; max: number },
): Page<Row> {
  const page = positive(url.searchParams.get('page')) ?? 1;
  const asked = positive(url.searchParams.get('pageSize')) ?? sizes.usual;
  const pageSize = Math.min(asked, sizes.max);
  const start = (page - 1) * pageSize;
  return { rows: rows.slice(start, start + pageSize), page, pageSize, total: rows.length };
}

function positive(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** The answer to a list request: links are paths, and null at the ends. */
export function listAnswer<Row>(
  url: URL,
  page: Page<Row>,
  resourceOf: (row: Row) => unknown,
  more: { total?: boolean; next?: number | null; included?: Resource[] } = {},
): Response {
  const pages = Math.max(1, Math.ceil(page.total / page.pageSize));
  const follow = more.next ?? (page.page < pages ? page.page + 1 : null);
  const link = (to: number | null) => (to === null ? null : pathTo(url, to, page.pageSize));
  return json({
    meta: {
      page: page.page,
      pageSize: page.pageSize,
      ...(more.total === true ? { total: page.total, totalPages: pages } : {}),
    },
    data: page.rows.map(resourceOf),
    links: {
      self: link(page.page),
      first: link(1),
      prev: link(page.page > 1 ? page.page - 1 : null),
      next: link(follow),
    },
    ...(more.included === undefined ? {} : { included: more.included }),
  });
}

function pathTo(url: URL, page: number, pageSize: number): string {
  const query = new URLSearchParams(url.searchParams);
  query.set('page', String(page));
  query.set('pageSize', String(pageSize));
  return `${url.pathname}?${query}`;
}

/** Rows in the switched-on order of creation; `sort=desc` has an effect only where that is switched on. */
export function ordered<Row extends { id: string }>(
  desk: Desk,
  url: URL,
  rows: readonly Row[],
  createdAt: (row: Row) => number,
): Row[] {
  const asked = desk.switches.nestedSort ? url.searchParams.get('sort') : null;
  const order = asked === 'asc' || asked === 'desc' ? asked : desk.switches.order;
  if (order === 'random') {
    return [...rows].sort((a, b) => (hexId(a.id) < hexId(b.id) ? -1 : 1));
  }
  const sign = order === 'asc' ? 1 : -1;
  return [...rows].sort((a, b) => sign * (createdAt(a) - createdAt(b)));
}
