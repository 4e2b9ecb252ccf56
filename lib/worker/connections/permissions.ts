import { browser } from 'wxt/browser';
import type { Connection } from '../../model/connection';

/** The match pattern that stands for everything on an origin. */
export function matchPatternOf(origin: string): string {
  // Match patterns know no port: the browser's permission covers all ports of a host.
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** The patterns a connection needs: its API and its page, often one and the same. */
export function matchPatternsOf(target: Pick<Connection, 'apiOrigin' | 'pageOrigin'>): string[] {
  return [...new Set([matchPatternOf(target.pageOrigin), matchPatternOf(target.apiOrigin)])];
}

export async function isPermitted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [matchPatternOf(origin)] });
}

/** Gives back the permissions that no remaining connection needs. */
export async function releasePermissions(
  removed: Connection,
  remaining: readonly Connection[],
): Promise<void> {
  const needed = new Set(remaining.flatMap(matchPatternsOf));
  const origins = matchPatternsOf(removed).filter((pattern) => !needed.has(pattern));
  if (origins.length > 0) await browser.permissions.remove({ origins });
}
