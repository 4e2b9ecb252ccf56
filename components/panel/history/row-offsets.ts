/** What is known about a row: the same object as long as it does not change. */
interface Row {
  key: string;
}

/** Guesses the height (px) of the row at an index; the one after the last is the footer. */
export type HeightGuess = (index: number) => number;

/**
 * Where each row of a list, and the footer after them, begins: from heights (px) that are guessed until they
 * are measured. Each row takes only a few bytes, and a corrected height costs only one addition for each row
 * below it, so that fifty thousand rows are as fast as fifty.
 */
export class RowOffsets {
  #rows: readonly Row[] | undefined;
  #heights = new Float32Array(0);
  #isMeasured = new Uint8Array(0);
  /** One more than there are heights: the last is where the footer ends. */
  #starts = new Float64Array(1);
  /** From here on the starts are outdated. */
  #outdated = 0;
  #version = 0;

  /** Another number after each change: with the same one every row is where it was. */
  get version(): number {
    return this.#version;
  }

  get count(): number {
    return this.#heights.length;
  }

  /** The height of everything. */
  get total(): number {
    return this.startOf(this.count);
  }

  /** Replaces the rows. Those that were there before keep their heights, even if they changed. */
  setRows(rows: readonly Row[], guess: HeightGuess): void {
    if (this.#rows === rows) return;
    this.#version += 1;
    const before = { rows: this.#rows ?? [], heights: this.#heights, measured: this.#isMeasured };
    const count = rows.length + 1;
    const same = sameEnds(before.rows, rows);
    // The footer always comes last.
    const end = before.heights.length === 0 ? 0 : same.end + 1;
    this.#rows = rows;
    this.#heights = withEnds(new Float32Array(count), before.heights, same.start, end);
    this.#isMeasured = withEnds(new Uint8Array(count), before.measured, same.start, end);
    this.#starts = new Float64Array(count + 1);
    this.#outdated = 0;
    const known = new Map<string, number>();
    for (let index = same.start; index < before.rows.length - same.end; index += 1) {
      if (before.measured[index] !== 1) continue;
      known.set(before.rows[index]?.key ?? '', before.heights[index] ?? 0);
    }
    for (let index = same.start; index < count - end; index += 1) {
      const height = known.size === 0 ? undefined : known.get(rows[index]?.key ?? '');
      this.#heights[index] = height ?? guess(index);
      this.#isMeasured[index] = height === undefined ? 0 : 1;
    }
  }

  /** Stores the measured height of a row. Returns how much higher it is than was assumed. */
  measure(index: number, height: number): number {
    if (index < 0 || index >= this.count) return 0;
    const before = this.heightOf(index);
    this.#heights[index] = height;
    const more = this.heightOf(index) - before;
    this.#isMeasured[index] = 1;
    if (more === 0) return 0;
    this.#outdated = Math.min(this.#outdated, index);
    this.#version += 1;
    return more;
  }

  heightOf(index: number): number {
    return this.#heights[index] ?? 0;
  }

  /** Where the row begins; for the index after the footer, the end of everything. */
  startOf(index: number): number {
    for (let at = this.#outdated; at < this.count; at += 1) {
      this.#starts[at + 1] = (this.#starts[at] ?? 0) + this.heightOf(at);
    }
    this.#outdated = this.count;
    return this.#starts[index] ?? 0;
  }

  /** The row that covers this offset, or the nearest to it. */
  indexAt(offset: number): number {
    let [low, high] = [0, this.count - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function withEnds<A extends Float32Array | Uint8Array>(
  to: A,
  from: A,
  start: number,
  end: number,
): A {
  to.set(from.subarray(0, start));
  to.set(from.subarray(from.length - end), to.length - end);
  return to;
}

/** How many rows at the start, and how many of the others at the end, are the same objects. */
function sameEnds(before: readonly Row[], rows: readonly Row[]): { start: number; end: number } {
  const most = Math.min(before.length, rows.length);
  let start = 0;
  while (start < most && before[start] === rows[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === rows.at(-1 - end)) end += 1;
  return { start, end };
}
