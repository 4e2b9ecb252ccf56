import { isTitle } from '../identity/name-titles';
import { fold } from '../text/fold';
import { nameParticles } from './called-name';
import { doubleSurnames } from './han-salutation-ranges';

interface NamePart {
  /** It is a first name. */
  isFirst: boolean;
  /** It may be another word, and is a name only where it begins with a capital letter. */
  needsCapital: boolean;
}

/** How a name is found in a text, in whatever way it is spelled there. */
export interface NameForms {
  /** Parts of names by their spellings, folded. */
  parts: ReadonlyMap<string, NamePart>;
  /** Names, and parts, of scripts without blanks between words. */
  runs: readonly string[];
}

/** Small words within a name, which any text may have; at its beginning or end they are a name: "Al Gore". */
const particles = new Set([
  ...nameParticles,
  ...'les die das dem zum do des ibn bint of the y e st und and'.split(' '),
]);

/** What is written with a name, or in place of one, and is neither a name nor a title. */
const additions = new Set(
  `jr ii iii iv don dona visitor guest customer unknown anonymous besucher gast visiteur visitante`.split(
    ' ',
  ),
);

const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** The forms of these names; `maybe` are names only where they begin with a capital letter. */
export function nameForms(names: Iterable<string>, maybe: Iterable<string> = []): NameForms {
  const parts = new Map<string, NamePart>();
  const runs = new Set<string>();
  const take = (name: string, needsCapital: boolean) => {
    for (const run of [...runsIn(name), ...shortNames(name)]) runs.add(run);
    for (const [form, isFirst, isSmall] of partsIn(name)) {
      const part = { isFirst, needsCapital: needsCapital || isSmall };
      if (parts.get(form)?.needsCapital !== false) parts.set(form, part);
    }
  };
  for (const name of names) take(name, false);
  for (const name of maybe) take(name, true);
  return { parts, runs: [...runs].sort((a, b) => b.length - a.length) };
}

function wordsIn(name: string): string[] {
  return name.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== '');
}

function runsIn(name: string): string[] {
  return wordsIn(name).flatMap((word) => (unspaced.test(word) ? [...runsOf(word)] : []));
}

const doubleSurname = new RegExp(`^(?:${doubleSurnames})(?=.)`, 'u');
const afterSurname =
  '总 總 董 工 哥 姐 叔 姨 嫂 阿姨 经理 老板 师傅 主任 医生 律师 教授 同学'.split(' ');

/** "王总", "小王" and "老王" for 王小明, "明哥" and "阿明" too: how Chinese calls somebody by one sign of the name. */
function shortNames(name: string): string[] {
  const [whole = ''] = /\p{sc=Han}{2,4}/u.exec(name.replace(/\s+/g, '')) ?? [];
  if (whole === '') return [];
  const surname = doubleSurname.exec(whole)?.[0] ?? whole.slice(0, 1);
  const last = whole.slice(-1);
  return [
    ...afterSurname.map((word) => surname + word),
    ...['小', '老', '阿'].map((word) => word + surname),
    ...['哥', '姐', '总', '叔', '姨'].map((word) => last + word),
    ...['小', '阿'].map((word) => word + last),
  ].map(fold);
}

type FoundPart = readonly [form: string, isFirst: boolean, isSmall: boolean];

function partsIn(name: string): FoundPart[] {
  const words = wordsIn(name).filter((word) => !unspaced.test(word));
  return words.flatMap((word, index) => {
    const isFirst = index === 0 && !name.includes(',');
    const isSmall = particles.has(fold(word));
    if (isSmall && index > 0 && index < words.length - 1) return [];
    // "Anne-Marie" and "O'Brien" are written in one, too.
    const joined = index === 0 ? [] : [fold(`${words[index - 1]}${word}`)];
    const forms = [...spellings(word), ...joined];
    return forms
      .filter((form) => form.length > 1 && !isTitle(form) && !additions.has(form))
      .map((form) => [form, isFirst, isSmall] as const);
  });
}

const umlauts: readonly (readonly [RegExp, string])[] = [
  [/[äÄæÆ]/g, 'ae'],
  [/[öÖøØœŒ]/g, 'oe'],
  [/[üÜ]/g, 'ue'],
  [/[åÅ]/g, 'aa'],
];

/** "Müller" is also written "Mueller" and "Muller", and each of these may be meant by another spelling. */
function spellings(written: string): string[] {
  const word = written.normalize('NFC');
  const expanded = umlauts.reduce((text, [sign, letters]) => text.replace(sign, letters), word);
  const plain = fold(word);
  const contracted = plain
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/ue/g, 'u')
    .replace(/aa/g, 'a');
  return [...new Set([plain, fold(expanded), contracted])];
}

/**
 * Every two or more signs in a row of a name: nothing separates the first name from the last. A sign and the
 * marks on it are one, unless the name has no other: "สวัสดี" ends like "ใจดี", and greets everybody.
 */
function* runsOf(word: string): Generator<string> {
  const signs = (word.normalize('NFC').match(/\P{M}\p{M}*/gu) ?? []).slice(0, 12);
  if (signs.length === 1 && word.length > 1) yield fold(word);
  for (let from = 0; from < signs.length; from += 1) {
    for (let to = from + 2; to <= signs.length; to += 1) yield fold(signs.slice(from, to).join(''));
  }
}
