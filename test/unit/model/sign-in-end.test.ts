import { expect, test } from 'vitest';
import type { MembraneAccountState } from '../../../lib/model/membrane-account';
import { type SignInEnd, signInEnd } from '../../../lib/model/sign-in-end';

const now = Date.UTC(2026, 10, 29, 12);
const day = 24 * 3_600_000;
const account = {
  base: 'https://api.getmembrane.com',
  tenantId: 'ten-1',
  isPersonal: false,
  isSignedOut: false,
};

test.each<[Partial<MembraneAccountState>, SignInEnd]>([
  [{}, 'none'],
  [{ expiresAt: now + 7 * day + 1 }, 'none'],
  [{ expiresAt: now + 7 * day }, 'week'],
  [{ expiresAt: now + day + 1 }, 'week'],
  [{ expiresAt: now + day }, 'day'],
  [{ expiresAt: now + 1 }, 'day'],
  [{ expiresAt: now }, 'over'],
  [{ expiresAt: now + 30 * day, isSignedOut: true }, 'over'],
  [{ expiresAt: now, isRenewed: true }, 'none'],
  [{ isRenewed: true, isSignedOut: true }, 'over'],
])('%o is %s', (more, end) => {
  expect(signInEnd({ ...account, ...more }, now)).toBe(end);
});
