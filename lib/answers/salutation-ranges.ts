import { fold } from '../text/fold';
import type { BlankRange } from './blank-patterns';

const title =
  '(?:mr|mrs|ms|miss|mx|dr|prof|herr|herrn|frau|mme|mlle|monsieur|madame|sr|sra|srta|senor|senora|don|dona|signor|signora|dott|meneer|mevrouw|pan|pani)\\.?';
const greeting =
  '(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|moin|servus|liebe|lieber|liebes|sehr geehrter?|geachte|beste|hoi|bonjour|bonsoir|salut|cher|chere|hola|estimad[oa]|querid[oa]|buenos dias|buenas tardes|ciao|gentile|caro|cara|ola|car[oa]|prezad[oa]|hej|kjaere|hei|czesc|dzien dobry|привет|здравствуйте|уважаем(?:ый|ая)|дорог(?:ой|ая))';
const word = "[\\p{L}\\p{M}.'’-]+";
const afterGreeting = new RegExp(
  `(?<![\\p{L}])${greeting},? (?:${title} )*(${word}(?: ${word}){0,2}?)(?= ?[,!.;:\\n–—-]|$)`,
  'gu',
);
const afterTitle = new RegExp(`(?<![\\p{L}])(?:${title} )+(${word})`, 'gu');
const beforeHonorific: readonly RegExp[] = [
  /(?:(?![的好爱敬位给为和与对向请问您你是])\p{sc=Han}){1,4}(?= ?(?:先生|女士|小姐|太太|老师))/gu,
  /(?:(?![皆客])[\p{sc=Han}\p{sc=Katakana}ー]){1,6}(?= ?(?:様|さん|さま))/gu,
  // Hangul is taken apart by folding.
  new RegExp(
    `(?!${fold('고객')}|${fold('선생')})\\p{sc=Hangul}{2,12}(?= ?(?:${fold('님')}|${fold('씨')}))`,
    'gu',
  ),
];
const nobody = new Set(
  'there all everyone everybody team folks again zusammen alle damen herren herr frau dr prof tous toutes todos todas a'.split(
    ' ',
  ),
);

/** Where a reply calls somebody by a name that no record holds: after a greeting, a title, before an honorific. */
export function salutationRanges(folded: string, isUpper: (at: number) => boolean): BlankRange[] {
  const found: BlankRange[] = [];
  for (const pattern of [afterGreeting, afterTitle]) {
    for (const { index, 0: whole, 1: called = '' } of folded.matchAll(pattern)) {
      const name = called.replace(/(?<!['.-])['.-]+s?$/, '');
      const start = index + whole.lastIndexOf(called);
      const isSomebody = !name.split(/[ .]/).some((each) => nobody.has(each));
      if (isUpper(start) && isSomebody)
        found.push({ start, end: start + name.length, kind: 'name' });
    }
  }
  for (const pattern of beforeHonorific) {
    for (const { index, 0: name } of folded.matchAll(pattern)) {
      found.push({ start: index, end: index + name.length, kind: 'name' });
    }
  }
  return found;
}
