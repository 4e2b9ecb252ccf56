import { expect, test } from 'vitest';
import { effectiveDecisions, pairKey } from '../../../lib/identity/decisions';
import type { LinkRow } from '../../../lib/model/link-decision';
import { ref } from '../refs';

const [a, b, c, m] = [ref('a/1'), ref('b/2'), ref('c/3'), ref('m/4')];
const unlinked: LinkRow = { a: b, b: c, verdict: 'unlinked', person: [c, a], at: 7 };
const different: LinkRow = { a: b, b: m, verdict: 'different', person: [m, a], at: 7 };

test('of two separations of the same moment the more cautious one counts, in either order', () => {
  for (const rows of [
    [unlinked, different],
    [different, unlinked],
  ]) {
    expect(effectiveDecisions(rows).get(pairKey(a, b))?.verdict).toBe('different');
  }
});

test('a word about just these two counts beside separations of the same moment, not of a later one', () => {
  const same: LinkRow = { a, b, verdict: 'same', at: 7 };
  for (const rows of [
    [same, unlinked, different],
    [different, same, unlinked],
  ]) {
    expect(effectiveDecisions(rows).get(pairKey(a, b))).toEqual(same);
    const later = [...rows, { ...unlinked, b: m, person: [m, a], at: 8 }];
    expect(effectiveDecisions(later).get(pairKey(a, b))?.verdict).toBe('unlinked');
  }
});
