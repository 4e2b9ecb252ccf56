/** Scripts that write words, or their endings, side by side without blanks. */
const dense = ['Han', 'Hira', 'Kana', 'Hang', 'Bopo', 'Thai', 'Laoo', 'Khmr', 'Mymr']
  .map((script) => `\\p{sc=${script}}`)
  .join('');
const wide = '\\u3000-\\u303f\\uff01-\\uff65';
const denseLetter = new RegExp(`[${dense}]`, 'u');
const wideSign = new RegExp(`(?=[${wide}])[\\p{P}\\p{S}]`, 'u');
const anyDense = new RegExp(`[${dense}${wide}]`, 'u');

const part = `[^\\s<>"\`()[\\]|\\\\\ufdd2\ufdd3${dense}${wide}]`;
const path = `(?:${part}|\\(${part}*\\)|\\[${part}*\\](?!\\())`;
const inPath = '[^\\s"<>|\ufdd2\ufdd3]';
const domain = '(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}';

/**
 * Texts whose signs belong to them and are not Markdown. Blanks end them, and Markdown signs at the end do
 * not belong to them.
 */
const wholes = new RegExp(
  [
    // C:\Users\_temp\*.log, \\server\share
    `(?<![\\p{L}\\p{N}])[a-z]:(?=${inPath}*(?<!\\\\)\\\\[\\p{L}\\p{N}])\\\\(?!\\\\)(?:[^\\\\"<>|]*[^\\\\\\s"<>|]\\\\)*${inPath}*`,
    `(?<!\\\\)\\\\\\\\[\\p{L}\\p{N}][\\w.$-]*\\\\[\\p{L}\\p{N}$]${inPath}*`,
    // Addresses, with and without a scheme
    `(?<![a-z0-9])(?:[a-z][a-z0-9+.-]{0,30}:\\/\\/|mailto:|www\\.)${path}+`,
    `(?<![\\w.+%'-])[\\w.+%'-]{1,64}@${domain}`,
    `(?<![\\w.@-])${domain}(?::\\d+)?[/?#]${path}*`,
    // /srv/_data/, @_name, #_topic_
    `(?<![^\\s("'])(?:~|\\.{1,2})?\\/${path}+`,
    '(?<![\\p{L}\\p{N}])[@#][\\p{L}\\p{N}_.-]+',
    // A reference by number would lose it.
    '(?<!\\\\)&(?:#x?[\\da-f]+|[a-z]*\\d[a-z\\d]*);',
  ].join('|'),
  'giu',
);

const word = `(?![${dense}])[\\p{L}\\p{N}\\p{M}]`;
/** Signs with a letter or digit on either side: `20*30*40`, `snake_case`; and those of a product. */
const withinWords = new RegExp(`(?<=${word})[*_~]+(?=${word})|(?<=\\))\\*+(?=\\()`, 'gu');

/**
 * One line of a text with `protect` called for what belongs to words, numbers, addresses, paths and names,
 * and not to Markdown. An empty text is protected where Markdown would not see that a sign belongs to a word
 * because of the punctuation beside it. U+2060 beside a sign, which nobody sees, is protected too: there the
 * sign is Markdown's.
 */
export function protectSigns(line: string, protect: (text: string) => string): string {
  const joined = line.replace(/\u2060(?=[*_~`[])|(?<=[*_~`])\u2060/g, protect);
  const whole = joined.replace(wholes, (text, at: number) => {
    const end = text.search(/(?<![*_~.,:;!?'"’”])[*_~.,:;!?'"’”]*$/);
    // _name@example.com_, \_name@example.com
    const isMarked = joined[at + text.length] === '_' || joined[at - 1] === '\\';
    const start = isMarked ? text.search(/[^_]/) : 0;
    const own = text
      .slice(start, end)
      .replace(text.includes(':\\') || text.startsWith('\\\\') ? /[*_~&\\]/g : /[*_~&]/g, protect);
    return text.slice(0, start) + own + text.slice(end);
  });
  const plain = whole.replace(withinWords, protect);
  return anyDense.test(plain) ? besideDense(plain, protect) : plain;
}

/** `**重要：**请查收`: CommonMark closes nothing between a sign and a letter, where no blank can be. */
function besideDense(line: string, protect: (text: string) => string): string {
  return line.replace(/\*+|~~+/g, (run, at: number) => {
    const before = charBefore(line, at);
    const after = String.fromCodePoint(line.codePointAt(at + run.length) ?? 32);
    if (before === '\\') return run;
    return `${joint(before, after, protect)}${run}${joint(after, before, protect)}`;
  });
}

/** Nothing, or a placeholder for a letter beside a punctuation mark. */
function joint(sign: string, other: string, protect: (text: string) => string): string {
  if (!/[\p{P}\p{S}]/u.test(sign)) return '';
  return wideSign.test(sign) || denseLetter.test(other) ? protect('') : '';
}

function charBefore(line: string, at: number): string {
  const isPair = /[\ud800-\udbff][\udc00-\udfff]$/.test(line.slice(Math.max(0, at - 2), at));
  return line.slice(isPair ? at - 2 : Math.max(0, at - 1), at);
}
