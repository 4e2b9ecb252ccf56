import type { Attributes } from './html-layout';

interface OpenList {
  /** Of the next item; absent where the items have none. */
  number: number | undefined;
  style: string;
}

/** The lists around a place in a mail, and the signs of their items. */
export class OpenLists {
  readonly #open: OpenList[] = [];

  /** So many lists are within one another. */
  get depth(): number {
    return this.#open.length;
  }

  /** A list begins: `ol`, `ul`. */
  begin(name: string, attributes: Attributes): void {
    const start = wholeNumber(attributes.get('start')) ?? 1;
    const isBare = /list-style(-type)?\s*:[^;]{0,80}none/i.test(attributes.get('style') ?? '');
    this.#open.push({
      number: name === 'ol' ? start : undefined,
      style: isBare ? 'none' : (attributes.get('type') ?? ''),
    });
  }

  /** The innermost list ends. */
  end(): void {
    this.#open.pop();
  }

  /** What stands before the item that begins now: its number, its letter, a bullet, or nothing. */
  sign(attributes: Attributes): string {
    const list = this.#open.at(-1) ?? { number: undefined, style: '' };
    if (list.number !== undefined) {
      list.number = wholeNumber(attributes.get('value')) ?? list.number;
    }
    const sign = signOf(list);
    if (list.number !== undefined) list.number += 1;
    return sign;
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

function signOf({ number, style }: OpenList): string {
  if (style === 'none') return '';
  if (number === undefined) return '• ';
  const isLetter = /^[a]$/i.test(style) && number >= 1 && number <= 26;
  return `${isLetter ? String.fromCharCode(style.charCodeAt(0) + number - 1) : number}. `;
}
