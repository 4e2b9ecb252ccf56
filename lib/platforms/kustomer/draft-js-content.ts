import type { DraftContent, Placeholder, WrittenBlock } from './draft-js-raw';
import { type StyledRun, styledRuns } from './inline-markdown';

/**
 * Markdown as raw Draft.js content, a block for each line. `placeholderOf` says which `{{…}}` is a
 * variable of Kustomer's: in the text it is as documented, and an entity over it has the text for an
 * empty value. Numbers that a list of Draft.js would count differently are written out. The worker has no
 * room for a complete Markdown parser: what is rarer than lists, quotes, headings and styles within a
 * line stays as it is written.
 */
export function contentOfMarkdown(
  markdown: string,
  placeholderOf: (source: string) => Placeholder | undefined,
): DraftContent {
  const writer = new ContentWriter(placeholderOf);
  const lines = withoutEmptyEnds(markdown.replace(/\r\n?/g, '\n').split('\n'));
  const fences = lines.flatMap((line, index) => (fence.test(line) ? [index] : []));
  // One that is never closed is text.
  const paired = new Set(fences.slice(0, fences.length - (fences.length % 2)));
  let isCode = false;
  for (const [index, line] of lines.entries()) {
    if (paired.has(index)) isCode = !isCode;
    else if (isCode) writer.line('unstyled', [{ text: line, marks: ['CODE'] }]);
    else writer.markdownLine(line, { before: lines[index - 1], after: lines[index + 1] });
  }
  return writer.content;
}

function withoutEmptyEnds(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return lines.slice(Math.max(0, first), last + 1);
}

interface Neighbours {
  before: string | undefined;
  after: string | undefined;
}

const fence = /^ {0,3}(?:`{3,}|~{3,})[\w+-]*\s*$/;
const bullet = /^( *)[-*+] +(?=\S)/;
const number = /^( *)(\d{1,9})([.)]) +(?=\S)/;
const headings = ['', 'header-one', 'header-two', 'header-three'];

class ContentWriter {
  readonly content: DraftContent = { blocks: [], entityMap: {} };
  #entities = 0;
  /** The number that the next line has to have to belong to the list. */
  #nextNumber = 1;

  constructor(private readonly placeholderOf: (source: string) => Placeholder | undefined) {}

  markdownLine(line: string, neighbours: Neighbours): void {
    const [sign = '', indent = ''] = bullet.exec(line) ?? [];
    const isCounted = this.#isCounted(line, neighbours);
    const heading = /^(#{1,3}) +(?=\S)/.exec(line);
    const quote = /^ {0,3}> ?/.exec(line)?.[0];
    if (!isCounted && line.trim() !== '') this.#nextNumber = 1;
    if (sign !== '') this.#text('unordered-list-item', line.slice(sign.length), depthOf(indent));
    else if (isCounted) {
      const [own = '', before = ''] = number.exec(line) ?? [];
      this.#nextNumber += 1;
      this.#text('ordered-list-item', line.slice(own.length), depthOf(before));
    } else if (quote !== undefined) this.#text('blockquote', line.slice(quote.length));
    else if (heading !== null) {
      this.#text(headings[heading[1]?.length ?? 0] ?? 'unstyled', line.slice(heading[0].length));
    } else if (this.#goesOn(line)) this.#addToLast(line.trim());
    else this.#text('unstyled', line);
  }

  /** Whether its number is the one that the list would give it, and it is no list of one. */
  #isCounted(line: string, { after }: Neighbours): boolean {
    const [, indent, digits, delimiter] = number.exec(line) ?? [];
    if (indent !== '' || delimiter !== '.' || digits !== String(this.#nextNumber)) return false;
    const next = number.exec(after ?? '');
    return this.#nextNumber > 1 || (next?.[2] === '2' && next[3] === '.');
  }

  /** A line below an item, indented as its words are. */
  #goesOn(line: string): boolean {
    const last = this.content.blocks.at(-1);
    return /^ {2,}\S/.test(line) && last?.type.endsWith('-list-item') === true;
  }

  #text(type: string, markdown: string, depth = 0): void {
    this.line(type, styledRuns(markdown), depth);
  }

  #addToLast(markdown: string): void {
    const block = this.content.blocks.at(-1);
    if (block === undefined) return;
    block.text += '\n';
    for (const part of styledRuns(markdown)) this.#append(block, part);
  }

  line(type: string, parts: readonly StyledRun[], depth = 0): void {
    const block: WrittenBlock = {
      key: this.content.blocks.length.toString(36).padStart(5, '0'),
      text: '',
      type,
      depth,
      inlineStyleRanges: [],
      entityRanges: [],
      data: {},
    };
    for (const part of parts) this.#append(block, part);
    this.content.blocks.push(block);
  }

  #append(block: WrittenBlock, { text, marks, link }: StyledRun): void {
    const offset = block.text.length;
    for (const part of text.split(/(\{\{[^{}\n]*\}\})/)) {
      const placeholder = this.placeholderOf(part);
      const label = labelOf(part, placeholder);
      const range = { offset: block.text.length, length: label.length };
      block.text += label;
      // Draft.js gives each character one entity at most.
      if (placeholder === undefined || link !== undefined) continue;
      const { key: name, fallbackText } = placeholder;
      const data = fallbackText === undefined ? { key: name } : { key: name, fallbackText };
      block.entityRanges.push({ ...range, key: this.#entity('PLACEHOLDER', 'IMMUTABLE', data) });
    }
    const range = { offset, length: block.text.length - offset };
    if (range.length === 0) return;
    for (const style of marks) block.inlineStyleRanges.push({ ...range, style });
    if (link === undefined) return;
    const url = link.replace(/\{\{[^{}\n]*\}\}/g, (source) =>
      labelOf(source, this.placeholderOf(source)),
    );
    block.entityRanges.push({ ...range, key: this.#entity('LINK', 'MUTABLE', { url }) });
  }

  #entity(type: string, mutability: string, data: Record<string, string>): number {
    const key = this.#entities;
    this.#entities += 1;
    this.content.entityMap[String(key)] = { type, mutability, data };
    return key;
  }
}

/** A variable as Kustomer documents it; any other text as it is. */
function labelOf(part: string, placeholder: Placeholder | undefined): string {
  return placeholder === undefined ? part : `{{${placeholder.key}}}`;
}

function depthOf(indent: string): number {
  return Math.min(4, Math.floor(indent.length / 2));
}
