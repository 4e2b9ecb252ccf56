import type { Coverage } from '../model/coverage';
import type { DesksideDatabase } from './database';

/** What makes the panel ask the worker again. */
export interface Watched {
  /** Whom the front tab shows, in one string; changes when there is something new to ask for. */
  subject: string;
  /** Epoch ms of the earliest moment at which a platform allows another try. */
  retryAt: number | undefined;
}

/** Reads what a window's panel has to watch. Made to be followed. */
export async function readWatched(db: DesksideDatabase, windowId: number): Promise<Watched> {
  const row = await db.windows.get(windowId);
  const screen = row === undefined ? undefined : await db.screens.get(row.tabId);
  const sources =
    screen?.anchor === undefined
      ? []
      : await db.sources.where('anchor').equals(screen.anchor).toArray();
  const times = [screen?.problem, ...sources.map((source) => source.coverage)].flatMap(nextTry);
  return {
    subject: JSON.stringify([row?.tabId, screen?.subject, screen?.round]),
    retryAt: times.length === 0 ? undefined : Math.min(...times),
  };
}

function nextTry(coverage: Coverage | undefined): number[] {
  return coverage?.state === 'limited' && coverage.retryAt !== undefined ? [coverage.retryAt] : [];
}
