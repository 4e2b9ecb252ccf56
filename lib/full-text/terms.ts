import { foldDigits, foldIdentifier } from '../identity/fold-identifier';
import { fold } from '../text/fold';

/** `number`: digits alone; `run`: characters of a script that puts no blanks between words. */
export interface WordPiece {
  kind: 'word' | 'number' | 'run';
  text: string;
}

const beyondAscii = /[^\0-\x7f]/;

/** Scripts without blanks between words, or (Korean) with words that grow at both ends. */
const unspaced =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}';
const spoken = '(?=[\\p{L}\\p{M}\\p{N}])';
const piece = new RegExp(
  `((?:${spoken}[${unspaced}])+)|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+`,
  'gu',
);
const asciiPiece = /()[a-z0-9]+/g;

/** Digits that are written in groups: "+49 (0)151 234-56". */
const groupedNumber = /[0-9]+(?:[ ./()-]{1,2}[0-9]+)*/g;

/** Fewer digits than this in several groups are numbers of their own, and not one. */
const leastGrouped = 7;

/** How many letters of a word the index distinguishes. */
const mostLetters = 24;

/** How many digits lead to a number. */
export const gramLength = 3;

/**
 * A text as the full-text search sees it: folded as a search in the timeline does it, and as identifiers
 * are: without invisible characters, and with the digits of every script as 0 to 9.
 */
export function foldForFullText(text: string): string {
  if (!beyondAscii.test(text)) return fold(text);
  return foldDigits(fold(foldIdentifier(text)))
    .normalize('NFC')
    .trim();
}

/** Words and runs of a folded text, in order; bare numbers are among the words. */
export function* piecesOf(folded: string): Generator<WordPiece> {
  for (const [text, run] of folded.matchAll(beyondAscii.test(folded) ? piece : asciiPiece)) {
    if (run) yield { kind: 'run', text };
    else if (/^[0-9]+$/.test(text)) yield { kind: 'number', text };
    else yield { kind: 'word', text };
  }
}

/**
 * The numbers of a folded text, groups of digits joined, however many: a list of numbers looks like one in
 * groups, and its last number has to be found, too. Also those within words.
 */
export function* numbersOf(folded: string): Generator<string> {
  for (const [grouped] of folded.matchAll(groupedNumber)) {
    const groups = grouped.split(/[^0-9]+/);
    const joined = groups.join('');
    if (groups.length > 1 && joined.length < leastGrouped) {
      yield* groups;
      yield* tightNumbers(grouped);
    } else yield joined;
  }
}

/** Short numbers that are joined without a blank: "47-11" is typed as 4711, too. */
function* tightNumbers(grouped: string): Generator<string> {
  for (const run of grouped.split(/[ ()]+/)) {
    if (/[0-9][./-]+[0-9]/.test(run)) yield run.replace(/[^0-9]/g, '');
  }
}

/**
 * What a folded text is found by in the index. A word: itself, at most its first letters. A number: from
 * each of its digits on the next three, behind `#`. A run of an unspaced script: from each of its
 * characters on the next two, behind `=`. Single letters and digits lead nowhere.
 */
export function* indexTerms(folded: string): Generator<string> {
  for (const { kind, text } of piecesOf(folded)) {
    if (kind === 'word' && text.length > 1) yield clipWord(text);
    if (kind === 'run') yield* pairsOf(text);
  }
  for (const number of numbersOf(folded)) {
    for (let at = 0; at < number.length - 1; at += 1) {
      yield `#${number.slice(at, at + gramLength)}`;
    }
  }
}

/** The first letters of a word, with no half of one at the end. */
export function clipWord(word: string): string {
  return word.slice(0, mostLetters).replace(/[\ud800-\udbff]$/, '');
}

/** What a run leads to: each two characters in a row, and the last one alone. */
export function* pairsOf(run: string): Generator<string> {
  let before = '';
  for (const character of run) {
    if (before !== '') yield `=${before}${character}`;
    before = character;
  }
  yield `=${before}`;
}
