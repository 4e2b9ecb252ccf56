/** Elements whose content is not for readers. */
const silent: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template']);
const paragraphs: ReadonlySet<string> = new Set(['p', 'ul', 'ol', 'table', 'blockquote', 'hr']);
const lines: ReadonlySet<string> = new Set(['div', 'li', 'tr', 'section', 'article', 'pre']);

/**
 * The readable text of an HTML e-mail, with line breaks where blocks begin and end. The worker has
 * no DOM, so this reads tags itself; the result is only ever shown as text, which makes a wrong
 * guess about odd markup harmless. Takes time in proportion to the length of `html`.
 */
export function htmlToText(html: string): string {
  const out = new Lines();
  let at = 0;
  let close = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    out.text(html.slice(at, open === -1 ? html.length : open));
    if (open === -1) break;
    // Looked for only once per `>`: a text of many `<` would otherwise be scanned again for each.
    if (close <= open) close = html.indexOf('>', open);
    if (close === -1) {
      out.text(html.slice(open));
      break;
    }
    at = readMarkup(html, open, close, out);
  }
  return out.toString();
}

/** Handles what stands between `<` and `>`; returns where to read on. */
function readMarkup(html: string, open: number, close: number, out: Lines): number {
  if (html.startsWith('<!--', open)) return endOfComment(html, open);
  if (html[open + 1] === '!' || html[open + 1] === '?') return close + 1;
  const tag = /^<(\/?)([a-z][a-z0-9:-]*)(?=[\s/>])/i.exec(html.slice(open, open + 40));
  const name = tag?.[2]?.toLowerCase();
  if (name === undefined) {
    out.text('<');
    return open + 1;
  }
  const opening = tag?.[1] === '';
  if (opening && silent.has(name)) return endOfElement(html, name, close);
  out.tag(name, opening);
  return close + 1;
}

function endOfComment(html: string, open: number): number {
  const end = html.indexOf('-->', open);
  return end === -1 ? html.length : end + 3;
}

function endOfElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

/** Text under construction: white space collapsed, line breaks held back until words follow. */
class Lines {
  #out = '';
  #breaks = 0;
  #space = false;

  text(raw: string): void {
    const words = decodeEntities(raw).replace(/\s+/g, ' ');
    if (words === '') return;
    if (words === ' ') {
      this.#space = true;
      return;
    }
    const spaced = this.#space || words.startsWith(' ');
    this.#out += this.#gap(spaced) + words.trim();
    this.#breaks = 0;
    this.#space = words.endsWith(' ');
  }

  tag(name: string, opening: boolean): void {
    if (name === 'br') this.#breaks += 1;
    else if (paragraphs.has(name) || /^h[1-6]$/.test(name))
      this.#breaks = Math.max(this.#breaks, 2);
    else if (lines.has(name)) this.#breaks = Math.max(this.#breaks, 1);
    else if (name === 'td' || name === 'th') this.#space = true;
    if (name === 'li' && opening) this.text('• ');
  }

  toString(): string {
    return this.#out;
  }

  #gap(spaced: boolean): string {
    if (this.#out === '') return '';
    if (this.#breaks > 0) return '\n'.repeat(Math.min(this.#breaks, 3));
    return spaced ? ' ' : '';
  }
}

const namedEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['hellip', '…'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['bull', '•'],
  ['middot', '·'],
  ['euro', '€'],
  ['pound', '£'],
  ['copy', '©'],
  ['reg', '®'],
  ['auml', 'ä'],
  ['ouml', 'ö'],
  ['uuml', 'ü'],
  ['Auml', 'Ä'],
  ['Ouml', 'Ö'],
  ['Uuml', 'Ü'],
  ['szlig', 'ß'],
  ['eacute', 'é'],
  ['egrave', 'è'],
  ['agrave', 'à'],
  ['ccedil', 'ç'],
  ['ntilde', 'ñ'],
]);

/** Replaces HTML character references by their characters; an unknown one stays as written. */
function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return namedEntities.get(body) ?? whole;
    const hex = body[1] === 'x' || body[1] === 'X';
    const point = Number.parseInt(body.slice(hex ? 2 : 1), hex ? 16 : 10);
    return isCharacter(point) ? String.fromCodePoint(point) : whole;
  });
}

function isCharacter(point: number): boolean {
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  return point > 0 && point <= 0x10ffff && !surrogate;
}
