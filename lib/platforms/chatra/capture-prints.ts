import type { Entry } from './capture-entry';

/** Messages that occur at most once in either list: meeting them again proves something. */
export function uniquePrints(...lists: (readonly Entry[])[]): ReadonlySet<string> {
  const unique = new Set<string>();
  const repeated = new Set<string>();
  for (const list of lists) {
    const seen = new Set<string>();
    for (const { print } of list) (seen.has(print) ? repeated : seen).add(print);
    for (const print of seen) unique.add(print);
  }
  for (const print of repeated) unique.delete(print);
  return unique;
}

/** A number for each entry: the same for the same print. `numbers` is carried on from list to list. */
export function numberPrints(entries: readonly Entry[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(entries, ({ print }) => {
    const number = numbers.get(print) ?? numbers.size;
    numbers.set(print, number);
    return number;
  });
}
