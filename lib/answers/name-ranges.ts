import type { BlankKind, BlankRange } from './blank-patterns';
import type { IsUpper } from './called-name';
import type { NameForms } from './name-forms';
import { isStopWord } from './stop-words';

/** Its letters are small ones by their kind, but nobody begins a name with one of its capitals. */
const georgian = /\p{sc=Georgian}/u;

/** Where names are in a folded text; `isUpper` says whether there is a capital at a place in it. */
export function nameRanges(
  folded: string,
  { parts, runs }: NameForms,
  isUpper: IsUpper,
): BlankRange[] {
  const found: BlankRange[] = [];
  for (const { index, 0: word } of folded.matchAll(/[\p{L}\p{M}]+/gu)) {
    const hasCase = /\p{Ll}/u.test(word) && !georgian.test(word);
    const isWritten = isUpper(index) || !hasCase;
    const known = partIn(word, isWritten, hasCase, parts);
    if (known === undefined) continue;
    const kind = isWritten ? writtenKind(known) : unwrittenKind(word);
    found.push({ start: index, end: index + word.length, kind });
  }
  for (const run of runs) {
    for (let at = folded.indexOf(run); at !== -1; at = folded.indexOf(run, at + 1)) {
      found.push({ start: at, end: at + run.length, kind: 'name' });
    }
  }
  return found;
}

function writtenKind({ isFirst }: { isFirst: boolean }): BlankKind {
  return isFirst ? 'first_name' : 'name';
}

/** "I will see", for Will: a question takes its place, but nobody's name is offered for it. */
function unwrittenKind(word: string): BlankKind {
  return isStopWord(word) ? 'detail' : 'name';
}

/** A form with an ending this long is still the name. */
const LONGEST_ENDING = 4;

function partIn(word: string, isWritten: boolean, hasCase: boolean, parts: NameForms['parts']) {
  const exact = parts.get(word) ?? (word.endsWith('s') ? parts.get(word.slice(0, -1)) : undefined);
  if (exact !== undefined && (isWritten || !exact.needsCapital)) return exact;
  if (!isWritten) return undefined;
  for (const [part, known] of parts) {
    if (part.length < 4 && hasCase) continue;
    if (isInflected(word, part, hasCase)) return known;
  }
  return undefined;
}

const balticEnding = /^(?:[aeiouy]|i?a[iu]|i?aus|i?u[io]|i[aou]|j[aou]|[ai]m)?$/;

/** "Annalle", "Анне", "لأحمد": other languages put endings, or words of one letter, on a name. */
function isInflected(word: string, part: string, hasCase: boolean): boolean {
  if (georgian.test(part)) return isGeorgian(word, part);
  if (!hasCase) return part.length > 2 && word.includes(part);
  if (/\p{sc=Cyrl}|\p{sc=Grek}/u.test(part)) {
    const stem = stemOf(part);
    const isEnded = word.startsWith(stem) && word.length - stem.length <= LONGEST_ENDING;
    return isEnded || hasFleeting(word, part);
  }
  if (word.startsWith(part)) return word.length - part.length <= LONGEST_ENDING;
  // "Katarzyno", "Annę": the last vowel gives way to the ending.
  const stem = part.replace(/[aeiouy]$/, '');
  if (stem.length > 2 && word.startsWith(stem) && word.length - stem.length <= 2) return true;
  return hasFleeting(word, part) || isBaltic(word, part);
}

/** A case, a word that is written in one with it ("for", "from", "like"), and one that means "too". */
const georgianEnding =
  /^[აეიოუ]?(?:მა?|ს|თი?|დ|ო|ვ|ებ(?:ი|მა|ს|ით?|თან|ზე)?)?(?:თვის|გან|თან|ა?ვით|ზე|ში|ადმი|კენ|მდე|გამო)?(?:[აი]?[ცა])?$/u;

/** "ნინოსთვის", "ბერიძისგან": the last vowel of the name may give way to the ending. */
function isGeorgian(word: string, part: string): boolean {
  const stem = part.replace(/[აეიოუ]$/u, '');
  const kept = stem.length > 2 ? stem : part;
  return kept.length > 2 && word.startsWith(kept) && georgianEnding.test(word.slice(kept.length));
}

/** "Jonai", "Andriau", "Jāni", "Gunār": Lithuanian and Latvian put another ending in the place of an "s". */
function isBaltic(word: string, part: string): boolean {
  const stem = part.replace(/(?:i?[aeuy]|i)?s$/, '');
  return (
    stem !== part &&
    stem.length > 2 &&
    word.startsWith(stem) &&
    balticEnding.test(word.slice(stem.length))
  );
}

/** Without its ending: "Παπαδόπουλε" and "Παπαδοπούλου" are Παπαδόπουλος. Two letters begin many words. */
function stemOf(part: string): string {
  const stem = part.replace(/[αεηιουω]σ$/u, '');
  const isLong = stem !== part && stem.length > 2;
  return isLong ? stem : part.replace(/[аеиоуыэюяйьіїєαειουωηςσν]$/u, '');
}

/** "Pawła" for Paweł, "Павла" for Павел: Slavic endings take the last "e" out. */
function hasFleeting(word: string, part: string): boolean {
  const stem = part.replace(/[eе](?=[^aeiouyаеиоуыэюя]$)/u, '');
  const ending = word.length - stem.length;
  return stem !== part && stem.length > 2 && word.startsWith(stem) && ending > 0 && ending <= 4;
}
