/**
 * Runs jobs, at most `limit` at once, and yields each result as it arrives. `take` hands out the
 * next job, or `undefined` while there is none; it is asked again after every result, so a result
 * can lead to new jobs. Throws what a job throws, without waiting for the others.
 */
export async function* inOrderOfArrival<Job, Result>(
  take: () => Job | undefined,
  run: (job: Job) => Promise<Result>,
  limit: number,
): AsyncGenerator<Result, void, void> {
  const running = new Map<number, Promise<{ key: number; result: Result }>>();
  for (let key = 0; ; ) {
    while (running.size < limit) {
      const job = take();
      if (job === undefined) break;
      const started = key;
      running.set(
        started,
        run(job).then((result) => ({ key: started, result })),
      );
      key += 1;
    }
    if (running.size === 0) return;
    const settled = await Promise.race(running.values());
    running.delete(settled.key);
    yield settled.result;
  }
}
