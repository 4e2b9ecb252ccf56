import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowOffsets } from '../../../../../components/panel/history/row-offsets';

const rowOf = (key: string) => ({ key });
const guess = () => 10;

const startsOf = (offsets: RowOffsets) =>
  Array.from({ length: offsets.count + 1 }, (_none, index) => offsets.startOf(index));

function sums(heights: readonly number[]): number[] {
  const starts = [0];
  for (const height of heights) starts.push((starts.at(-1) ?? 0) + height);
  return starts;
}

describe('RowOffsets', () => {
  it('tells where rows and the footer begin, from guesses and from what was measured', () => {
    const offsets = new RowOffsets();
    offsets.setRows(['a', 'b', 'c'].map(rowOf), guess);
    expect(offsets.count).toBe(4);
    expect(offsets.measure(1, 25)).toBe(15);
    expect([0, 1, 2, 3].map((index) => offsets.startOf(index))).toEqual([0, 10, 35, 45]);
    expect(offsets.total).toBe(55);
    expect([-5, 0, 9, 10, 34, 35, 54, 900].map((at) => offsets.indexAt(at))).toEqual([
      0, 0, 0, 1, 1, 2, 3, 3,
    ]);
  });

  it('has another version whenever a row may have moved, and only then', () => {
    const offsets = new RowOffsets();
    const rows = ['a', 'b'].map(rowOf);
    offsets.setRows(rows, guess);
    const first = offsets.version;
    offsets.setRows(rows, guess);
    offsets.measure(0, 10);
    offsets.measure(9, 99);
    expect(offsets.version).toBe(first);
    offsets.measure(0, 12);
    const second = offsets.version;
    expect(second).not.toBe(first);
    offsets.setRows(['a', 'c'].map(rowOf), guess);
    expect(offsets.version).not.toBe(second);
  });

  it('keeps what was measured of a row that moved, or that is another object of the same key', () => {
    const offsets = new RowOffsets();
    const [a, b, c] = ['a', 'b', 'c'].map(rowOf) as [
      { key: string },
      { key: string },
      { key: string },
    ];
    offsets.setRows([a, b, c], guess);
    for (const [index, height] of [20, 30, 40, 50].entries()) offsets.measure(index, height);
    offsets.setRows([rowOf('new'), a, rowOf('b'), rowOf('between'), c], guess);
    const heights = Array.from({ length: 6 }, (_none, index) => offsets.heightOf(index));
    expect(heights).toEqual([10, 20, 30, 10, 40, 50]);
  });

  it('gives what a list that never changed would give', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 20 });
    const steps = fc.array(fc.record({ keys, measured: fc.array(fc.nat(20), { maxLength: 5 }) }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(steps, (all) => {
        const offsets = new RowOffsets();
        const rows = new Map<string, { key: string }>();
        let known = new Map<string, number>();
        for (const step of all) {
          const now = step.keys.map((key) => rows.get(key) ?? rowOf(key));
          for (const row of now) rows.set(row.key, row);
          offsets.setRows(now, guess);
          const named = [...step.keys, 'footer'];
          known = new Map([...known].filter(([key]) => named.includes(key)));
          for (const index of step.measured.filter((at) => at < named.length)) {
            offsets.measure(index, 100 + index);
            known.set(named[index] ?? '', 100 + index);
          }
          expect(startsOf(offsets)).toEqual(sums(named.map((key) => known.get(key) ?? 10)));
        }
      }),
    );
  });
});
