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

/** Gives back the permissions that no remaining connection needs, nor anything at the origins `kept`. */
export async function releasePermissions(
  removed: Connection,
  remaining: readonly Connection[],
  kept: readonly string[],
): Promise<void> {
  const needed = new Set([...remaining.flatMap(matchPatternsOf), ...kept.map(matchPatternOf)]);
  const origins = matchPatternsOf(removed).filter((pattern) => !needed.has(pattern));
  if (origins.length > 0) await browser.permissions.remove({ origins });
}
