import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketOf,
  decodeBlock,
  encodeBlock,
  visitEntries,
  withoutEntries,
} from '../../../lib/storage/index-blocks';

const numbers = fc
  .uniqueArray(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 20 })
  .map((list) => list.sort((a, b) => a - b));
const postings = fc
  .dictionary(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 24 }), numbers, {
    maxKeys: 30,
  })
  .map((entries) => new Map(Object.entries(entries)));

describe('a block', () => {
  it('gives back what was put into it', () => {
    fc.assert(
      fc.property(postings, (all) => {
        const read = decodeBlock(encodeBlock(all));
        expect(new Map([...read].sort())).toEqual(new Map([...all].sort()));
      }),
    );
  });

  it('leads from a beginning to the entries of all terms that begin so, and no others', () => {
    fc.assert(
      fc.property(postings, fc.string({ unit: 'grapheme', maxLength: 3 }), (all, prefix) => {
        const visited = new Set<number>();
        visitEntries(encodeBlock(all), prefix, (entry) => visited.add(entry));
        const wanted = [...all].flatMap(([term, list]) => (term.startsWith(prefix) ? list : []));
        expect([...visited].sort()).toEqual([...new Set(wanted)].sort());
      }),
    );
  });

  it('without some entries holds no term that led to these alone', () => {
    fc.assert(
      fc.property(postings, fc.array(fc.integer({ min: 0, max: 30 })), (all, gone) => {
        const block = encodeBlock(all);
        const left = withoutEntries(block, new Set(gone));
        const wanted = [...all]
          .map(([term, list]) => [term, list.filter((each) => !gone.includes(each))] as const)
          .filter(([, list]) => list.length > 0);
        expect(left === undefined ? [] : [...decodeBlock(left)].sort()).toEqual(wanted.sort());
      }),
    );
  });

  it.each([
    ['parcel', 'pa'],
    ['#4711'.slice(0, 4), '#47'],
    ['=荷物', '=荷'],
    ['=荷', '=荷'],
    ['=𠮷野', '=𠮷'],
  ])('%s is in the block of %s, as whatever begins it', (term, bucket) => {
    expect(bucketOf(term)).toBe(bucket);
    expect(bucketOf(bucket)).toBe(bucket);
  });
});
