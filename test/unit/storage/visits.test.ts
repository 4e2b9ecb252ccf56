import { describe, expect, test } from 'vitest';
import { seenUntil, VISIT_GAP_MS } from '../../../lib/storage/visits';
import { ref } from '../refs';

const viewedAt = 1_000_000;

describe('seenUntil', () => {
  test('on the first visit nothing is new', () => {
    expect(seenUntil(undefined, viewedAt)).toBeUndefined();
    expect(
      seenUntil({ anchor: ref('a/1'), viewedAt, newestHeldAt: 7 }, viewedAt + 1),
    ).toBeUndefined();
  });

  test('within a visit it is what the visit before had; after it, what this one had', () => {
    const row = { anchor: ref('a/1'), viewedAt, newestSeenAt: 5, newestHeldAt: 9 };
    expect(seenUntil(row, viewedAt + VISIT_GAP_MS)).toBe(5);
    expect(seenUntil(row, viewedAt + VISIT_GAP_MS + 1)).toBe(9);
  });

  test('an ended visit keeps its mark, however long ago', () => {
    const row = { anchor: ref('a/1'), viewedAt, newestSeenAt: 5 };
    expect(seenUntil(row, viewedAt + 10 * VISIT_GAP_MS)).toBe(5);
  });

  test('a clock that was set back ends the visit instead of freezing it', () => {
    const row = { anchor: ref('a/1'), viewedAt, newestSeenAt: 5, newestHeldAt: 9 };
    expect(seenUntil(row, viewedAt - VISIT_GAP_MS - 1)).toBe(9);
  });
});
