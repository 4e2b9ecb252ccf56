import { browser } from 'wxt/browser';
import type { Connection } from '../../lib/model/connection';

/**
 * The match patterns a connection needs the browser's permission for: its page and its API, often
 * one and the same. Without port, because a pattern covers all ports of a host.
 */
export function patternsOf(connection: Pick<Connection, 'apiOrigin' | 'pageOrigin'>): string[] {
  const origins = [connection.pageOrigin, connection.apiOrigin];
  return [
    ...new Set(
      origins.map((origin) => {
        const { protocol, hostname } = new URL(origin);
        return `${protocol}//${hostname}/*`;
      }),
    ),
  ];
}

/** The hosts of match patterns, to name them to a person. */
export function hostsOf(patterns: readonly string[]): string[] {
  return patterns.map((pattern) => pattern.replace(/^[^:]+:\/\//, '').replace(/\/\*$/, ''));
}

/**
 * Asks for permission; resolves to whether it is there now. The browser is asked before this
 * returns: Firefox only listens while a click is being handled. Never rejects: a pattern that the
 * manifest does not allow counts as denied.
 */
export async function requestPermission(patterns: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [...patterns] });
  } catch {
    return false;
  }
}
