import { isJsonObject } from '../../model/json-object';
import { holdsAnything, isHarmlessRelation, type Standing, tellsOfMore } from './tells-of-more';

/** Links of one purpose in an answer. */
export interface ToldLinks {
  /** Addresses, page numbers or chat ids, in their order, each once. */
  links: string[];
  /** Values that could not be read as a link, or that tell of more without leading there. */
  unread: number;
  /** Whether the answer has a place for links at all, even an empty one. */
  hasPlace: boolean;
}

const names = {
  next: /^next(?:[_-]?(?:page|url|link|href|path|cursor))*$/i,
  more: /^(?:more|older|prev(?:ious)?|next|history)(?:[_-]?(?:page|url|link|href|path|chats?|ids?))*$|^chats$/i,
} as const;

export type LinkPurpose = keyof typeof names;

/** Where links may be: under `links`, or where other services put them. */
const place = /^_?(?:links?|meta|paging|pagination|pageInfo|page_info)$/i;

/** People write these, so that what looks like a link in them is none of the service's. */
const writtenByPeople: ReadonlySet<string> = new Set([
  'events',
  'params',
  'custom',
  'utm',
  'notes',
]);

const deepest = 6;
const mostValues = 20_000;

/**
 * Finds the links of a purpose in an answer. Only that they exist is documented; where they stand
 * and in which form is not (README.md#paging), so every plausible place and form is read: beside
 * `result` or inside it, by name or by `rel`, a text, a number, a list, an object or a map.
 */
export function toldLinks(body: unknown, purpose: LinkPurpose): ToldLinks {
  const told: ToldLinks = { links: [], unread: 0, hasPlace: false };
  const roots = [body, isJsonObject(body) ? body.result : undefined].filter(isJsonObject);
  for (const root of roots) {
    const listed = Array.isArray(root.result) ? root.result.length : 1;
    readPlace(root, names[purpose], told, { isPlace: false, depth: 0, listed });
  }
  told.links = [...new Set(told.links)];
  return told;
}

/** Every text of an answer that `accepts` takes and that was not written by people, each once. */
export function textsAnywhere(body: unknown, accepts: (text: string) => boolean): string[] {
  const found = new Set<string>();
  const waiting: unknown[] = [body];
  for (let read = 0; read < waiting.length && read < mostValues; read += 1) {
    const value = waiting[read];
    if (typeof value === 'string' && accepts(value)) found.add(value);
    else if (Array.isArray(value)) waiting.push(...value.slice(0, mostValues));
    else if (isJsonObject(value)) waiting.push(...servicesOwn(value));
  }
  return [...found];
}

function servicesOwn(value: Readonly<Record<string, unknown>>): unknown[] {
  return Object.entries(value).flatMap(([key, each]) => (writtenByPeople.has(key) ? [] : [each]));
}

type Position = Standing & { depth: number };

function readPlace(
  value: Readonly<Record<string, unknown>>,
  name: RegExp,
  told: ToldLinks,
  at: Position,
): void {
  for (const [key, each] of Object.entries(value)) {
    if (name.test(key)) {
      // A chat's own fields may have such a name too; there only what can be read counts.
      readLinks(each, told, at.isPlace);
      told.hasPlace = true;
    } else if (place.test(key) && at.depth < deepest) {
      told.hasPlace = true;
      readWithin(each, name, told, at);
    } else if (tellsOfMore(key, each, at)) told.unread += 1;
  }
}

function readWithin(value: unknown, name: RegExp, told: ToldLinks, at: Position): void {
  if (Array.isArray(value)) readByRelation(value, name, told);
  else if (isJsonObject(value)) {
    readPlace(value, name, told, { ...at, isPlace: true, depth: at.depth + 1 });
  } else if (holdsAnything(value)) told.unread += 1;
}

/** `[{ rel: 'next', href: '…' }]` */
function readByRelation(list: readonly unknown[], name: RegExp, told: ToldLinks): void {
  for (const entry of list) {
    const relation = isJsonObject(entry) ? (entry.rel ?? entry.name ?? entry.type) : undefined;
    if (typeof relation === 'string' && name.test(relation)) readLinks(entry, told, true);
    else if (!isHarmlessRelation(relation)) told.unread += 1;
  }
}

function readLinks(value: unknown, told: ToldLinks, countsUnread: boolean, depth = 0): void {
  if (value === null || value === undefined || value === false) return;
  if (depth > deepest) {
    told.unread += 1;
    return;
  }
  if (typeof value === 'string') {
    if (value.trim() !== '') told.links.push(value.trim());
  } else if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) {
    told.links.push(String(value));
  } else if (Array.isArray(value)) {
    for (const each of value) readLinks(each, told, countsUnread, depth + 1);
  } else if (isJsonObject(value)) {
    readLinkObject(value, told, countsUnread, depth);
  } else if (countsUnread) {
    told.unread += 1;
  }
}

const addressKeys = ['url', 'link', 'href', 'uri', 'path', 'api', 'self', 'page', 'number', 'id'];

/** An object that describes one link, or a map whose values (or keys) are links. */
function readLinkObject(
  value: Readonly<Record<string, unknown>>,
  told: ToldLinks,
  countsUnread: boolean,
  depth: number,
): void {
  const address = addressKeys.map((key) => value[key]).find(isAddress);
  const inner = address ?? value.links;
  if (inner !== undefined) {
    readLinks(inner, told, countsUnread, depth + 1);
    return;
  }
  for (const [key, each] of Object.entries(value)) {
    const isNamedById = /^\d{10,}$/.test(key);
    if (isNamedById && !isAddress(each) && !isJsonObject(each)) told.links.push(key);
    else readLinks(each, told, countsUnread, depth + 1);
  }
}

function isAddress(value: unknown): boolean {
  return (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';
}
