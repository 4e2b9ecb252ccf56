import { foldForFullText, pairsOf, piecesOf } from '../full-text/terms';
import { meaningsInRun, meaningsOfWord, wordsOfMeaning } from './alike-words';
import { isStopWord, withoutCourtesy } from './stop-words';

/** A term of the index, or the beginning of several. */
export interface IndexWord {
  text: string;
  isWhole: boolean;
}

/** Something that two questions can have in common. */
export interface QuestionTerm {
  key: string;
  /** Every text with this term has an index term that is one of these. */
  words: readonly IndexWord[];
  /** How much it says about the question, compared with others that are as rare; 0 to 1. */
  weight: number;
}

/** How many letters of a word count: endings differ, beginnings less so. */
const STEM = 6;
/** The weight of two words that only mean the same. */
const MEANING_WEIGHT = 0.8;
/** Two neighbouring characters in a run count less than a word. */
const PAIR_WEIGHT = 0.5;
/** The most characters of a text that are read. */
const LONGEST = 2_000;
const MOST_TERMS = 60;

/** The terms of a question, each with how often it occurs. In any script; no service is asked. */
export function questionTerms(text: string): Map<string, { term: QuestionTerm; count: number }> {
  const terms = new Map<string, { term: QuestionTerm; count: number }>();
  const add = (term: QuestionTerm) => {
    const known = terms.get(term.key);
    if (known !== undefined) known.count += 1;
    else if (terms.size < MOST_TERMS) terms.set(term.key, { term, count: 1 });
  };
  for (const { kind, text: piece } of piecesOf(foldForFullText(text.slice(0, LONGEST)))) {
    if (kind === 'run') for (const term of termsOfRun(piece)) add(term);
    else if (kind === 'number') for (const term of termsOfNumber(piece)) add(term);
    else for (const term of termsOfWord(piece)) add(term);
  }
  return terms;
}

function* termsOfWord(word: string): Generator<QuestionTerm> {
  for (const meaning of meaningsOfWord(word)) yield termOfMeaning(meaning);
  if (word.length < 2 || isStopWord(word)) return;
  const stem = stemOf(word);
  yield { key: stem, words: [beginning(stem)], weight: 1 };
}

/** A short number is part of what is asked ("error 503"); a long one is personal. */
function* termsOfNumber(number: string): Generator<QuestionTerm> {
  if (number.length < 2 || number.length > 4) return;
  yield { key: `#${number}`, words: [beginning(`#${number.slice(0, 3)}`)], weight: 1 };
}

function* termsOfRun(run: string): Generator<QuestionTerm> {
  for (const meaning of meaningsInRun(run)) yield termOfMeaning(meaning);
  for (const part of withoutCourtesy(run).split(' ')) {
    if ([...part].length < 2) continue;
    for (const pair of pairsOf(part)) {
      if ([...pair].length === 3)
        yield { key: pair, words: [beginning(pair)], weight: PAIR_WEIGHT };
    }
  }
}

function termOfMeaning(meaning: number): QuestionTerm {
  return {
    key: `~${meaning}`,
    words: wordsOfMeaning(meaning).map(inIndex),
    weight: MEANING_WEIGHT,
  };
}

function inIndex({ text, isWhole }: IndexWord): IndexWord {
  if (!/^\p{Script=Han}/u.test(text)) return { text, isWhole };
  return beginning(`=${[...text].slice(0, 2).join('')}`);
}

function beginning(text: string): IndexWord {
  return { text, isWhole: false };
}

function stemOf(word: string): string {
  const bare = word.length > 4 ? word.replace(/(?:ies|es|s)$/, '') : word;
  return bare.slice(0, STEM);
}
