/**
 * Work that writes what it fetched, and that nothing may be doing while stored data is erased: what ran would
 * write it again, and so would what begins before the erasing is done.
 */
export class RunningWork {
  /** Also what was aborted and has not come to its end yet. */
  readonly #running = new Set<Promise<unknown>>();
  #pause: Promise<unknown> | undefined;

  /** Does work as soon as nothing is being erased. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    while (this.#pause !== undefined) await this.#pause;
    const done = work();
    this.#running.add(done);
    try {
      return await done;
    } finally {
      this.#running.delete(done);
    }
  }

  /** Has `act` done with nothing running beside it; `stop` tells what runs to end. */
  async pauseFor<T>(stop: () => void, act: () => Promise<T>): Promise<T> {
    while (this.#pause !== undefined) await this.#pause;
    const acting = (async () => {
      stop();
      await Promise.allSettled(this.#running);
      return act();
    })();
    const pause = acting.then(
      () => undefined,
      () => undefined,
    );
    this.#pause = pause;
    try {
      return await acting;
    } finally {
      this.#pause = undefined;
    }
  }
}
