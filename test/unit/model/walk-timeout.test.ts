import { expect, test } from 'vitest';
import { isWalking, walkTimeout } from '../../../lib/model/walk-timeout';

const heardAt = Date.UTC(2026, 10, 29);
const walk = { conversationId: '1', count: 3, heardAt };

test('a walk goes on while it is heard of', () => {
  expect(isWalking(undefined, heardAt)).toBe(false);
  expect(isWalking(walk, heardAt + walkTimeout)).toBe(true);
  expect(isWalking(walk, heardAt + walkTimeout + 1)).toBe(false);
  expect(isWalking({ ...walk, end: 'cancelled' }, heardAt)).toBe(false);
});

test('a walk is over when the clock was set back by a month', () => {
  expect(isWalking(walk, heardAt - 30 * 24 * 3_600_000)).toBe(false);
});
