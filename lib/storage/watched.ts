import type { DesksideDatabase } from './database';

/** What makes the panel ask the worker again. */
export interface Watched {
  /** Whom the front tab shows, in one string; changes when it shows somebody else. */
  subject: string;
  /** Epoch ms of the earliest moment at which a platform allows another try. */
  retryAt: number | undefined;
}

/** Reads what a window's panel has to watch. Made for live queries. */
export async function readWatched(db: DesksideDatabase, windowId: number): Promise<Watched> {
  const row = await db.windows.get(windowId);
  const screen = row === undefined ? undefined : await db.screens.get(row.tabId);
  const { contactId, conversationId, hints } = screen?.context ?? {};
  const sources =
    screen?.anchor === undefined
      ? []
      : await db.sources.where('anchor').equals(screen.anchor).toArray();
  const times = sources.flatMap(({ coverage }) =>
    coverage?.state === 'limited' && coverage.retryAt !== undefined ? [coverage.retryAt] : [],
  );
  return {
    subject: JSON.stringify([row?.tabId, screen?.connectionId, contactId, conversationId, hints]),
    retryAt: times.length === 0 ? undefined : Math.min(...times),
  };
}
