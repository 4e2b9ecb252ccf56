import { type DraftBlock, type DraftEntity, readContent } from './draft-js-raw';

/**
 * Raw Draft.js content as Markdown with Handlebars (README.md#shortcuts): a placeholder is an entity over
 * a readable label. `undefined` when it is not such content or is empty.
 */
export function markdownOfContent(raw: unknown): string | undefined {
  const content = readContent(raw);
  if (content === undefined) return undefined;
  const { blocks, entities } = content;
  const numbers: number[] = [];
  let markdown = '';
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    const isBeside = before?.type === block.type || before?.text === '' || block.text === '';
    // Lines of one kind follow each other; there is one blank line between two kinds.
    if (before !== undefined) markdown += isBeside ? '\n' : '\n\n';
    markdown += signedBlock(block, numberOf(block, numbers), markdownOfText(block, entities));
  }
  return markdown.trim() === '' ? undefined : markdown.trim();
}

const blockSigns: Readonly<Record<string, string>> = {
  'unordered-list-item': '- ',
  blockquote: '> ',
  'header-one': '# ',
  'header-two': '## ',
  'header-three': '### ',
};

/** Counts the items of ordered lists, at each depth; anything else ends the lists that it is not inside. */
function numberOf({ type, depth, text }: DraftBlock, numbers: number[]): number {
  const isItem = type.endsWith('-list-item');
  if (!isItem && text === '') return 0;
  numbers.length = Math.min(numbers.length, isItem ? depth + 1 : 0);
  if (type !== 'ordered-list-item') {
    if (isItem) numbers[depth] = 0;
    return 0;
  }
  numbers[depth] = (numbers[depth] ?? 0) + 1;
  return numbers[depth];
}

/** Each of its lines with the sign of the block, or indented below the text after it. */
function signedBlock({ type, depth }: DraftBlock, number: number, text: string): string {
  const sign = number > 0 ? `${number}. ` : (blockSigns[type] ?? '');
  if (type.startsWith('header-')) return sign + text.replaceAll('\n', ' ');
  const isItem = type.endsWith('-list-item');
  const indent = isItem ? '   '.repeat(depth) : '';
  const further = isItem ? indent + ' '.repeat(sign.length) : sign;
  return indent + sign + text.replaceAll('\n', `\n${further}`);
}

const styleMarks: Readonly<Record<string, string>> = {
  STRIKETHROUGH: '~~',
  BOLD: '**',
  ITALIC: '*',
  CODE: '`',
};

/** A stretch of text of one style, its variables written out. */
interface Stretch {
  text: string;
  /** Outermost first. */
  marks: string[];
  link: string | undefined;
}

/** The text of a block as Markdown; what is meant literally is escaped. */
function markdownOfText(block: DraftBlock, entities: ReadonlyMap<string, DraftEntity>): string {
  let line = '';
  let words = '';
  const stretches = stretchesOf(block, entities);
  for (const [index, { text, marks, link }] of stretches.entries()) {
    const markdown = marks.includes('`') ? text : escaped(text, link !== undefined);
    if (link === undefined) {
      line = appended(line, markdown, marks);
      continue;
    }
    words = appended(words, markdown, marks);
    if (link === stretches[index + 1]?.link) continue;
    line = appended(`${line}${/\d$/.test(line) ? joint : ''}`, linked(words, link));
    words = '';
  }
  return withoutJoint(line);
}

function linked(words: string, link: string): string {
  return words.trim() === '' ? words : `[${withoutJoint(words)}](${encoded(link)})`;
}

/** The block cut where styles and entities begin and end, and at line feeds; without empty ones. */
function stretchesOf(block: DraftBlock, entities: ReadonlyMap<string, DraftEntity>): Stretch[] {
  const { text } = block;
  const ranges = [
    ...block.inlineStyleRanges.filter(({ style }) => Object.hasOwn(styleMarks, style)),
    ...block.entityRanges.filter(({ key }) => entities.has(key)),
  ];
  const edges = ranges.flatMap(({ offset, length }) => [offset, offset + length]);
  const feeds = [...text.matchAll(/\n/g)].flatMap(({ index }) => [index, index + 1]);
  const whole = [0, ...edges, ...feeds, text.length].map((at) =>
    isWithinPair(text, at) ? at + 1 : at,
  );
  const cuts = [...new Set(whole)]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  for (const [index, start] of cuts.entries()) {
    const stretch = stretchOf(block, entities, start, cuts[index + 1] ?? start);
    const last = stretches.at(-1);
    const isSame = last?.link === stretch.link && last?.marks.join() === stretch.marks.join();
    if (last !== undefined && isSame) last.text += stretch.text;
    else stretches.push(stretch);
  }
  return stretches.filter(({ text: words }) => words !== '');
}

