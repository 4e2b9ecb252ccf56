import type { MembraneAccountState } from './membrane-account';

const DAY_MS = 86_400_000;

/** How near the end of a sign-in is: over, within a day or a week, or nothing to care about. */
export type SignInEnd = 'over' | 'day' | 'week' | 'none';

/** How near the end of the sign-in is. `now`: epoch ms. */
export function signInEnd(
  { isSignedOut, isRenewed, expiresAt }: MembraneAccountState,
  now: number,
): SignInEnd {
  if (isSignedOut) return 'over';
  if (isRenewed === true || expiresAt === undefined) return 'none';
  if (expiresAt <= now) return 'over';
  if (expiresAt - now <= DAY_MS) return 'day';
  return expiresAt - now <= 7 * DAY_MS ? 'week' : 'none';
}
