import {
  type Attributes,
  type Edge,
  edgeOf,
  endedBy,
  isBlock,
  isDot,
  isEmpty,
  isIndentation,
  isLine,
} from './html-layout';
import { type HtmlToken, htmlTokens } from './html-tokens';
import { addressInMail, addsToWords } from './link-address';
import { withoutPadding } from './padding';
import { QuoteFinder, type QuoteMark } from './quote-finder';
import { TextWriter } from './text-writer';
import { learnRules, plainlyVisible, type Visibility, visibilityOf } from './visibility';

/** What an HTML mail says. */
export interface HtmlText {
  text: string;
  /** Where in `text` the part begins that it only quotes or forwards, by its markup; absent if none. */
  tailAt?: number;
}

/**
 * The readable text of an HTML e-mail: lines where blocks begin and end, cells of a row side by side,
 * lists with their signs, links with their address where their words do not say it, pictures by their
 * alternative text. What the mail hides (the preview line, its padding) is left out, unless nothing
 * else is in it. The result is only ever shown as text. Takes time in proportion to the length.
 */
export function htmlToText(html: string): HtmlText {
  const seen = read(html, true);
  return seen.text === '' ? read(html, false) : seen;
}

function read(html: string, canHide: boolean): HtmlText {
  const reader = new HtmlReader(canHide);
  for (const token of htmlTokens(html)) reader.take(token);
  return reader.end();
}

/** An element that is open. */
interface Frame {
  name: string;
  visibility: Visibility;
  /** At least this many line breaks are around it. */
  edge: Edge;
  link?: { address: string; mark: number; start: number };
  list?: List;
  row?: Row;
  cell?: { row: Row | undefined; start: number; lineBreaks: number };
  quote?: QuoteMark | undefined;
  isQuoted?: boolean;
}

interface List {
  /** Of the next item; absent where the items have none. */
  number: number | undefined;
  style: string;
}

interface Row {
  hasWords: boolean;
  /** The last cell with words had several lines. */
  wasLong: boolean;
}

/** An open element is looked for this far up: hostile mail nests as deep as it likes. */
const farthest = 60;

class HtmlReader {
  readonly #writer = new TextWriter();
  readonly #frames: Frame[] = [];
  readonly #lists: List[] = [];
  readonly #rows: Row[] = [];
  readonly #sheet = new Map<string, ReadonlyMap<string, string>>();
  readonly #quotes = new QuoteFinder();
  /** Addresses that occur in the text. */
  readonly #addresses = new Set<string>();

  constructor(private readonly canHide: boolean) {}

  take(token: HtmlToken): void {
    if (token.kind === 'text') this.#text(token.text);
    else if (token.kind === 'open') this.#open(token.name, token.attributes);
    else if (token.kind === 'close') this.#close(token.name);
    else learnRules(token.text, this.#sheet);
  }

  end(): HtmlText {
    this.#popTo(0);
    const whole = this.#writer.toString();
    const { tailAt } = this.#quotes;
    const own = trimmed(whole.slice(0, tailAt));
    const tail = tailAt === undefined ? '' : trimmed(whole.slice(tailAt));
    if (own === '' || tail === '') return { text: own + tail };
    return { text: `${own}\n\n${tail}`, tailAt: own.length + 2 };
  }

  #text(decoded: string): void {
    const { isGone, isBlank, isTiny, isPreformatted } = this.#visibility;
    if (isGone || isBlank || isTiny) return;
    const words = withoutPadding(decoded);
    this.#quotes.words(words);
    if (isPreformatted) this.#writer.preformatted(words);
    else this.#writer.text(words);
  }

