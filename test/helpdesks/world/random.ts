/** Numbers that look random and are the same for the same seed (mulberry32), each in [0, 1). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Random {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** One item of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  chance(probability: number): boolean;
  /** The same items in another order. */
  shuffled<T>(list: readonly T[]): T[];
}

/** Random choices from one seeded source. `pick` throws RangeError for an empty list. */
export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  const between = (low: number, high: number): number =>
    low + Math.floor(next() * (high - low + 1));
  const pick = <T>(list: readonly T[]): T => {
    const [item] = list.slice(between(0, list.length - 1));
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  return {
    between,
    pick,
    chance: (probability) => next() < probability,
    shuffled: (list) =>
      list
        .map((item) => ({ item, rank: next() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item),
  };
}
