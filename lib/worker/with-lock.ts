import type { DesksideDatabase } from '../storage/database';

const lines = new WeakMap<DesksideDatabase, Map<string, Promise<unknown>>>();

/**
 * Runs work that must not run twice at once: what has the same `key` waits for its turn. The turn
 * ends with the work, or as soon as its signal is aborted. Rejects with the signal's reason when
 * aborted before its turn, otherwise as `work` does.
 */
export async function withLock<T>(
  database: DesksideDatabase,
  key: string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const line = lines.get(database) ?? new Map<string, Promise<unknown>>();
  lines.set(database, line);
  const before = line.get(key);
  const leaving = new AbortController();
  const left = new Promise<void>((resolve) => {
    AbortSignal.any([signal, leaving.signal]).addEventListener('abort', () => resolve());
  });
  const mine = (async () => {
    signal.throwIfAborted();
    if (before !== undefined) await Promise.race([before, left]);
    signal.throwIfAborted();
    return work();
  })();
  // Those who wait behind an aborted one still wait for the one before it.
  const turn = Promise.allSettled([before, Promise.race([mine, left])]);
  line.set(key, turn);
  try {
    return await mine;
  } finally {
    leaving.abort();
    if (line.get(key) === turn) line.delete(key);
  }
}
