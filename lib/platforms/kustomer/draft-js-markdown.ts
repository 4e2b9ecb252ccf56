import * as v from 'valibot';
import { anyList, anyRecord, lenient, text } from '../shared/field-schemas';

const range = { offset: v.pipe(v.number(), v.integer()), length: v.pipe(v.number(), v.integer()) };
const styleRange = v.object({ ...range, style: v.string() });
const entityRange = v.object({
  ...range,
  key: v.pipe(v.union([v.number(), v.string()]), v.transform(String)),
});

const blockSchema = v.object({
  text: v.string(),
  type: v.fallback(v.string(), 'unstyled'),
  inlineStyleRanges: v.fallback(v.array(styleRange), []),
  entityRanges: v.fallback(v.array(entityRange), []),
});

const entitySchema = v.object({
  data: lenient(v.object({ url: text, href: text, key: text, fallbackText: text })),
});

const contentSchema = v.object({
  blocks: anyList,
  entityMap: anyRecord,
});

/**
 * Raw Draft.js content as Markdown with Handlebars (README.md#shortcuts): a placeholder is an
 * entity over a readable label. `undefined` when it is no such content or says nothing.
 */
export function markdownOfContent(raw: unknown): string | undefined {
  const content = v.safeParse(contentSchema, raw);
  if (!content.success) return undefined;
  const entities = new Map(
    Object.entries(content.output.entityMap).flatMap(([key, value]) => {
      const entity = v.safeParse(entitySchema, value);
      return entity.success && entity.output.data !== undefined
        ? [[key, entity.output.data] as const]
        : [];
    }),
  );
  const blocks = content.output.blocks.flatMap((each): DraftBlock[] => {
    const block = v.safeParse(blockSchema, each);
    return block.success ? [block.output] : [];
  });
  const markdown = joinedLines(blocks, (block) => markdownOfBlock(block, entities)).trim();
  return markdown === '' ? undefined : markdown;
}

/** Lines of one kind follow each other; between two kinds stands one blank line. */
function joinedLines(blocks: readonly DraftBlock[], write: (block: DraftBlock) => string): string {
  let result = '';
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    const isClose = before?.type === block.type || before?.text === '';
    if (before !== undefined) result += isClose ? '\n' : '\n\n';
    result += write(block);
  }
  return result;
}

/** A block of raw Draft.js content. Offsets and lengths count UTF-16 units. */
interface DraftBlock {
  text: string;
  type: string;
  inlineStyleRanges: { offset: number; length: number; style: string }[];
  entityRanges: { offset: number; length: number; key: string }[];
}

/** What an entity stands for: a link, or a placeholder with its variable. */
interface DraftEntity {
  url?: string | undefined;
  href?: string | undefined;
  key?: string | undefined;
  fallbackText?: string | undefined;
}

const blockSigns: Readonly<Record<string, string>> = {
  'unordered-list-item': '- ',
  'ordered-list-item': '1. ',
  blockquote: '> ',
  'header-one': '# ',
  'header-two': '## ',
  'header-three': '### ',
};

const styleMarks: Readonly<Record<string, string>> = {
  BOLD: '**',
  ITALIC: '*',
  STRIKETHROUGH: '~~',
};

/** One block as a line of Markdown; its literal text is escaped. */
function markdownOfBlock(block: DraftBlock, entities: ReadonlyMap<string, DraftEntity>): string {
  const ranges = [
    ...block.inlineStyleRanges.filter(({ style }) => Object.hasOwn(styleMarks, style)),
    ...block.entityRanges.filter(({ key }) => entities.has(key)),
  ];
  const edges = ranges.flatMap(({ offset, length }) => [offset, offset + length]);
  const cuts = [...new Set([0, ...edges, block.text.length])]
    .filter((at) => at >= 0 && at <= block.text.length)
    .sort((a, b) => a - b);
  const line = cuts.map((start, index) =>
    markdownOfStretch(block, entities, start, cuts[index + 1] ?? start),
  );
  return (blockSigns[block.type] ?? '') + line.join('');
}

/** The text between two cuts, which has one style. */
function markdownOfStretch(
  block: DraftBlock,
  entities: ReadonlyMap<string, DraftEntity>,
  start: number,
  end: number,
): string {
  const range = block.entityRanges.find((each) => covers(each, start));
  const entity = entities.get(range?.key ?? '');
  if (entity?.key !== undefined) {
    // The label may be cut by styles; the variable is written once.
    return range?.offset === start ? variableIn(entity) : '';
  }
  const address = entity?.url ?? entity?.href;
  const words = styled(block, start, escaped(block.text.slice(start, end)));
  return address === undefined || words.trim() === '' ? words : `[${words}](${encoded(address)})`;
}

function covers(range: { offset: number; length: number }, at: number): boolean {
  return range.offset <= at && at < range.offset + range.length;
}

function variableIn({ key = '', fallbackText }: DraftEntity): string {
  const name = key.replace(/[{}\n|]/g, '').trim();
  const words = fallbackText?.replace(/[{}\n]/g, '');
  return words === undefined ? `{{${name}}}` : `{{${name} | ${words}}}`;
}

/** Markdown wants its signs next to a word: blanks at the ends stay outside. */
function styled(block: DraftBlock, at: number, text: string): string {
  const words = text.trim();
  if (words === '') return text;
  const around = block.inlineStyleRanges
    .filter((each) => covers(each, at))
    .flatMap(({ style }) => styleMarks[style] ?? []);
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  return `${before}${around.join('')}${words}${around.toReversed().join('')}${after}`;
}

/** Braces stay as they are: a variable may be written out in the text. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~&]/g, '\\$&')
    .replace(/^([^\S\r\n\u2028\u2029]*)([#+-])/gm, '$1\\$2')
    .replace(/^([^\S\r\n\u2028\u2029]*\d+)([.)])/gm, '$1\\$2');
}

function encoded(address: string): string {
  return address.replace(/[\s()<>\\]/g, (sign) => encodeURIComponent(sign));
}
