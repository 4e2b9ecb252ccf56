import { expect, test } from 'vitest';
import { isStuck } from '../../../lib/notes/replicas';
import { replica } from './note-rows';

test.each([
  ['failed', 'refused', true],
  ['blocked', 'missing-right', true],
  ['blocked', 'conflict', true],
  ['blocked', 'no-handle', false],
  ['blocked', 'no-contact', false],
  ['removed-there', undefined, true],
  ['retrying', 'offline', false],
  ['waiting', undefined, false],
  ['delivered', undefined, false],
] as const)('a copy that is %s for %s: stuck is %s', (state, reason, stuck) => {
  expect(isStuck(replica({ state, reason }))).toBe(stuck);
});
