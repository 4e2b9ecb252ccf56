import type { List, Node } from 'mdast';
import { lostBackslashesIn } from './lost-backslashes';
import { BlockParting, fence, fenceEnds } from './markdown-lines';
import { protectSigns } from './markdown-signs';

/** Around the number of a piece that the parser must not read. No text contains these characters. */
const open = '\ufdd2';
const close = '\ufdd3';
const piece = new RegExp(`${open}(\\d*)${close}`, 'g');

/** A line of nothing but signs, quoted or not: a rule, an underline, a signature's dashes with their blank. */
const lineOfSigns = /^([ \t>]*)([-*_=+~#](?:[ \t]*[-*_=+~#])*[ \t]*)$/;

interface SourceLine {
  text: string;
  /** A mark that the author did not write: it only separates two blocks. */
  isAdded: boolean;
}

/**
 * A text made ready for a parser of CommonMark: what its writer cannot have meant as Markdown is out
 * of the parser's reach. These are signs within words, numbers, addresses, paths and names, lines of
 * signs, and fences that nothing closes. A line below a list or a quote is part of it only when it is
 * written so. `\` alone in a line, as Chatwoot's editor keeps a blank line, is one.
 */
export class MarkdownSource {
  /** What to parse. */
  text: string;
  /** How many of the parser's escapes may belong to a path, an emoticon or a pattern. */
  lostBackslashes = 0;
  readonly #pieces: string[] = [];
  #lines: SourceLine[] = [];

  constructor(source: string) {
    const lines = source.replace(/^\ufeff|[\ufdd2\ufdd3]/g, '').split('\n');
    const ends = fenceEnds(lines);
    const parting = new BlockParting();
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at] ?? '';
      const signs = lineOfSigns.exec(line);
      const added = parting.before(line, signs !== null);
      if (added !== undefined) this.#lines.push({ text: added, isAdded: true });
      const end = ends.get(at);
      if (end === undefined) this.#push(this.#ready(line, signs));
      else this.#push(...lines.slice(at, end + 1));
      at = end ?? at;
    }
    this.text = joined(this.#lines);
  }

  #push(...texts: string[]): void {
    this.#lines.push(...texts.map((text) => ({ text, isAdded: false })));
  }

  #ready(line: string, signs: RegExpExecArray | null): string {
    if (signs !== null) return `${signs[1]}${this.#protect(signs[2] ?? '')}`;
    const protect = (text: string) => this.#protect(text);
    const [, before = '', marks, rest = ''] = fence.exec(line) ?? [];
    if (marks !== undefined) return before + protect(marks) + protectSigns(rest, protect);
    if (!/^[\s>]*\\\s*$/.test(line)) return protectSigns(line, protect);
    // The line break before this line would now lead to nothing.
    const last = this.#lines.at(-1);
    if (last !== undefined) last.text = last.text.replace(/(?<!\\)((?:\\\\)*)\\$/, '$1');
    return line.replace('\\', '');
  }

  #protect(text: string): string {
    return `${open}${this.#pieces.push(text) - 1}${close}`;
  }

  /** The parser's output, in the form in which it is to be read. */
  restore(text: string): string {
    return this.#withPieces(text).replaceAll('\u2060', '');
  }

  #withPieces(text: string): string {
    return text.replace(piece, (_whole, index: string) => this.#pieces[Number(index)] ?? '');
  }

  /** Has the parser take the numbers of these list items for text at the beginning of a line. */
  protectNumbers(items: readonly Node[]): void {
    const starts = items.flatMap(({ position }) => position?.start ?? []);
    const fromEnd = starts.sort((a, b) => b.line - a.line || b.column - a.column);
    const parted = new Set<number>();
    for (const { line: number, column } of fromEnd) {
      const line = this.#lines[number - 1];
      if (line === undefined) continue;
      const before = line.text.slice(0, column - 1);
      const rest = line.text
        .slice(column - 1)
        .replace(/^(\d+)([.)])/, (_whole, digits: string, sign: string) => {
          return `${digits}${this.#protect(sign)}`;
        })
        .replace(/^\+/, (sign) => this.#protect(sign));
      line.text = before + rest;
      if (/^[\s>]*$/.test(before)) parted.add(number - 1);
    }
    this.#lines = this.#lines.flatMap((line, index) => {
      const above = this.#lines[index - 1]?.text.replace(/^[\s>]+/, '') ?? '';
      if (!parted.has(index) || above === '') return [line];
      return [{ text: line.text.replace(/[^\s>].*/, ''), isAdded: true }, line];
    });
    this.text = joined(this.#lines);
  }

  /** A node of the parsed text, as it was written. */
  written({ position }: Node): string {
    const { start, end } = position ?? {};
    return this.#withPieces(this.text.slice(start?.offset, end?.offset));
  }

  /** Counts the backslashes within words of a text that the parser has taken away. */
  countEscapes(node: Node): void {
    const { start, end } = node.position ?? {};
    const written = this.text.slice(start?.offset, end?.offset);
    if (written.includes('\\')) this.lostBackslashes += lostBackslashesIn(written);
  }

  /** The marker of a list item: all of it, its number and what follows the number. */
  signOf(item: Node | undefined): RegExpExecArray | null {
    const start = item?.position?.start.offset ?? 0;
    return /^(?:[-*+]|(\d{1,9})([.)]))/.exec(this.text.slice(start, start + 10));
  }

  /** Whether a list is really a telephone number with a plus and a blank before it. */
  isNumber({ children: [item, other] }: List): boolean {
    return item !== undefined && other === undefined && /^\+ ?\d/.test(this.written(item));
  }

  /** How many blank lines the author left between two nodes. */
  blankLines(before: Node, after: Node): number {
    const between = this.#lines.slice(
      before.position?.end.line,
      (after.position?.start.line ?? 1) - 1,
    );
    return between.filter(({ isAdded }) => !isAdded).length;
  }
}

function joined(lines: readonly SourceLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}
