/** A run of text in one style, as Draft.js has them. */
export interface StyledRun {
  text: string;
  /** Styles of Draft.js. */
  marks: readonly string[];
  link?: string | undefined;
}

/** What has a meaning of its own within a line; the first that matches at a position counts. */
const tokens = new RegExp(
  [
    '(?<escaped>\\\\[!-/:-@[-`{-~])',
    '(?<variable>\\{\\{[^{}\\n]*\\}\\})',
    '(?<fence>`+)(?<code>(?!`).*?(?<!`))\\k<fence>(?!`)',
    '!?\\[(?<words>(?:\\\\.|[^\\]\\\\])*)\\]\\((?<address>(?:\\\\.|[^\\s()\\\\]|\\{\\{[^{}]*\\}\\})+)\\)',
    '<(?<bare>(?:https?://|mailto:|tel:)[^\\s<>]+)>',
    '(?<![\\p{L}\\p{N}*])\\*\\*(?=\\S)(?<bold>(?:\\\\.|[^\\\\])+?)(?<=\\S)\\*\\*(?![\\p{L}\\p{N}])',
    '(?<![\\p{L}\\p{N}_])__(?=\\S)(?<bolder>(?:\\\\.|[^\\\\])+?)(?<=\\S)__(?![\\p{L}\\p{N}])',
    '(?<![\\p{L}\\p{N}~])~~(?![\\s~])(?<strike>(?:\\\\.|[^\\\\])+?)(?<=[^\\s~])~~(?![\\p{L}\\p{N}~])',
    '(?<![\\p{L}\\p{N}*])\\*(?![\\s*])(?<italic>(?:\\\\.|\\*\\*|(?<=[\\p{L}\\p{N}])\\*(?=[\\p{L}\\p{N}])|[^\\\\*])+?)(?<=\\S)\\*(?![\\p{L}\\p{N}*])',
    '(?<![\\p{L}\\p{N}_])_(?![\\s_])(?<slanted>(?:\\\\.|(?<=[\\p{L}\\p{N}])_(?=[\\p{L}\\p{N}])|[^\\\\_])+?)(?<=\\S)_(?![\\p{L}\\p{N}_])',
    '&(?<entity>amp|lt|gt|quot|#39);',
  ].join('|'),
  'gu',
);

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

/** Addresses that may be given to a customer. */
const mayLead = /^(?:https?:\/\/|mailto:|tel:|\{\{)/i;
/** An invisible character: it lets a mark begin or end beside what is not a word. */
const joint = /\u2060/g;

/** The styles within one line of Markdown. What does not fit together stays as it is written. */
export function styledRuns(line: string, marks: readonly string[] = []): StyledRun[] {
  const parts: StyledRun[] = [];
  const add = (text: string, more: Partial<StyledRun> = {}): void => {
    const clean = text.replace(joint, '');
    const last = parts.at(-1);
    if (clean === '') return;
    const part = { text: clean, marks, ...more };
    const isSame = last?.link === part.link && last?.marks.join() === part.marks.join();
    if (last !== undefined && isSame) last.text += clean;
    else parts.push(part);
  };
  let done = 0;
  for (const match of line.matchAll(tokens)) {
    const { 0: source, groups = {}, index } = match;
    add(line.slice(done, index));
    done = index + source.length;
    for (const part of readToken(source, groups, marks)) add(part.text, part);
  }
  add(line.slice(done));
  return parts;
}

function readToken(
  source: string,
  groups: Readonly<Record<string, string | undefined>>,
  marks: readonly string[],
): StyledRun[] {
  const { escaped, code, words = '', address, bare, entity } = groups;
  const style = styles.find((name) => groups[name] !== undefined);
  if (style !== undefined) return styledRuns(groups[style] ?? '', [...marks, styleOf[style]]);
  if (code !== undefined) return [{ text: withoutPad(code), marks: [...marks, 'CODE'] }];
  if (bare !== undefined) return [{ text: bare, marks, link: bare }];
  if (address !== undefined) return linked(words, address, marks) ?? [{ text: source, marks }];
  return [{ text: escaped?.slice(1) ?? entities[entity ?? ''] ?? source, marks }];
}

const styleOf = {
  bold: 'BOLD',
  bolder: 'BOLD',
  strike: 'STRIKETHROUGH',
  italic: 'ITALIC',
  slanted: 'ITALIC',
} as const;
const styles = ['bold', 'bolder', 'strike', 'italic', 'slanted'] as const;

function linked(words: string, address: string, marks: readonly string[]): StyledRun[] | undefined {
  const link = address.replace(/\\(.)/g, '$1');
  if (!mayLead.test(link)) return undefined;
  const named = styledRuns(words, marks);
  return (named.length === 0 ? [{ text: link, marks }] : named).map((part) => ({ ...part, link }));
}

/** Removes the blank that Markdown wants at both ends of code that begins or ends with its own sign. */
function withoutPad(code: string): string {
  const isPadded = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
  return isPadded ? code.slice(1, -1) : code;
}
