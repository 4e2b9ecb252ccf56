import {
  type ComparedMessage,
  likeness,
  mayBeEditOf,
  numberPrints,
  uniquePrints,
} from './compared-message';
import { comparedStretch } from './compared-stretch';

/** One position in the merged conversation: a stored message, an item of the page, or both. */
export interface Slot {
  stored?: number;
  item?: number;
}

/**
 * Cost of a position where page and store disagree (a message deleted, or one that appeared between
 * two known neighbours). Two of them weigh less than two messages that are certainly the same,
 * one weighs more than any likely number of "ok" that may be the same.
 */
const disagreement = 95;

const insert = 1;
const match = 2;
const skip = 3;

/**
 * Lays what the page shows over what is stored, both oldest first. The page shows an unbroken
 * stretch, so the two can differ freely only before and after their common part, and where the
 * store has a hole (`gapBefore[i]`: something may be missing before stored message `i`). Returns
 * all positions in order, or `undefined` when the two have nothing in common. Of a long conversation
 * only the stretch that may be on screen is compared; `mostPairs` is there for tests.
 */
export function align(
  stored: readonly ComparedMessage[],
  gapBefore: readonly boolean[],
  shown: readonly ComparedMessage[],
  mostPairs?: number,
): Slot[] | undefined {
  const unique = uniquePrints(stored, shown);
  const { from, to } = comparedStretch(stored, shown, (print) => unique.has(print), mostPairs);
  const grid = new Grid(stored.slice(from, to), gapBefore.slice(from, to), shown, unique);
  grid.fill();
  const slots = grid.trace();
  if (slots === undefined) return undefined;
  const untouched = stored.map((_entry, index): Slot => ({ stored: index }));
  const moved = slots.map((slot) =>
    slot.stored === undefined ? slot : { ...slot, stored: slot.stored + from },
  );
  return [...untouched.slice(0, from), ...moved, ...untouched.slice(to)];
}

/** Best alignment by dynamic programming; time and memory grow with stored × shown. */
class Grid {
  readonly #width: number;
  readonly #moves: Uint8Array;
  /** Numbers that are equal where prints are equal: most pairs are distinguished by these alone. */
  readonly #storedPrints: Int32Array;
  readonly #shownPrints: Int32Array;
  /** Shown items that can match by more than their print: those with an id or an edited text. */
  readonly #special: readonly boolean[];

  constructor(
    private readonly stored: readonly ComparedMessage[],
    private readonly gapBefore: readonly boolean[],
    private readonly shown: readonly ComparedMessage[],
    private readonly unique: ReadonlySet<string>,
  ) {
    this.#width = shown.length + 1;
    this.#moves = new Uint8Array((stored.length + 1) * this.#width);
    const numbers = new Map<string, number>();
    this.#storedPrints = numberPrints(stored, numbers);
    this.#shownPrints = numberPrints(shown, numbers);
    this.#special = shown.map((message) => message.edited || message.pageId !== undefined);
  }

  fill(): void {
    let above = new Float64Array(this.#width);
    for (let row = 0; row <= this.stored.length; row += 1) {
      const scores = new Float64Array(this.#width);
      this.#fillRow(row, above, scores);
      above = scores;
    }
  }

  /** On equal scores the newest stored message meets the oldest shown item that fits. */
  #fillRow(row: number, above: Float64Array, scores: Float64Array): void {
    const insertCost = this.#isOpen(row) ? 0 : disagreement;
    let left = Number.NEGATIVE_INFINITY;
    for (let column = row === 0 ? 1 : 0; column < this.#width; column += 1) {
      if (column > 0) left = scores[column - 1] ?? 0;
      let best = left - insertCost;
      let move = insert;
      const met = this.#meeting(row, column, above);
      if (met > best) {
        best = met;
        move = match;
      }
      const skipped = row === 0 ? Number.NEGATIVE_INFINITY : this.#skipping(row, column, above);
      if (skipped > best) {
        best = skipped;
        move = skip;
      }
      scores[column] = best;
      this.#moves[row * this.#width + column] = move;
    }
  }

  /**
   * Score when a stored message is not shown: free before and after what is shown, where the page
   * was not seen in between, and where it is known to have been deleted.
   */
  #skipping(row: number, column: number, above: Float64Array): number {
    const atEdge = column === 0 || column === this.#width - 1;
    const isUnseen = this.shown[column]?.afterGap === true;
    const isFree = atEdge || isUnseen || this.stored[row - 1]?.deleted === true;
    return (above[column] ?? 0) - (isFree ? 0 : disagreement);
  }

  /** Score when the two before this corner are one message. */
  #meeting(row: number, column: number, above: Float64Array): number {
    if (row === 0 || column === 0) return Number.NEGATIVE_INFINITY;
    const alike = this.#storedPrints[row - 1] === this.#shownPrints[column - 1];
    if (!alike && this.#special[column - 1] !== true) return Number.NEGATIVE_INFINITY;
    const worth = this.#worth(row - 1, column - 1);
    return worth === undefined ? Number.NEGATIVE_INFINITY : (above[column - 1] ?? 0) + worth;
  }

  /** Follows the best moves back from the end. */
  trace(): Slot[] | undefined {
    const slots: Slot[] = [];
    let met = false;
    let row = this.stored.length;
    let column = this.#width - 1;
    while (row > 0 || column > 0) {
      const move = this.#moves[row * this.#width + column];
      if (move !== insert) row -= 1;
      if (move !== skip) column -= 1;
      slots.push({
        ...(move === insert ? {} : { stored: row }),
        ...(move === skip ? {} : { item: column }),
      });
      if (move === match && (this.#worth(row, column) ?? 0) > 0) met = true;
    }
    return met ? slots.reverse() : undefined;
  }

  /** What it is worth to take the two for one message; `undefined` when they cannot be. */
  #worth(stored: number, shown: number): number | undefined {
    const before = this.stored[stored];
    const now = this.shown[shown];
    if (before === undefined || now === undefined) return undefined;
    const worth = likeness(before, now, this.unique.has(now.print));
    if (worth > 0) return worth;
    return mayBeEditOf(now, before) ? 0 : undefined;
  }

  /** True where unknown messages may stand before the stored one of this row. */
  #isOpen(row: number): boolean {
    return row === 0 || row === this.stored.length || this.gapBefore[row] === true;
  }
}
