import { expect, test } from 'vitest';
import type { Coverage } from '../../../../lib/model/coverage';
import { type FetchState, nextClaim } from '../../../../lib/worker/history/claims';

const complete: Coverage = { state: 'complete', dropped: 0, checkedAt: 1 };
const partial: Coverage = { state: 'partial', since: 5, more: true, dropped: 0, checkedAt: 2 };
const content = { conversations: [], messages: [] };
const key = { connectionId: 'alpha', contactId: '1' };

const state = (change: Partial<FetchState> = {}): FetchState => ({
  before: { checkedAt: 1, until: 100 },
  startedAt: 2,
  bookmark: undefined,
  isLast: false,
  ...change,
});

test('a platform that keeps account itself is believed, also when it takes something back', () => {
  const stored = { ...key, coverage: complete, bookmark: 'a' };
  const part = { ...content, coverage: partial, cursor: 'b', bookmark: 'b' };
  expect(nextClaim(stored, part, state({ bookmark: 'a' }))).toBe(part);
  expect(nextClaim(undefined, part, state())).toBe(part);
});

test('what another load has written meanwhile stays', () => {
  const stored = { ...key, coverage: complete, bookmark: 'c' };
  const part = { ...content, coverage: partial, cursor: 'b', bookmark: 'b' };
  expect(nextClaim(stored, part, state({ bookmark: 'a' }))).toBe(stored);
  // It was dropped: nothing that was proved before is there any more.
  expect(nextClaim(undefined, part, state({ bookmark: 'a' }))).toBeUndefined();
});

test('without a bookmark older parts stay valid where the new one reaches down to them', () => {
  const stored = { ...key, coverage: complete };
  const part = { ...content, coverage: partial, cursor: 'b' };
  expect(nextClaim(stored, part, state())?.coverage.state).toBe('complete');
  expect(nextClaim(stored, part, state({ before: { checkedAt: 1, until: 3 } }))).toBeUndefined();
});
