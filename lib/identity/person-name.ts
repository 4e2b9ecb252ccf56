import { foldIdentifier } from './fold-identifier';

/** True when two names differ at most in case, accents' encoding and spacing. */
export function isSameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

/** One string for a name in whatever case, width and spacing. */
export function nameKey(name: string): string {
  return foldIdentifier(name).replace(/\s+/g, ' ').toLowerCase();
}

/**
 * The name to show, of what several platforms call one person: a real name before an address or a
 * number, a full name before a single word, then what most platforms agree on, then the earliest.
 */
export function bestName(names: readonly string[]): string | undefined {
  const candidates = names.map((name, index) => ({
    name: name.trim().replace(/\s+/g, ' '),
    rank: nameRank(name),
    votes: names.filter((other) => isSameName(other, name)).length,
    index,
  }));
  candidates.sort((a, b) => b.rank - a.rank || b.votes - a.votes || a.index - b.index);
  return candidates[0]?.name;
}

function nameRank(name: string): number {
  if (!isRealName(name)) return 0;
  return isFullName(name) ? 2 : 1;
}

/** Invisible letters, with which people leave a name blank. */
const blankLetters = /[\u115f\u1160\u3164\uffa0]/g;
/** An e-mail or web address, a handle, a domain or the part before the at sign. */
const addressLike = /@|:\/\/|^www\.|^(?:tel|mailto|sip):|^\S+\.[a-z]{2,}$/;
/** What programs write where they have no name, and templates that were not filled in. */
const noName = /^\W*(?:null|undefined|unknown|none|not set|n\/a)\W*$|[$#{]\{|\{%|\[object /i;

/** Whether it is what a human is called: it has letters, and is no address and no number. */
export function isRealName(name: string): boolean {
  const letters = name.replace(blankLetters, '').match(/\p{L}/gu)?.length ?? 0;
  const digits = name.match(/\p{Nd}/gu)?.length ?? 0;
  const isNumber = digits >= 5 && digits > letters;
  return letters > 0 && !isNumber && !addressLike.test(name.trim()) && !noName.test(name);
}

/** Whether it names anything at all: a company is often called like an address or a number. */
export function isNamed(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(blankLetters, '')) && !noName.test(text);
}

/** Whether a name is more than a first name, or a word somebody typed into a form. */
export function isFullName(name: string): boolean {
  // Scripts without spaces between words write a full name as one word.
  return (
    hasTwoWords(name) ||
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u.test(name)
  );
}

/** Whether two words that contain letters are next to each other. */
function hasTwoWords(name: string): boolean {
  const isWord = name.split(/\s+/).map((word) => /\p{L}/u.test(word));
  return isWord.some((is, index) => is && isWord[index + 1] === true);
}

/** One or two letters that stand for a name, e.g. "AS" for "Ana Souza". Empty for no letters. */
export function initials(name: string): string {
  const words = name.split(/[\s._@-]+/).flatMap((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? []);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${words[0] ?? ''}${last ?? ''}`.toUpperCase();
}
