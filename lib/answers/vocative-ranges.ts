import { isSupportWord, meaningsOfWord } from './alike-words';
import type { BlankRange } from './blank-patterns';
import { alsoNames, endOfName, endsAfter, type IsUpper, letter, nameWord } from './called-name';
import { isCourtesyWord, isStopWord } from './stop-words';

/** A comma, and what is before it. */
const afterComma = new RegExp(`(${nameWord}|\\S)(["')\\]]?), ?(?=${letter})`, 'gu');
/** Where a sentence or a line begins. */
const atBegin = new RegExp(`(?:^|[.!?\\u2026\\u3002\\n]["')]? {0,2}|[¡¿-] ?)(?=${letter})`, 'gu');

/** Nouns, which German writes with a capital, after which somebody is often addressed. */
const turning =
  /(?:ung|heit|keit|schaft|tion|tat|nis|nachrichten?|dank|geduld|warten|anfragen?|interesse|vertrauen|treue|hilfe|antwort|hinweis|infos?|bilder|fotos?|problem|moment|morgen|tag|abend|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|wochenende|zeit|mail|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** Words that a sentence may begin with before a comma. */
const openings = new Set(
  `however therefore otherwise under within without instead meanwhile finally first firstly second secondly third lastly next then afterwards
  also additionally besides moreover furthermore indeed right correct done exactly today tonight tomorrow yesterday
  currently usually normally sometimes often later soon meantime generally basically regarding update note tip hint step
  steps example important attention warning reminder option options answer question solution reason maybe perhaps well
  hopefully frankly monday tuesday wednesday thursday friday saturday sunday
  unter uber hinter neben zwischen ohne gegen seit laut trotz wahrend leider genau stimmt richtig ubrigens hinweis achtung wichtig tipp beispiel schritt zuerst danach dann anschliessend
  ausserdem zudem jedoch allerdings trotzdem deshalb daher sonst alternativ heute morgen gestern derzeit momentan
  normalerweise eventuell vielleicht selbstverstandlich hoffentlich erstens zweitens drittens schade schliesslich
  montag dienstag mittwoch donnerstag freitag samstag sonntag
  sous cependant toutefois donc sinon ensuite enfin d'abord aussi ainsi alors effectivement exact tant voila aujourd'hui
  demain hier actuellement normalement peut-etre desole attention important conseil etape exemple note remarque
  press click tap choose hold push scroll swipe drucken klicken tippen appuyez cliquez pulsa pulse haga
  bajo sin embargo ademas entonces luego despues primero segundo finalmente actualmente normalmente efectivamente exacto
  lamentablemente desgraciadamente hoy manana ayer quizas tal vez nota importante atencion consejo paso ejemplo listo`.split(
    /\s+/,
  ),
);
const adverb = /(?:ly|ment|mente|weise|erweise|ing)$/;

/**
 * Where a reply calls somebody by name between signs alone: "It is on its way, Anna.", "Anna, it is there".
 * Lists, places and names of buttons look like that too; what cannot be told from a name counts as one.
 */
export function vocativeRanges(folded: string, isUpper: IsUpper): BlankRange[] {
  const found: BlankRange[] = [];
  const add = (start: number, end: number) => found.push({ start, end, kind: 'name' });
  for (const { index, 0: whole, 1: last = '' } of folded.matchAll(afterComma)) {
    const start = index + whole.length;
    const end = endOfName(folded, start, isUpper);
    if (end === start || !endsAfter(folded, end)) continue;
    const isAlone = isVocative(folded, { index, last, start, end }, isUpper);
    if (isAlone) add(start, end);
  }
  for (const { index, 0: before } of folded.matchAll(atBegin)) {
    const start = index + before.length;
    const end = endOfName(folded, start, isUpper);
    const name = folded.slice(start, end);
    const isCall = /^ ?(?:[,!]|-(?![\p{L}\p{N}])|:\s*$)|^ -|^:\n/u.test(folded.slice(end, end + 3));
    if (end > start && isCall && !isOpening(name)) add(start, end);
  }
  return found;
}

interface Place {
  index: number;
  last: string;
  start: number;
  end: number;
}

function isVocative(folded: string, { index, last, start, end }: Place, isUpper: IsUpper): boolean {
  const name = folded.slice(start, end);
  if (name.includes(' ') && hasWordOfSupport(name)) return false;
  const before = folded.slice(Math.max(0, index - 4), index);
  const beginsSentence = index === 0 || /[.!?\n\u2026]["')]? {0,2}$/.test(before);
  const isNoun = isUpper(index) && !beginsSentence;
  if (isWordOfSupport(name)) return false;
  if (!isNoun || turning.test(last) || (isStopWord(last) && !isCourtesyWord(last))) return true;
  // "Settings, Security": of two nouns in a row the second is a name only after an everyday one, at the end.
  const isEnd = /^ ?(?:[!?:.\n)]|$)/.test(folded.slice(end, end + 2));
  return isEnd && meaningsOfWord(last).length > 0 && !hasWordOfSupport(name);
}

function isWordOfSupport(word: string): boolean {
  return isSupportWord(word) && !alsoNames.has(word);
}

/** Whether a word of a folded name is one of support work, in some form, too long to begin a usual name by chance. */
export function hasWordOfSupport(name: string): boolean {
  return name
    .split(' ')
    .some((word) => isWordOfSupport(word) || (word.length > 5 && meaningsOfWord(word).length > 0));
}

function isOpening(name: string): boolean {
  const [first = '', ...rest] = name.split(' ');
  if (openings.has(first) || isCourtesyWord(first)) return true;
  if (rest.length === 0) return adverb.test(name) || hasWordOfSupport(name);
  // "Open Settings, …": of several words in a row the first may be any word.
  const last = rest.at(-1) ?? '';
  return (
    meaningsOfWord(first).length > 0 ||
    isStopWord(first) ||
    turning.test(last) ||
    hasWordOfSupport(name)
  );
}
