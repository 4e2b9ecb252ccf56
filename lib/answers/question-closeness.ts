import { type QuestionTerm, questionTerms } from './question-terms';

/** The question that others are compared with, and how rare its terms are among all that is stored. */
export interface RankedQuestion {
  terms: readonly (QuestionTerm & { rarity: number })[];
  /** The most that a text can have in common with it. */
  most: number;
}

/** The usual constants of BM25: how soon repeating a word adds nothing, and how much length counts. */
const K1 = 1.2;
const B = 0.5;
/** Terms of a question as customers write it; only its relation to others counts. */
const USUAL_TERMS = 14;
/** What agents answer repeats what was asked, but less reliably. */
const REPLY_SHARE = 0.25;

/** BM25’s measure of how much a term says about a text, by how many of all texts have it. */
export function rarityOf(having: number, all: number): number {
  return Math.log(1 + Math.max(0, all - having + 0.5) / (having + 0.5));
}

/** Weighs the terms of a question by how many of all texts have each. */
export function rankedQuestion(
  terms: readonly QuestionTerm[],
  having: readonly number[],
  all: number,
): RankedQuestion {
  const ranked = terms.map((term, index) => ({
    ...term,
    rarity: term.weight * rarityOf(having[index] ?? 0, all),
  }));
  return { terms: ranked, most: ranked.reduce((sum, { rarity }) => sum + rarity, 0) };
}

/** How much a stored question, and the reply to it, have in common with the one that is asked. */
export function closenessOf(
  { terms }: RankedQuestion,
  held: { question: string; reply: string },
): number {
  const asked = bm25(terms, held.question);
  // A reply to another question may contain any word.
  return asked === 0 ? 0 : asked + REPLY_SHARE * bm25(terms, held.reply);
}

function bm25(terms: RankedQuestion['terms'], text: string): number {
  const own = questionTerms(text);
  const length = 1 - B + (B * own.size) / USUAL_TERMS;
  let sum = 0;
  for (const { key, rarity } of terms) {
    const count = own.get(key)?.count ?? 0;
    if (count > 0) sum += (rarity * count * (K1 + 1)) / (count + K1 * length);
  }
  return sum;
}
