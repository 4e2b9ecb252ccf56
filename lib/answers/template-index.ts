import { foldForFullText, piecesOf } from '../full-text/terms';
import type { Reply } from '../model/reply';
import { parseTemplate } from '../replies/parse-template';

/** The most words that one variable may have become in a filled response. */
const WORDS_PER_VALUE = 8;
/** The values together are at most this many times as long as the response itself. */
const MOST_VALUES = 1.5;
/** A reply that shares more than this with a response is that response, changed here and there. */
const MOST_SHARED = 0.6;
/** Words in a row that are looked up together. */
const RUN = 3;

/** The texts that were written beforehand, to tell whether a reply is one of them, filled. */
export class TemplateIndex {
  /** For each few words in a row, which texts have them. */
  readonly #byRun = new Map<string, number[]>();
  readonly #texts: { pieces: string[][]; values: number }[] = [];

  /** Adds a response, with its texts in all languages. */
  add({ body, variants }: Pick<Reply, 'body' | 'variants'>): void {
    for (const text of [body, ...variants.map((variant) => variant.body)]) {
      const parts = parseTemplate(text);
      const pieces = parts
        .flatMap((part) => (part.kind === 'text' ? [wordsOf(part.text)] : []))
        .filter((words) => words.length > 0);
      if (pieces.length === 0) continue;
      const place = this.#texts.length;
      this.#texts.push({ pieces, values: parts.filter(({ kind }) => kind !== 'text').length });
      for (const run of new Set(pieces.flatMap(runsOf))) {
        const known = this.#byRun.get(run);
        if (known === undefined) this.#byRun.set(run, [place]);
        else known.push(place);
      }
    }
  }

  /** Whether a reply is a response, with whatever values, or mostly one. */
  isTemplate(reply: string): boolean {
    const words = wordsOf(reply);
    const runs = runsOf(words);
    const counts = new Map<number, number>();
    for (const run of runs) {
      for (const place of this.#byRun.get(run) ?? [])
        counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    for (const [place, count] of counts) {
      if (count / runs.length >= MOST_SHARED) return true;
      const text = this.#texts[place];
      if (text !== undefined && isFilled(words, text.pieces, text.values)) return true;
    }
    return false;
  }
}

/** Whether the pieces come in this order, with little but values between and around them. */
function isFilled(words: readonly string[], pieces: readonly string[][], values: number): boolean {
  const text = ` ${words.join(' ')} `;
  let at = 0;
  let fixed = 0;
  for (const piece of pieces) {
    const found = text.indexOf(` ${piece.join(' ')} `, at);
    if (found === -1) return false;
    at = found + piece.join(' ').length + 1;
    fixed += piece.length;
  }
  const left = words.length - fixed;
  return left <= values * WORDS_PER_VALUE && left <= fixed * MOST_VALUES;
}

function runsOf(words: readonly string[]): string[] {
  if (words.length < RUN) return [words.join(' ')];
  return words.slice(RUN - 1).map((_word, at) => words.slice(at, at + RUN).join(' '));
}

/** Words, and single signs of scripts without blanks, folded: no mark of Markdown counts. */
function wordsOf(text: string): string[] {
  return [...piecesOf(foldForFullText(text))].flatMap((piece) =>
    piece.kind === 'run' ? [...piece.text] : [piece.text],
  );
}
