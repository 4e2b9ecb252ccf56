import { expect, test } from 'vitest';
import { accountWords, endWords } from '../../../../../components/options/membrane/sign-in-words';
import type { MembraneAccountState } from '../../../../../lib/model/membrane-account';

const now = Date.UTC(2026, 10, 29, 12);
const hour = 3_600_000;
const account = (more: Partial<MembraneAccountState>): MembraneAccountState => ({
  base: 'https://api.getmembrane.com',
  tenantId: 'ten-1',
  isPersonal: false,
  isSignedOut: false,
  ...more,
});

test.each([
  [{ expiresAt: now + 30 * 24 * hour }, 'valid until', false],
  [{ expiresAt: now + 7 * 24 * hour + 1 }, 'valid until', false],
  [{ expiresAt: now + 7 * 24 * hour }, 'within a week', true],
  [{ expiresAt: now + 24 * hour + 1 }, 'within a week', true],
  [{ expiresAt: now + 24 * hour }, 'within a day', true],
  [{ expiresAt: now + 1 }, 'within a day', true],
  [{ expiresAt: now }, 'has ended', true],
  [{ expiresAt: now - hour }, 'has ended', true],
  [{ expiresAt: now + 30 * 24 * hour, isSignedOut: true }, 'has ended', true],
  [{}, 'does not expire', false],
  [{ isRenewed: true }, 'renews itself', false],
  [{ isRenewed: true, isSignedOut: true }, 'has ended', true],
] as const)('%o says “%s”', (more, words, isUrgent) => {
  const said = endWords(account(more), now);
  expect(said.text).toContain(words);
  expect(said.isUrgent).toBe(isUrgent);
});

test('who is signed in is told as far as it is known', () => {
  expect(accountWords(account({}))).toBe('Signed in as ten-1.');
  const known = { name: 'Acme', workspace: 'ws', subject: 'Mara' };
  expect(accountWords(account(known))).toBe('Signed in as Acme in workspace ws, for Mara.');
});
