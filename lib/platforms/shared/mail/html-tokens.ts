import type { Attributes } from './html-layout';
import { decodeCharacters } from './named-characters';

/** A piece of HTML. Texts are decoded; names are lower case. */
export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: Attributes }
  | { kind: 'close'; name: string }
  /** The content of a style element. */
  | { kind: 'style'; text: string; media: string | undefined };

/** Elements whose content is not markup, and not for readers. */
const raw: ReadonlySet<string> = new Set([
  'script',
  'style',
  'title',
  'iframe',
  'noembed',
  'noframes',
  'template',
]);

// A person's `<ana@example.com>` or `<https://…>` is no element, whatever a browser makes of it.
const tagStart = /<(\/?)(?!(?:https?|mailto|tel):)([a-z][a-z0-9:_-]*)(?=[\s/>])/iy;
const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;

/**
 * Reads HTML as a browser would split it up, without building anything from it: comments and what is only
 * for machines are left out, what is not a tag is text. Takes time in proportion to the length.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  let text = '';
  for (let open = html.indexOf('<'); open !== -1; open = html.indexOf('<', at)) {
    text += html.slice(at, open);
    const aside = endOfAside(html, open);
    const tag = aside === undefined ? readTag(html, open) : undefined;
    at = aside ?? tag?.end ?? open + 1;
    if (tag !== undefined) {
      yield* textToken(text);
      text = '';
      yield* tag.tokens;
    } else if (aside === undefined) text += '<';
  }
  yield* textToken(text + html.slice(at));
}

function textToken(text: string): HtmlToken[] {
  return text === '' ? [] : [{ kind: 'text', text: decodeCharacters(text) }];
}

interface ReadTag {
  /** None for an element that is left out with its content. */
  tokens: HtmlToken[];
  end: number;
}

/** The tag that begins here, to the end of its element where the content is no markup. */
function readTag(html: string, open: number): ReadTag | undefined {
  tagStart.lastIndex = open;
  const tag = tagStart.exec(html);
  if (tag === null) return undefined;
  const name = (tag[2] ?? '').toLowerCase();
  const { attributes, end } = readAttributes(html, tagStart.lastIndex);
  if (tag[1] === '/') return { tokens: [{ kind: 'close', name }], end };
  if (!raw.has(name)) return { tokens: [{ kind: 'open', name, attributes }], end };
  if (name === 'title') return { tokens: [], end: endOfTitle(html, end) };
  const close = startOfEnd(html, name, end);
  const text = html.slice(end, close);
  const style: HtmlToken = { kind: 'style', text, media: attributes.get('media') };
  return { tokens: name === 'style' ? [style] : [], end: close };
}

/** Where a comment, a declaration or a processing instruction ends; `undefined` if none begins here. */
function endOfAside(html: string, open: number): number | undefined {
  const next = html[open + 1];
  if (next !== '!' && next !== '?') return undefined;
  if (!html.startsWith('<!--', open)) return after(html, '>', open);
  const start = open + 4;
  if (html[start] === '>') return start + 1;
  if (html.startsWith('->', start)) return start + 2;
  const end = /--!?>/g;
  end.lastIndex = start;
  return end.test(html) ? end.lastIndex : html.length;
}

function after(html: string, sign: string, from: number): number {
  const found = html.indexOf(sign, from);
  return found === -1 ? html.length : found + sign.length;
}

interface ReadAttributes {
  attributes: Attributes;
  /** The position after the tag's `>`. */
  end: number;
}

function readAttributes(html: string, from: number): ReadAttributes {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    attribute.lastIndex = at;
    const match = attribute.exec(html);
    if (match === null) break;
    at = attribute.lastIndex;
    const name = (match[1] ?? '').toLowerCase();
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    // The first one counts.
    if (!attributes.has(name)) attributes.set(name, decodeCharacters(value, 'attribute'));
  }
  return { attributes, end: after(html, '>', at) };
}

/** A title that never ends would take the whole mail with it. */
function endOfTitle(html: string, from: number): number {
  const near = html.slice(from, from + longestTitle);
  const close = startOfEnd(near, 'title', 0);
  return close === near.length ? from : from + close;
}

const longestTitle = 5_000;

function startOfEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}
