/** An address ends at what nobody sees, and where a Chinese, Japanese, Arabic or Hindi sentence goes on without a blank. */
const candidate =
  /\b(?:https?:\/\/|mailto:|tel:)[^\s<>"`\p{C}\u060c\u061b\u061f\u0964\u3001\u3002\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+/giu;
const trailing = /[.,;:!?'‘’“”«»‹›*_~…]$/;
const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** A piece of plain text; with `href` it is a link that is safe to offer. */
export interface TextPart {
  text: string;
  href?: string;
}

/** The address if it leads to a web page (http or https), else `undefined`. */
export function webPageUrl(raw: string | undefined): string | undefined {
  if (raw === undefined || !URL.canParse(raw)) return undefined;
  const url = new URL(raw);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

/**
 * The address of a picture on one of these origins' hosts; `undefined` for any other: otherwise anybody
 * who chooses an address would learn when a team looks at them.
 */
export function pictureUrl(raw: string, origins: readonly string[]): string | undefined {
  const address = safeAddress(raw);
  const page = address === undefined ? undefined : webPageUrl(address);
  if (page === undefined) return undefined;
  const { hostname, protocol } = new URL(page);
  const isOwn = origins.some((origin) => {
    const own = new URL(origin);
    return hostname === own.hostname && (protocol === 'https:' || protocol === own.protocol);
  });
  return isOwn ? page : undefined;
}

/**
 * Splits remote plain text into text and links (http, https, mailto, tel; nothing else, and no
 * address that hides its host behind a user name). Joining the texts gives the input back. With
 * `cut` the text goes on after its end, so that a link touching the end would lead elsewhere and
 * stays text.
 */
export function splitLinks(text: string, cut = false): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(candidate)) {
    const isEnclosed = text[match.index - 1] === '(';
    const shown = (isEnclosed ? enclosed(match[0]) : undefined) ?? withoutTrailing(match[0]);
    const stop = match.index + shown.length;
    const href = isHalfNumber(shown, text.slice(stop, stop + 9)) ? undefined : safeAddress(shown);
    if (href === undefined || (cut && match.index + match[0].length === text.length)) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: shown, href });
    end = stop;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** Of “Tel:+49 30 1234” a link would dial the country's code alone, and of “Tel:Office 1234” a word. */
function isHalfNumber(shown: string, after: string): boolean {
  return /^tel:/i.test(shown) && (!/\p{Nd}/u.test(shown) || /^[\p{Zs}(/–-]*\d/u.test(after));
}

/**
 * An address that stands alone in brackets extends to the closing bracket, whatever signs it ends with;
 * `undefined` where the bracket is not closed.
 */
function enclosed(raw: string): string | undefined {
  let open = 1;
  for (const { 0: bracket, index } of raw.matchAll(/[()]/g)) {
    open += bracket === '(' ? 1 : -1;
    if (open === 0) return raw.slice(0, index).replace(/(?<![.,;:!?…])[.,;:!?…]+$/, '');
  }
  return undefined;
}

/** Punctuation after an address belongs to the sentence; a bracket only if it was opened before. */
function withoutTrailing(raw: string): string {
  let length = raw.length;
  const counts = bracketCounts(raw);
  const countOf = (sign: string) => counts.get(sign) ?? 0;
  while (length > 0) {
    const last = raw.charAt(length - 1);
    const opening = brackets[last];
    const stray = opening !== undefined && countOf(opening) < countOf(last);
    if (!stray && !trailing.test(last)) break;
    if (opening !== undefined) counts.set(last, countOf(last) - 1);
    length -= 1;
  }
  return raw.slice(0, length);
}

function bracketCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [bracket] of text.matchAll(/[()[\]{}]/g)) {
    counts.set(bracket, (counts.get(bracket) ?? 0) + 1);
  }
  return counts;
}

/** The address, in a text from outside, if it is safe to offer: a web page without user name, `mailto:` or `tel:`. */
export function safeAddress(raw: string): string | undefined {
  if (raw.length > 2_000 || !URL.canParse(raw)) return undefined;
  const url = new URL(raw);
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') {
    return url.pathname.length > 0 ? url.href : undefined;
  }
  return url.username === '' && url.password === '' ? webPageUrl(raw) : undefined;
}

/** Whether an address in a text of ours is one that a customer may be given: http(s), mailto or tel. */
export function isLinkForCustomers(address: string): boolean {
  const isSafe = /^(?:https?:\/\/|mailto:|tel:)[^\s\p{Cc}]+$/iu.test(address);
  return isSafe && address.length <= 2_000 && URL.canParse(address);
}
