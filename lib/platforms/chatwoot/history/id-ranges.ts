/** Ids from the first number on and below the second. */
export type IdRange = readonly [from: number, below: number];

/** Below every id and above every id. */
export const LOWEST_ID = 1;
export const ABOVE_ALL = Number.MAX_SAFE_INTEGER;

/** The ranges with one more, in order; adjoining ones are merged. */
export function withRange(ranges: readonly IdRange[], [from, below]: IdRange): IdRange[] {
  if (from >= below) return [...ranges];
  const apart = ranges.filter((each) => each[1] < from || each[0] > below);
  const touching = ranges.filter((each) => each[1] >= from && each[0] <= below);
  const joined: IdRange = [
    Math.min(from, ...touching.map((each) => each[0])),
    Math.max(below, ...touching.map((each) => each[1])),
  ];
  return [...apart, joined].sort((one, other) => one[0] - other[0]);
}

/** The part of the ranges that is below an id. */
export function rangesBelow(ranges: readonly IdRange[], limit: number): IdRange[] {
  return ranges
    .map(([from, below]): IdRange => [from, Math.min(below, limit)])
    .filter(([from, below]) => from < below);
}

/** All ids that none of the ranges contains. */
export function rangesOutside(ranges: readonly IdRange[]): IdRange[] {
  const starts = [LOWEST_ID, ...ranges.map(([, below]) => below)];
  return starts
    .map((from, index): IdRange => [from, ranges[index]?.[0] ?? ABOVE_ALL])
    .filter(([from, below]) => from < below);
}

/** The highest ids that no range contains; `undefined` when all are contained. */
export function highestGap(ranges: readonly IdRange[]): IdRange | undefined {
  const last = ranges.at(-1);
  if (last === undefined || last[1] < ABOVE_ALL) return [last?.[1] ?? LOWEST_ID, ABOVE_ALL];
  return last[0] === LOWEST_ID ? undefined : [ranges.at(-2)?.[1] ?? LOWEST_ID, last[0]];
}

/** The id from which on every one is contained; `ABOVE_ALL` where there is none. */
export function heldFrom(ranges: readonly IdRange[]): number {
  const last = ranges.at(-1);
  return last === undefined || last[1] < ABOVE_ALL ? ABOVE_ALL : last[0];
}
