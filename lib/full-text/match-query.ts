import {
  clipWord,
  foldForFullText,
  gramLength,
  numbersOf,
  pairsOf,
  piecesOf,
  type WordPiece,
} from './terms';

/** What a query looks for; every one of `parts` and `phrases` must be found in the same passage. */
export interface FullTextQuery {
  parts: readonly QueryPart[];
  /** What was between double quotes, folded: to be found exactly like that. */
  phrases: readonly string[];
}

/**
 * `word`: some word begins like this; `number`: some number contains it; `run`: it is found anywhere, in
 * a script that puts no blanks between words.
 */
export type QueryPart = WordPiece;

/** By this many of its digits a number is looked for in the index. */
const mostDigits = 64;

/**
 * Beginnings of index terms: a text that answers the query has, for each of them, a term that begins with
 * it. Empty where nothing in the query is long enough to be looked for.
 */
export function termPrefixes({ parts }: FullTextQuery): string[] {
  const prefixes = parts.flatMap(({ kind, text }) => {
    if (kind === 'run') return prefixesOfRun(text);
    if (text.length < 2) return [];
    if (kind === 'word') return [clipWord(text)];
    const last = Math.max(0, Math.min(text.length, mostDigits) - gramLength);
    return Array.from({ length: last + 1 }, (_none, at) => `#${text.slice(at, at + gramLength)}`);
  });
  return [...new Set(prefixes)];
}

function prefixesOfRun(run: string): string[] {
  const pairs = [...pairsOf(run)];
  // The last character alone is the end of the run in the query, and maybe not in the text.
  return pairs.length === 1 ? pairs : pairs.slice(0, -1);
}

/** More of a query than this is not read. */
const mostQueried = 400;
const mostParts = 32;

/** Reads a query as it was typed; one without any letter or digit has no parts. */
export function parseFullTextQuery(typed: string): FullTextQuery {
  const folded = foldForFullText(clip(typed));
  const phrases = [...folded.matchAll(/"([^"]+)"/g)].map(([, phrase = '']) => plainBlanks(phrase));
  const parts = new Map([...piecesOf(folded)].map((part) => [part.text, part]));
  return {
    parts: [...parts.values()].slice(0, mostParts),
    phrases: phrases.filter((phrase) => !piecesOf(phrase).next().done),
  };
}

/** The beginning of a query, with no half of a character at its end. */
function clip(typed: string): string {
  return typed.slice(0, mostQueried).replace(/[\ud800-\udbff]$/, '');
}

function plainBlanks(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/**
 * Whether a folded text answers the query: this alone decides what is found, the index only leads to
 * texts that may.
 */
export function answersQuery(folded: string, { parts, phrases }: FullTextQuery): boolean {
  if (parts.length === 0) return false;
  const ofKind = (kind: QueryPart['kind']) => parts.filter((part) => part.kind === kind);
  if (!ofKind('run').every(({ text }) => folded.includes(text))) return false;
  // Most texts that lack a word lack its letters, too, and are ruled out here.
  const words = ofKind('word');
  if (!words.every(({ text }) => folded.includes(text))) return false;
  const numbers = ofKind('number');
  const isWordThere = words.length === 0 || areAllThere(words, [...piecesOf(folded)], startsWord);
  const isNumberThere =
    numbers.length === 0 || areAllThere(numbers, [...numbersOf(folded)], isInNumber);
  if (!isWordThere || !isNumberThere) return false;
  return phrases.length === 0 || isPhraseThere(plainBlanks(folded), phrases);
}

function areAllThere<T>(
  parts: readonly QueryPart[],
  things: readonly T[],
  isThere: (thing: T, wanted: string) => boolean,
): boolean {
  return parts.every(({ text }) => things.some((thing) => isThere(thing, text)));
}

function startsWord({ kind, text }: QueryPart, wanted: string): boolean {
  return kind === 'word' && text.startsWith(wanted);
}

function isInNumber(number: string, wanted: string): boolean {
  return number.includes(wanted);
}

function isPhraseThere(plain: string, phrases: readonly string[]): boolean {
  return phrases.every((phrase) => plain.includes(phrase));
}
