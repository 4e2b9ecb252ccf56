import type { Connection } from './connection';

/** The match pattern that stands for everything on an origin. */
export function matchPatternOf(origin: string): string {
  // Match patterns know no port: the browser's permission covers all ports of a host.
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** The patterns a connection needs: its page, and its API or Membrane; often one and the same. */
export function matchPatternsOf(
  target: Pick<Connection, 'apiOrigin' | 'pageOrigin' | 'membrane'>,
): string[] {
  const called = target.membrane?.base ?? target.apiOrigin;
  return [...new Set([matchPatternOf(target.pageOrigin), matchPatternOf(called)])];
}
