/**
 * Does what a tab asks for in the order in which it asked. Without it a message whose work needs
 * fewer reads would overtake the one before, and the older one would have the last word.
 */
export class TabQueue {
  readonly #tails = new Map<number, Promise<unknown>>();

  /** Runs `work` after everything asked for this tab before; settles as `work` does. */
  run<T>(tabId: number, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(tabId) ?? Promise.resolve();
    const done = before.then(work, work);
    this.#tails.set(tabId, done);
    const forget = (): void => {
      if (this.#tails.get(tabId) === done) this.#tails.delete(tabId);
    };
    done.then(forget, forget);
    return done;
  }
}
