/** A block of raw Draft.js content. Offsets and lengths count UTF-16 units. */
export interface DraftBlock {
  text: string;
  type: string;
  inlineStyleRanges: { offset: number; length: number; style: string }[];
  entityRanges: { offset: number; length: number; key: string }[];
}

/** What an entity stands for: a link, or a placeholder with its variable. */
export interface DraftEntity {
  url?: string | undefined;
  href?: string | undefined;
  key?: string | undefined;
  fallbackText?: string | undefined;
}

const signs: Readonly<Record<string, string>> = {
  'unordered-list-item': '- ',
  'ordered-list-item': '1. ',
  blockquote: '> ',
  'header-one': '# ',
  'header-two': '## ',
  'header-three': '### ',
};

const marks: Readonly<Record<string, string>> = {
  BOLD: '**',
  ITALIC: '*',
  STRIKETHROUGH: '~~',
};

/** One block as a line of Markdown; its literal text is escaped. */
export function markdownOfBlock(
  block: DraftBlock,
  entities: ReadonlyMap<string, DraftEntity>,
): string {
  const ranges = [
    ...block.inlineStyleRanges.filter(({ style }) => Object.hasOwn(marks, style)),
    ...block.entityRanges.filter(({ key }) => entities.has(key)),
  ];
  const edges = ranges.flatMap(({ offset, length }) => [offset, offset + length]);
  const cuts = [...new Set([0, ...edges, block.text.length])]
    .filter((at) => at >= 0 && at <= block.text.length)
    .sort((a, b) => a - b);
  const line = cuts.map((start, index) =>
    stretch(block, entities, start, cuts[index + 1] ?? start),
  );
  return (signs[block.type] ?? '') + line.join('');
}

/** The text between two cuts, which has one look. */
function stretch(
  block: DraftBlock,
  entities: ReadonlyMap<string, DraftEntity>,
  start: number,
  end: number,
): string {
  const range = block.entityRanges.find((each) => covers(each, start));
  const entity = entities.get(range?.key ?? '');
  if (entity?.key !== undefined) {
    // The label may be cut by styles; the variable is written once.
    return range?.offset === start ? placeholder(entity) : '';
  }
  const address = entity?.url ?? entity?.href;
  const words = styled(block, start, escaped(block.text.slice(start, end)));
  return address === undefined || words.trim() === '' ? words : `[${words}](${encoded(address)})`;
}

function covers(range: { offset: number; length: number }, at: number): boolean {
  return range.offset <= at && at < range.offset + range.length;
}

function placeholder({ key = '', fallbackText }: DraftEntity): string {
  const name = key.replace(/[{}\n|]/g, '').trim();
  const words = fallbackText?.replace(/[{}\n]/g, '');
  return words === undefined ? `{{${name}}}` : `{{${name} | ${words}}}`;
}

/** Markdown wants its signs next to a word: blanks at the ends stay outside. */
function styled(block: DraftBlock, at: number, text: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (words === '') return text;
  const around = block.inlineStyleRanges
    .filter((each) => covers(each, at))
    .flatMap(({ style }) => marks[style] ?? []);
  return `${before}${around.join('')}${words}${around.toReversed().join('')}${after}`;
}

/** Braces stay as they are: a variable may be written out in the text. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~&]/g, '\\$&')
    .replace(/^(\s*)([#+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
}

function encoded(address: string): string {
  return address.replace(/[\s()<>\\]/g, (sign) => encodeURIComponent(sign));
}
