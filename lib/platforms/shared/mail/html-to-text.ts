import { raisedNumber } from '../../../text/raised-number';
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
import { elementIn, type MailElement } from './mail-element';
import { OpenLists } from './open-lists';
import { withoutPadding } from './padding';
import { QuoteFinder, type QuoteMark } from './quote-finder';
import { StyleSheet } from './style-sheet';
import { TextWriter } from './text-writer';
import { plainlyVisible, type Visibility, visibilityOf } from './visibility';

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
  // What holds for the whole mail may stand at its end.
  if (/<(?:style|base)\b/i.test(html)) for (const token of htmlTokens(html)) reader.learn(token);
  for (const token of htmlTokens(html)) reader.take(token);
  return reader.end();
}

/** An element that is open. */
interface Frame {
  name: string;
  element: MailElement;
  visibility: Visibility;
  /** At least this many line breaks are around it. */
  edge: Edge;
  link?: { address: string; mark: number; start: number };
  row?: Row;
  cell?: { row: Row | undefined; start: number; lineBreaks: number };
  quote?: QuoteMark | undefined;
  isQuoted?: boolean;
  /** It stands above or below the line. */
  raised?: 'sup' | 'sub' | undefined;
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
  readonly #lists = new OpenLists();
  readonly #rows: Row[] = [];
  readonly #sheet = new StyleSheet();
  /** All of a mail is in a body, also where none is written. */
  readonly #root = elementIn(elementIn(undefined, 'html', new Map()), 'body', new Map());
  #base: string | undefined;
  readonly #quotes = new QuoteFinder();
  /** Addresses that occur in the text. */
  readonly #addresses = new Set<string>();

  constructor(private readonly canHide: boolean) {}

  learn(token: HtmlToken): void {
    if (token.kind === 'style') this.#sheet.learn(token.text, token.media);
    else if (token.kind === 'open' && token.name === 'base') {
      this.#base ??= addressInMail(token.attributes.get('href'));
    }
  }

  take(token: HtmlToken): void {
    if (token.kind === 'text') this.#text(token.text);
    else if (token.kind === 'open') this.#open(token.name, token.attributes);
    else if (token.kind === 'close') this.#close(token.name);
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
    const words = asRaised(withoutPadding(decoded), this.#frames.at(-1)?.raised);
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
    const element = elementIn(this.#frames.at(-1)?.element ?? this.#root, name, attributes);
    const visibility = this.canHide
      ? visibilityOf(element, this.#visibility, this.#sheet)
      : plainlyVisible;
    const edge = edgeOf(name, attributes, this.#lists.depth > 0);
    const isLine = visibility.apart === 'line' && !isEmpty(name);
    const frame: Frame = {
      ...{ name, element, visibility, edge: edge === 0 && isLine ? 1 : edge },
      raised: name === 'sup' || name === 'sub' ? name : this.#frames.at(-1)?.raised,
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
    this.#keepApart(frame);
    if (name === 'a') this.#beginLink(frame, attributes);
    else if (name === 'ul' || name === 'ol') this.#lists.begin(name, attributes);
    else if (name === 'li') {
      this.#writer.item(this.#lists.sign(attributes), this.#lists.depth - 1);
    } else if (name === 'tr') this.#beginRow(frame);
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
    const address = addressInMail(attributes.get('href'), this.#base);
    if (address === undefined || visibility.isBlank || this.#addresses.has(address)) return;
    this.#picture(attributes, visibility);
    this.#addresses.add(address);
    this.#writer.text(` (${address}) `);
  }

  #beginLink(frame: Frame, attributes: Attributes): void {
    const address = addressInMail(attributes.get('href'), this.#base);
    if (address === undefined) return;
    frame.link = { address, mark: this.#writer.mark(), start: this.#writer.length };
  }

  #keepApart({ edge, visibility }: Frame): void {
    if (edge === 0 && visibility.apart === 'beside') this.#writer.text(' ');
    this.#writer.edge(edge);
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
    if (frame.name === 'ul' || frame.name === 'ol') this.#lists.end();
    if (frame.row !== undefined) this.#rows.pop();
    if (frame.isQuoted === true) this.#writer.quote(-1);
    if (frame.cell !== undefined) this.#endCell(frame.cell);
    if (frame.name === 'li') this.#writer.endPart(true);
    this.#keepApart(frame);
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

/** A number above or below the line in signs of that kind: as plain digits, 12⁹⁹ € would read 1299 €. */
function asRaised(words: string, raised: Frame['raised']): string {
  const number = raised && /^\s*([-+]?\d+)\s*$/.exec(words)?.[1];
  return number ? raisedNumber(number, raised === 'sup') : words;
}

/** Words with more characters than this are not an address. */
const longestAddress = 2_000;

/** Without empty lines around it. */
function trimmed(text: string): string {
  return text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}
