import type { EncodedPath } from './transport';

/**
 * Tag for template literals: encodes every inserted value, so that an id with slashes, dots or
 * question marks stays one segment. Throws `TypeError` for a value that would be `.` or `..`,
 * which URL parsers treat as a step up even when encoded.
 */
export function path(parts: TemplateStringsArray, ...values: (string | number)[]): EncodedPath {
  let result = parts[0] ?? '';
  for (const [index, value] of values.entries()) {
    const raw = String(value);
    if (raw === '' || raw === '.' || raw === '..') throw new TypeError('not a path segment');
    result += encodeURIComponent(raw) + (parts[index + 1] ?? '');
  }
  return result as EncodedPath;
}

/**
 * Accepts a link that a platform's answer carries (absolute or root-relative) if it stays on
 * `origin` and below `prefix` (which starts and ends with a slash); returns its path and query.
 * Everything else gives `undefined`: a link must never lead a token to a foreign host.
 */
export function pathFromLink(
  link: string,
  origin: string,
  prefix: string,
): { path: EncodedPath; query: Record<string, string> } | undefined {
  if (!URL.canParse(link, origin)) return undefined;
  const url = new URL(link, origin);
  if (url.origin !== origin || url.username !== '' || !url.pathname.startsWith(prefix)) {
    return undefined;
  }
  return {
    path: url.pathname as EncodedPath,
    query: Object.fromEntries(url.searchParams.entries()),
  };
}

/** Appends to a path what comes below it, letter by letter: it is encoded already. */
export function pathBelow(parent: EncodedPath, rest: string): EncodedPath {
  return `${parent}${rest}` as EncodedPath;
}