  get #visibility(): Visibility {
    return this.#frames.at(-1)?.visibility ?? plainlyVisible;
  }

  #open(name: string, attributes: Attributes): void {
    if (isBlock(name)) this.#endParagraph();
    const ended = endedBy(name);
    if (ended !== undefined) this.#endNearest(...ended);
    const visibility = this.canHide
      ? visibilityOf(name, attributes, this.#visibility, this.#sheet)
      : plainlyVisible;
    const frame: Frame = {
      name,
      visibility,
      edge: edgeOf(name, attributes, this.#lists.length > 0),
    };
    if (!visibility.isGone) this.#begin(frame, attributes);
    if (!isEmpty(name)) this.#frames.push(frame);
  }

  #begin(frame: Frame, attributes: Attributes): void {
    const { name } = frame;
    if (name === 'br') this.#writer.breakLine();
    else if (name === 'img') this.#picture(attributes, frame.visibility);
    else if (name === 'area') this.#area(attributes, frame.visibility);
    frame.quote = this.#quotes.open(name, attributes, this.#writer.length);
    this.#writer.edge(frame.edge);
    if (name === 'a') this.#beginLink(frame, attributes);
    else if (name === 'ul' || name === 'ol') this.#beginList(frame, attributes);
    else if (name === 'li') this.#beginItem(attributes);
    else if (name === 'tr') this.#beginRow(frame);
    else if (name === 'td' || name === 'th') this.#beginCell(frame);
    else if (name === 'blockquote' && !isIndentation(attributes)) {
      frame.isQuoted = true;
      this.#writer.quote(1);
    }
  }

  #picture(attributes: Attributes, { isBlank }: Visibility): void {
    const words = (attributes.get('alt') ?? '').trim();
    if (words === '' || isBlank || isDot(attributes)) return;
    this.#quotes.words(words);
    // A picture of a character may be within a word; others may not.
    const isSign = !/[\p{L}\p{N}]/u.test(words);
    this.#writer.text(isSign ? words : ` ${words} `);
  }

  /** A part of a picture that leads somewhere. */
  #area(attributes: Attributes, visibility: Visibility): void {
    const address = addressInMail(attributes.get('href'));
    if (address === undefined || visibility.isBlank || this.#addresses.has(address)) return;
    this.#picture(attributes, visibility);
    this.#addresses.add(address);
    this.#writer.text(` (${address}) `);
  }

  #beginLink(frame: Frame, attributes: Attributes): void {
    const address = addressInMail(attributes.get('href'));
    if (address === undefined) return;
    frame.link = { address, mark: this.#writer.mark(), start: this.#writer.length };
  }

  #beginList(frame: Frame, attributes: Attributes): void {
    const start = wholeNumber(attributes.get('start')) ?? 1;
    const isBare = /list-style(-type)?\s*:[^;]{0,80}none/i.test(attributes.get('style') ?? '');
    frame.list = {
      number: frame.name === 'ol' ? start : undefined,
      style: isBare ? 'none' : (attributes.get('type') ?? ''),
    };
    this.#lists.push(frame.list);
  }

  #beginItem(attributes: Attributes): void {
    const list = this.#lists.at(-1) ?? { number: undefined, style: '' };
    if (list.number !== undefined)
      list.number = wholeNumber(attributes.get('value')) ?? list.number;
    this.#writer.item(signOf(list), this.#lists.length - 1);
    if (list.number !== undefined) list.number += 1;
  }

  #beginRow(frame: Frame): void {
    frame.row = { hasWords: false, wasLong: false };
    this.#rows.push(frame.row);
  }

  /** Beside a cell with words; below one that has several lines. */
  #beginCell(frame: Frame): void {
    const row = this.#rows.at(-1);
    this.#writer.cell(row?.hasWords === true && !row.wasLong);
    const { length, lineBreaks, pendingBreaks } = this.#writer;
    frame.cell = { row, start: length, lineBreaks: lineBreaks + pendingBreaks };
  }

  #close(name: string): void {
    if (name === 'br') this.#writer.breakLine();
    const isEdge = isBlock(name) || name === 'td' || name === 'th';
    const lowest = Math.max(0, this.#frames.length - farthest);
    for (let at = this.#frames.length - 1; at >= lowest; at -= 1) {
      const open = this.#frames[at]?.name ?? '';
      if (open === name) {
        this.#popTo(at);
        return;
      }
      // An end tag that belongs to nothing in this block or table ends nothing around it.
      if (open === 'table' || (!isEdge && (isLine(open) || open === 'td'))) return;
    }
  }

  /** A block ends the paragraph before it, which cannot be in any other block. */
  #endParagraph(): void {
    const lowest = Math.max(0, this.#frames.length - farthest);
    for (let at = this.#frames.length - 1; at >= lowest; at -= 1) {
      const open = this.#frames[at]?.name ?? '';
      if (open === 'p') {
        this.#popTo(at);
        return;
      }
      if (isBlock(open) || open === 'td' || open === 'th') return;
    }
  }

  #endNearest(names: readonly string[], borders: readonly string[]): void {
    const lowest = Math.max(0, this.#frames.length - farthest);
    for (let at = this.#frames.length - 1; at >= lowest; at -= 1) {
      const open = this.#frames[at]?.name ?? '';
      if (borders.includes(open)) return;
      if (names.includes(open)) {
        this.#popTo(at);
        return;
      }
    }
  }

  #popTo(depth: number): void {
    while (this.#frames.length > depth) this.#pop();
  }

  #pop(): void {
    const frame = this.#frames.pop();
    if (frame === undefined || frame.visibility.isGone) return;
    if (frame.link !== undefined) this.#endLink(frame.link, frame.visibility);
    if (frame.list !== undefined) this.#lists.pop();
    if (frame.row !== undefined) this.#rows.pop();
    if (frame.isQuoted === true) this.#writer.quote(-1);
    if (frame.cell !== undefined) this.#endCell(frame.cell);
    if (frame.name === 'li') this.#writer.endPart(true);
    this.#writer.edge(frame.edge);
    this.#quotes.close(frame.quote);
  }

  #endLink({ address, mark, start }: NonNullable<Frame['link']>, visibility: Visibility): void {
    const length = this.#writer.length - start;
    if (length > 0) {
      // This many words are no address; and links within links would be read over and over.
      const adds = length > longestAddress || addsToWords(address, this.#writer.since(mark));
      if (adds) this.#writer.append(` (${address})`);
    } else if (!visibility.isTiny && !visibility.isBlank && !this.#addresses.has(address)) {
      // For a picture without words the address is all there is.
      this.#quotes.words(address);
      this.#writer.text(` ${address} `);
    }
    this.#addresses.add(address);
  }

  #endCell({ row, start, lineBreaks }: NonNullable<Frame['cell']>): void {
    const isLong = this.#writer.lineBreaks > lineBreaks;
    this.#writer.endPart(!isLong);
    if (row === undefined || this.#writer.length === start) return;
    row.hasWords = true;
    row.wasLong = isLong;
  }
}

/** Words with more characters than this are not an address. */
const longestAddress = 2_000;

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

function signOf({ number, style }: List): string {
  if (style === 'none') return '';
  if (number === undefined) return '• ';
  const isLetter = /^[a]$/i.test(style) && number >= 1 && number <= 26;
  return `${isLetter ? String.fromCharCode(style.charCodeAt(0) + number - 1) : number}. `;
}

/** Without empty lines around it. */
function trimmed(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}
