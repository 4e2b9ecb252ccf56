import { expect, test } from 'vitest';
import { vouchedFor } from '../../../lib/identity/vouched-for';
import { ref } from '../refs';
import { contact } from '../worker/world';

const shown = contact('alpha', '1');
const linked = contact('beta', '2');
const guessed = contact('gamma', '3');
const decisions = [{ a: ref('alpha/1'), b: ref('beta/2'), verdict: 'same', at: 1 } as const];

test('only a hand-made link vouches, unless the helpdesk proved who is writing', () => {
  const isVouched = vouchedFor(shown, decisions, false);
  expect([linked, guessed].map(isVouched)).toEqual([true, false]);
  expect([linked, guessed].map(vouchedFor(shown, decisions, true))).toEqual([true, true]);
  expect([linked, guessed].map(vouchedFor(undefined, decisions, false))).toEqual([false, false]);
});
