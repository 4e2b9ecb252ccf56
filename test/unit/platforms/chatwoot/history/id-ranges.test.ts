import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ABOVE_ALL,
  heldFrom,
  highestGap,
  type IdRange,
  LOWEST_ID,
  rangesBelow,
  rangesOutside,
  withRange,
} from '../../../../../lib/platforms/chatwoot/history/id-ranges';

const some = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9 })))
  .map((pairs) => pairs.map(([from, width]): IdRange => [from, from + width]));

const holds = (ranges: readonly IdRange[], id: number) =>
  ranges.some(([from, below]) => id >= from && id < below);

it('holds the ids of all ranges and no other, in order and apart', () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 50 }), (ranges, limit) => {
      const all = ranges.reduce<readonly IdRange[]>(withRange, []);
      const cut = rangesBelow(all, limit);
      const others = rangesOutside(all);
      for (let id = 1; id <= 50; id += 1) {
        expect(holds(all, id)).toBe(holds(ranges, id));
        expect(holds(others, id)).toBe(!holds(ranges, id));
        expect(holds(cut, id)).toBe(id < limit && holds(ranges, id));
      }
      const ends = all.flat();
      expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
    }),
  );
});

it('finds the highest gap, until none is left', () => {
  fc.assert(
    fc.property(some, (ranges) => {
      let held = ranges.reduce<readonly IdRange[]>(withRange, []);
      for (let gap = highestGap(held); gap !== undefined; gap = highestGap(held)) {
        expect(holds(held, gap[0]) || holds(held, gap[1] - 1)).toBe(false);
        held = withRange(held, gap);
        expect(heldFrom(held)).toBeLessThanOrEqual(gap[0]);
      }
      expect(held).toEqual([[LOWEST_ID, ABOVE_ALL]]);
    }),
  );
});
