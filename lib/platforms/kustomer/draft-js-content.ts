import type { Block, ListBlock, Span } from '../../model/composed-text';
import { composeMarkdown } from '../../replies/markdown';
import type { DraftContent, Placeholder, WrittenBlock } from './draft-js-raw';

/**
 * Markdown as raw Draft.js content, a block for each line. `placeholderOf` says which `{{…}}` is a
 * variable of Kustomer's: in the text it is as documented, and an entity over it has the words for
 * where its value is empty. Numbers that a list of Draft.js would count otherwise are written out.
 */
export function contentOfMarkdown(
  markdown: string,
  placeholderOf: (source: string) => Placeholder | undefined,
): DraftContent {
  const writer = new ContentWriter(placeholderOf);
  // Within braces nothing is Markdown.
  const sources: string[] = [];
  const masked = markdown.replace(
    /\{\{[^{}\n]*\}\}/g,
    (source) => `${open}${sources.push(source) - 1}${close}`,
  );
  const restored = (text: string, position: 'text' | 'address') =>
    text.replace(maskedSource, (_whole, at: string) => {
      const source = sources[Number(at)] ?? '';
      return position === 'address' ? writer.labelOf(source) : source;
    });
  const { blocks } = composeMarkdown(masked, restored);
  for (const [index, block] of blocks.entries()) {
    if (index > 0 && isParted(blocks[index - 1], block)) writer.line('unstyled', []);
    writer.add(block);
  }
  return writer.content;
}

// Characters that Unicode keeps for inside a program, as where the values of variables are filled in.
const open = '\ufdd0';
const close = '\ufdd1';
const maskedSource = new RegExp(`${open}(\\d+)${close}`, 'g');

/** Two blocks of one kind would else become one. */
function isParted(before: Block | undefined, block: Block): boolean {
  if (block.isClose === true || before === undefined) return false;
  const [kind, other] = [before, block].map((each) =>
    each.kind === 'code' ? 'paragraph' : each.kind,
  );
  return kind === other && !isEmpty(block);
}

function isEmpty(block: Block): boolean {
  return block.kind === 'paragraph' && block.spans.length === 0;
}

const styles = { bold: 'BOLD', italic: 'ITALIC', strike: 'STRIKETHROUGH', code: 'CODE' } as const;

class ContentWriter {
  readonly content: DraftContent = { blocks: [], entityMap: {} };
  #entities = 0;

  constructor(private readonly placeholderOf: (source: string) => Placeholder | undefined) {}

  add(block: Block): void {
    if (block.kind === 'list') this.#list(block);
    else if (block.kind === 'code')
      this.#lines('unstyled', [{ text: block.text, marks: ['code'] }]);
    else this.#lines(block.kind === 'quote' ? 'blockquote' : 'unstyled', block.spans);
  }

  #list(list: ListBlock): void {
    const { ordered, start = 1, delimiter = '.', items } = list;
    const isCounted = ordered && start === 1 && delimiter === '.';
    for (const [index, item] of items.entries()) {
      if (ordered && !isCounted) {
        this.#lines('unstyled', [{ text: `${start + index}${delimiter} ` }, ...item]);
      } else {
        this.line(ordered ? 'ordered-list-item' : 'unordered-list-item', item);
      }
    }
  }

  /** A block for each line of the spans. */
  #lines(type: string, spans: readonly Span[]): void {
    let line: Span[] = [];
    for (const span of spans) {
      const [first = '', ...others] = span.text.split('\n');
      line.push({ ...span, text: first });
      for (const text of others) {
        this.line(type, line);
        line = [{ ...span, text }];
      }
    }
    this.line(type, line);
  }

  line(type: string, spans: readonly Span[]): void {
    const block: WrittenBlock = {
      key: this.content.blocks.length.toString(36).padStart(5, '0'),
      text: '',
      type,
      depth: 0,
      inlineStyleRanges: [],
      entityRanges: [],
      data: {},
    };
    for (const span of spans) this.#append(block, span);
    this.content.blocks.push(block);
  }

  #append(block: WrittenBlock, { text: words, marks = [], link }: Span): void {
    const text = words === '' ? (link ?? '') : words;
    if (text === '') return;
    const offset = block.text.length;
    for (const part of text.split(/(\{\{[^{}\n]*\}\})/)) {
      const placeholder = link === undefined ? this.placeholderOf(part) : undefined;
      const label = this.labelOf(part);
      const range = { offset: block.text.length, length: label.length };
      block.text += label;
      if (placeholder === undefined) continue;
      const { key: name, fallbackText } = placeholder;
      const data = fallbackText === undefined ? { key: name } : { key: name, fallbackText };
      const key = this.#entity('PLACEHOLDER', 'IMMUTABLE', data);
      block.entityRanges.push({ ...range, key });
    }
    const range = { offset, length: block.text.length - offset };
    for (const mark of marks) block.inlineStyleRanges.push({ ...range, style: styles[mark] });
    // Draft.js gives each character one entity at most.
    if (link === undefined) return;
    block.entityRanges.push({ ...range, key: this.#entity('LINK', 'MUTABLE', { url: link }) });
  }

  /** A variable as Kustomer documents it; any other text as it is. */
  labelOf(part: string): string {
    const placeholder = this.placeholderOf(part);
    return placeholder === undefined ? part : `{{${placeholder.key}}}`;
  }

  #entity(type: string, mutability: string, data: Record<string, string>): number {
    const key = this.#entities;
    this.#entities += 1;
    this.content.entityMap[String(key)] = { type, mutability, data };
    return key;
  }
}
