import { fold } from '../text/fold';
import { mayBeTitle } from './name-titles';

/** Whether a shorter name can be a form of a longer one, each in words. */
type IsOne = (short: readonly string[], long: readonly string[]) => boolean;

/** More names than this are not compared with each other: they clearly belong to many people. */
const MOST_NAMES = 60;

/**
 * The least number of people that these names can belong to: "Ana Souza", "A. Souza" and "ana" are one,
 * "Ana Souza" and "Bo Ek" two. Names in different scripts cannot be compared, so the script with most
 * people counts. Text that is not a name is not counted.
 */
export function countNames(names: readonly string[], isOne: IsOne = fits): number {
  const byScript = new Map<number, string[][]>();
  for (const name of new Set(names.map(fold))) {
    const words = wordsOf(name);
    if (words.length === 0) continue;
    const script = scripts.findIndex((each) => each.test(name));
    byScript.set(script, [...(byScript.get(script) ?? []), words]);
    if ((byScript.get(script)?.length ?? 0) > MOST_NAMES) break;
  }
  return Math.max(0, ...[...byScript.values()].map((each) => countDifferent(each, isOne)));
}

/** Names of all other scripts count together. */
const scripts = [
  /\p{sc=Latin}/u,
  /\p{sc=Cyrillic}/u,
  /\p{sc=Greek}/u,
  /[\p{sc=Hiragana}\p{sc=Katakana}]/u,
  /\p{sc=Han}/u,
  /\p{sc=Hangul}/u,
  /\p{sc=Arabic}/u,
  /\p{sc=Hebrew}/u,
  /\p{sc=Devanagari}/u,
  /\p{sc=Thai}/u,
];

/** The words of a name, in their order; none for an address or a number. */
function wordsOf(name: string): string[] {
  if (name.includes('@') || !/\p{L}/u.test(name)) return [];
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const proper = words.filter((word) => !mayBeTitle(word));
  return proper.length > 0 ? proper : words;
}

/** The fullest names first, so that each short form finds the name that it shortens. */
function countDifferent(names: readonly string[][], isOne: IsOne): number {
  const sorted = [...names].sort(
    (a, b) => b.length - a.length || b.join('').length - a.join('').length || compare(a, b),
  );
  const people: string[][] = [];
  for (const name of sorted) {
    if (!people.some((known) => isOne(name, known))) people.push(name);
  }
  return people.length;
}

function compare(a: readonly string[], b: readonly string[]): number {
  return a.join(' ') < b.join(' ') ? -1 : 1;
}

/** Whether the shorter name can be a form of the longer one. */
function fits(short: readonly string[], long: readonly string[]): boolean {
  if (short.join('') === long.join('')) return true;
  const [only = '', ...more] = short;
  const [first = ''] = long;
  // "asouza" for "Ana Souza".
  if (more.length === 0 && long.length > 1 && only === `${first.charAt(0)}${long.at(-1)}`)
    return true;
  const left = [...long];
  return short.every((word) => {
    const index = left.findIndex((each) => isFormOf(word, each) || isFormOf(each, word));
    if (index < 0) return false;
    left.splice(index, 1);
    return true;
  });
}

/**
 * The same for whoever counts a crowd: "Liz Smith" for "Elizabeth Smith", too, and "Iuliia" for "Yulia".
 * Too weak where two names have to tell two people apart ("Paul Berg" and "Paula Berg").
 */
export function fitsLoosely(short: readonly string[], long: readonly string[]): boolean {
  if (fits(short, long)) return true;
  if (short.length < 2 || short.length !== long.length || short.at(-1) !== long.at(-1))
    return false;
  const [one = '', other = ''] = [short, long].map(([first = '']) => asHeard(first));
  const isWithin = one.length < other.length ? other.includes(one) : one.includes(other);
  return isWithin && Math.min(one.length, other.length) >= 3;
}

/** Letters that one name is written with in different alphabets and languages, each as one. */
function asHeard(word: string): string {
  return word.replace(/[yj]/g, 'i').replace(/(.)\1+/gu, '$1');
}

/** The same word, or its first letter. */
function isFormOf(short: string, long: string): boolean {
  return short === long || (short.length === 1 && /\p{L}/u.test(short) && long.startsWith(short));
}
