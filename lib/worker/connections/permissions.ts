import { browser } from 'wxt/browser';
import type { Connection } from '../../model/connection';
import { matchPatternOf, matchPatternsOf } from '../../model/match-patterns';

export async function isPermitted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [matchPatternOf(origin)] });
}

/**
 * Tells whenever the browser permits a host: what waited for that may go on. To be called before the worker's
 * first pause.
 */
export function followPermissions(onGiven: () => void): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length > 0) onGiven();
  });
}

/**
 * Gives back the permissions of a connection that was removed or changed, as far as no remaining connection
 * needs them, nor anything at the origins `kept`.
 */
export async function releasePermissions(
  before: Connection,
  remaining: readonly Connection[],
  kept: readonly string[],
): Promise<void> {
  const needed = new Set([...remaining.flatMap(matchPatternsOf), ...kept.map(matchPatternOf)]);
  const origins = matchPatternsOf(before).filter((pattern) => !needed.has(pattern));
  if (origins.length > 0) await browser.permissions.remove({ origins });
}