/** Half a character is none: a style that ends within one covers all of it. */
function isWithinPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

function stretchOf(
  block: DraftBlock,
  entities: ReadonlyMap<string, DraftEntity>,
  start: number,
  end: number,
): Stretch {
  const range = block.entityRanges.find((each) => covers(each, start) && entities.has(each.key));
  const entity = entities.get(range?.key ?? '');
  const address = entity?.key === undefined ? (entity?.url ?? entity?.href) : undefined;
  const styles = block.inlineStyleRanges.filter((each) => covers(each, start));
  const text = block.text.slice(start, end).replaceAll(joint, '');
  // No link continues across a blank line.
  const isLink = text !== '\n' && address !== undefined && mayLead.test(address);
  const link = isLink ? address : undefined;
  // Blanks have no style, and Markdown wants its signs next to a word.
  const marks =
    text.trim() === ''
      ? []
      : Object.entries(styleMarks).flatMap(([style, mark]) =>
          styles.some((each) => each.style === style) ? [mark] : [],
        );
  if (entity?.key !== undefined) {
    // The label may be cut by styles; the variable is written once.
    return { text: range?.offset === start ? variableIn(entity) : '', marks, link };
  }
  return { text, marks, link };
}

/** Addresses that may be given to a customer. */
const mayLead = /^(?:https?:\/\/|mailto:|tel:)/i;

function covers(range: { offset: number; length: number }, at: number): boolean {
  return range.offset <= at && at < range.offset + range.length;
}

function variableIn({ key = '', fallbackText }: DraftEntity): string {
  const name = key.replace(/[{}\n|]/g, '').trim();
  const words = fallbackText?.replace(/[{}\n]/g, '');
  return words === undefined ? `{{${name}}}` : `{{${name} | ${words}}}`;
}

/** An invisible character. Between a mark and what is not a word it lets the mark begin or end. */
const joint = '\u2060';

function withoutJoint(line: string): string {
  return line.endsWith(joint) ? line.slice(0, -1) : line;
}

/** A line with one more stretch in its marks, and joints where marks would otherwise run together. */
function appended(line: string, markdown: string, marks: readonly string[] = []): string {
  const words = markdown.trim();
  const before = /^\s*/.exec(markdown)?.[0] ?? '';
  const after = markdown.slice(before.length + words.length);
  const isBeside = before !== '' || /^[.,;:!?)]+\s/.test(markdown);
  const head = isBeside && marks.length === 0 ? withoutJoint(line) : line;
  if (marks.length === 0 || words === '') return head + markdown;
  const open = `${before === '' ? head : withoutJoint(head)}${before}`;
  const needsJoint = open !== '' && !/[\s\u2060]$/.test(open);
  const marked = marks.reduceRight(withMark, words);
  return `${open}${needsJoint ? joint : ''}${marked}${after === '' ? joint : after}`;
}

function withMark(words: string, mark: string): string {
  if (mark === '`') return codeSpan(words);
  const isInner = mark === '**' && words.startsWith('*');
  const head = isInner || /^(?:[\p{L}\p{N}]|\{\{)/u.test(words) ? '' : joint;
  const tail = isInner || /(?:[\p{L}\p{N}]|\}\})$/u.test(words) ? '' : joint;
  return `${mark}${head}${words}${tail}${mark}`;
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Variables stay as they are; so does what the Markdown parser takes for a part of a word. */
function escaped(text: string, isInLink: boolean): string {
  return text
    .split(/(\{\{[^{}\n]*\}\})/)
    .map((part, index) => (index % 2 === 1 ? part : escapedWords(part, isInLink)))
    .join('');
}

function escapedWords(text: string, isInLink: boolean): string {
  return text
    .replace(
      /((?<=[a-z0-9])[*_~]+(?=[a-z0-9]))|[\\`*_~]/gi,
      (sign, within?: string) => within ?? `\\${sign}`,
    )
    .replace(isInLink ? /[[\]]/g : /\](?=\()/g, '\\$&')
    .replace(/<(?=\S)|&(?=#?\w+;)|!(?=\[|$)/g, '\\$&')
    .replace(/^([^\S\r\n\u2028\u2029]*)([#+>-])/gm, '$1\\$2')
    .replace(/^([^\S\r\n\u2028\u2029]*\d+)([.)])(?=\s|$)/gm, '$1\\$2');
}

function encoded(address: string): string {
  return address.replace(/\s/g, encodeURIComponent).replace(/[()<>\\&]/g, '\\$&');
}
