/** By owner and key: the end of everything asked for until now. */
const queues = new WeakMap<object, Map<string, Promise<void>>>();

/**
 * Runs work that must not run twice at once: what has the same owner and key waits, first come,
 * first served. The lock is free again when the work ends, or as soon as its signal is aborted.
 * Rejects with the signal's reason when aborted before its turn, otherwise as `work` does.
 */
export async function withLock<T>(
  owner: object,
  key: string,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const queue = queues.get(owner) ?? new Map<string, Promise<void>>();
  queues.set(owner, queue);
  const before = queue.get(key);
  let free: () => void = () => undefined;
  const mine = new Promise<void>((resolve) => {
    free = resolve;
  });
  signal?.addEventListener('abort', free, { once: true });
  // Whatever waits behind an aborted job still waits for the one before it.
  const end = before === undefined ? mine : before.then(() => mine);
  queue.set(key, end);
  void end.then(() => {
    if (queue.get(key) === end) queue.delete(key);
  });
  try {
    if (before !== undefined) await Promise.race([before, mine]);
    signal?.throwIfAborted();
    return await work();
  } finally {
    signal?.removeEventListener('abort', free);
    free();
  }
}
