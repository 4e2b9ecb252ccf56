/** The attributes of an element, by their names in lower case. */
export type Attributes = ReadonlyMap<string, string>;

/** At least this many line breaks are between an element and what is around it. */
export type Edge = 0 | 1 | 2;

const empty: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
const paragraphs: ReadonlySet<string> = new Set(
  'p ul ol dl table blockquote hr h1 h2 h3 h4 h5 h6'.split(' '),
);
const lines: ReadonlySet<string> = new Set(
  'div li dt dd tr section article header footer main nav aside address figure figcaption caption pre xmp listing center form fieldset option details summary legend menu dir dialog hgroup'.split(
    ' ',
  ),
);
const endsOpen: ReadonlyMap<string, readonly [ends: string[], within: string[]]> = new Map([
  ['li', [['li'], ['ul', 'ol']]],
  ['dt', [['dt', 'dd'], ['dl']]],
  ['dd', [['dt', 'dd'], ['dl']]],
  ['td', [['td', 'th'], ['table']]],
  ['th', [['td', 'th'], ['table']]],
  ['tr', [['tr'], ['table']]],
  ['a', [['a'], ['td', 'th', 'li']]],
  ['option', [['option'], ['select']]],
]);

/** Elements that can have no content. */
export function isEmpty(name: string): boolean {
  return empty.has(name);
}

/** Elements that begin a line. */
export function isBlock(name: string): boolean {
  return paragraphs.has(name) || lines.has(name);
}

/** Elements that begin a line, and keep no distance. */
export function isLine(name: string): boolean {
  return lines.has(name);
}

/** The open elements that a new element of this name ends (`ends`), and where the search for them stops. */
export function endedBy(name: string): readonly [ends: string[], within: string[]] | undefined {
  return endsOpen.get(name);
}

/** How far an element keeps away from what is around it. */
export function edgeOf(name: string, attributes: Attributes, isInList: boolean): Edge {
  if (lines.has(name) || (name === 'p' && isTight(attributes))) return 1;
  if (!paragraphs.has(name)) return 0;
  return isInList && (name === 'ul' || name === 'ol') ? 1 : 2;
}

/** Paragraphs that are as close together as lines: Word's own, and those without a margin. */
function isTight(attributes: Attributes): boolean {
  const isWords = /\bMso(Normal|ListParagraph|PlainText)/.test(attributes.get('class') ?? '');
  return isWords || /(?:^|;)\s*margin\s*:\s*0/i.test(attributes.get('style') ?? '');
}

/** Mail programs indent by a quote without a border. */
export function isIndentation(attributes: Attributes): boolean {
  return /border\s*:\s*(none|0)/i.test(attributes.get('style') ?? '');
}

/** A picture of a dot or a line reports who opens a mail, or spaces out a table. */
export function isDot(attributes: Attributes): boolean {
  return ['width', 'height'].some((side) => /^[0-2](px)?$/.test(attributes.get(side) ?? ''));
}
