import type { WalkState } from './walk';

/** A walk that has not reported for this long (ms) has ended. */
export const walkTimeout = 20_000;

/** Whether a walk goes on, as far as it was heard of. `now`: epoch ms. */
export function isWalking(walk: WalkState | undefined, now: number): boolean {
  if (walk === undefined || walk.end !== undefined) return false;
  // One that was heard of in the future was so before somebody put the clock back.
  return Math.abs(now - walk.heardAt) <= walkTimeout;
}
