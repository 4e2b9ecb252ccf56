import { foldForFullText, piecesOf } from '../full-text/terms';
import { isCourtesyWord, isStopWord, withoutCourtesy } from './stop-words';

/** A sign of a script without blanks between words says about as much as this many letters. */
const LETTERS_PER_SIGN = 2.5;
/** Fewer letters than this, apart from greetings and thanks, are no question and no answer. */
const LEAST_LETTERS = 10;
/** A question has at least one word of this length, which says what it is about. */
const LEAST_WORD = 3;

const holding =
  /(?:\b(?:let me|i(?:'|’)?ll|i will|i am going to|we(?:'|’)?ll|we will)\s+(?:just\s+)?(?:check|look|see|ask|find out|have a look|get back|come back)|\b(?:one|just a|give me a) (?:moment|second|minute|sec)\b|\bbear with me\b|\blooking into (?:it|this|that)\b|\bich (?:schaue|sehe|frage|prüfe|pruefe|kläre)\b.{0,40}\b(?:nach|mal|gleich|kurz|das)\b|\b(?:einen|kleinen) (?:moment|augenblick)\b|\bun (?:instant|momento|moment)\b|\bje (?:regarde|vérifie|me renseigne)\b|\bd(?:e|é)jeme (?:ver|comprobar|revisar)\b|(?:请)?稍等|我(?:帮您|给您|先)?(?:查一下|看一下|看看|核实)|少々お待ち)/i;
const LONGEST_QUESTION_BACK = 200;

/** How much a text says apart from greeting, thanking and agreeing, in letters. */
function lettersThatSay(text: string): number {
  let letters = 0;
  for (const { kind, text: piece } of piecesOf(foldForFullText(text))) {
    if (kind === 'run') {
      letters += withoutCourtesy(piece).replaceAll(' ', '').length * LETTERS_PER_SIGN;
    } else if (!isCourtesyWord(piece)) letters += piece.length;
  }
  return letters;
}

/** Whether a customer’s text asks or reports something, and does not only greet, thank or agree. */
export function saysSomething(text: string): boolean {
  for (const { kind, text: piece } of piecesOf(foldForFullText(text))) {
    if (kind === 'run' && /\S{2}/u.test(withoutCourtesy(piece))) return true;
    if (kind === 'word' && piece.length >= LEAST_WORD && !isStopWord(piece)) return true;
  }
  return false;
}

/** Whether a reply answers something: it is more than "ok", a greeting or "one moment please". */
export function isAnswer(text: string): boolean {
  const rest = sentencesOf(text).filter((sentence) => !holding.test(sentence));
  const said = rest.join('\n');
  return lettersThatSay(said) >= LEAST_LETTERS && saysSomething(said);
}

/** Whether a reply only asks the customer for something, so that the answer proper comes later. */
export function onlyAsksBack(text: string): boolean {
  const plain = text.trim();
  if (plain.length > LONGEST_QUESTION_BACK) return false;
  const sentences = sentencesOf(plain);
  const isAsked = sentences.some((each) => endsAsking.test(each));
  return isAsked && !sentences.some((each) => !endsAsking.test(each) && isAnswer(each));
}

const endsAsking = /[?？؟][^\p{L}?？؟]*$/u;

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?。！？؟\n])/u);
}
