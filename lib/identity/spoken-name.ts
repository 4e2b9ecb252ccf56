import { withoutTitles } from './name-titles';

/** What follows a comma without being a first name: degrees, generations, kinds of company. */
const suffix =
  /^(?:jr|sr|i{2,3}|iv|md|m\.d|ph\.?d|dds|esq|cpa|mba|msc|bsc|rn|inc|llc|llp|ltd|limited|plc|corp|co|gmbh|ag|kg|bv|b\.v|nv|sa|s\.a|sas|srl|s\.r\.l|sl|s\.l|lda|ltda|oy|ab|aps|pty)\.?$/i;

/** Company names end like this, whatever follows a comma. */
const company =
  / (?:inc|llc|llp|ltd|limited|plc|corp|gmbh|ag|kg|bv|b\.v|srl|s\.r\.l|ltda|oy|pty)\.?$/i;

/** Parts of a name by their commas, in whatever script. */
const comma = / ?[,，،、] ?/;

/** What someone goes by beside a name: "she/her". */
const pronouns = /^\p{L}+(?: ?\/ ?\p{L}+)+$/u;

/** A post or a country in capitals, behind a name that is not all capitals: "CEO", "USA". */
const initialism = /^\p{Lu}{2,4}$/u;

/** What makes words a post or a company rather than a first name: "Sales Manager", "Smith & Partners". */
const ofWork =
  /[&+]|(?:^| )(?:und|and|manager|director|engineer|founder|co-founder|cofounder|officer|president|sales|support|marketing|geschäftsführer(?:in)?|leiter(?:in)?|directora?|gerente)(?: |$)/i;

/** Written where the family name is spoken first, with no blank; in Katakana alone a name is a foreign one. */
const familyFirst = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Hangul}]+$/u;
const given = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]+$/u;

/** Text in brackets is a remark; a name that was cut off may lack the second one. */
const remark = /[([（【][^()[\]（）【】]*(?:[)\]）】]|$)/g;

/** A name without the remarks in it, also those within others. */
export function withoutRemarks(name: string): string {
  let rest = name;
  for (let depth = 0; depth < 3; depth += 1) rest = rest.replace(remark, ' ');
  return rest.trim().replace(/\s+/g, ' ');
}

interface SpokenName {
  name: string;
  /** Where it is no word of its own in the name. */
  firstName?: string;
  lastName?: string | undefined;
}

/**
 * A name in the order in which it is spoken, "Ana Souza" for "Souza, Ana"; and its last name where a
 * comma shows which that is. The last name is empty for a single word. Commas in remarks show nothing.
 */
export function spokenName(written: string): SpokenName {
  const name = written.trim().replace(/\s+/g, ' ');
  const parts = withoutRemarks(name).split(comma);
  const [last = '', first = '', after] = parts;
  // Neither a degree behind "Souza, Ana" nor pronouns are what anybody is called by.
  if (after !== undefined && parts.length === 3 && isBehindName(after)) {
    return spokenName(`${last}, ${first}`);
  }
  if (parts.length === 2 && pronouns.test(first)) return spokenName(last);
  if (parts.length !== 2 || !parts.every((part) => /\p{L}/u.test(part))) return { name };
  if (company.test(last)) return { name, lastName: '' };
  if (familyFirst.test(last) && given.test(first)) {
    return { name: last + first, firstName: first, lastName: last };
  }
  const words = last.split(' ');
  // "Ana Souza, Dr." is said as it is written, and "Souza, Dr." is not.
  const isDegree = words.length > 1 && areTitles(first);
  const isPost =
    (words.length > 1 && initialism.test(first) && last !== last.toUpperCase()) ||
    ofWork.test(first) ||
    ofWork.test(last);
  if (isDegree || isPost || suffix.test(first))
    return { name, lastName: words.slice(1).at(-1) ?? '' };
  const family = withoutTitles(words);
  const titles = words.slice(0, words.length - family.length);
  return { name: [...titles, first, ...family].join(' '), lastName: family.join(' ') };
}

function isBehindName(part: string): boolean {
  return suffix.test(part) || pronouns.test(part) || areTitles(part);
}

function areTitles(part: string): boolean {
  return withoutTitles(part.split(' ')).length === 0;
}
