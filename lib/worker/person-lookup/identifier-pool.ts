import { identifierKey } from '../../identity/identifiers';
import type { Identifier } from '../../model/contact';

/**
 * The identifiers of the person on screen, growing while the connections answer: one that knows
 * only the e-mail may be followed by one that adds the phone number under which a third knows the
 * person. Each connection takes what it has not asked for yet; the search is over when every
 * connection waits and nothing new came.
 */
export class IdentifierPool {
  readonly #known = new Map<string, Identifier>();
  readonly #shared = new Set<string>();
  readonly #wakers = new Set<() => void>();
  #active: number;

  constructor(identifiers: readonly Identifier[], lookups: number) {
    this.#active = lookups;
    this.add(identifiers);
  }

  add(identifiers: readonly Identifier[]): void {
    const before = this.#known.size;
    for (const identifier of identifiers) this.#known.set(identifierKey(identifier), identifier);
    if (this.#known.size > before) this.#wake();
  }

  /** These turned out to be carried by many: nobody is looked for by them from now on. */
  exclude(identifiers: readonly Identifier[]): void {
    for (const identifier of identifiers) this.#shared.add(identifierKey(identifier));
  }

  /** Which were excluded. */
  get excluded(): ReadonlySet<string> {
    return this.#shared;
  }

  /** What is known, is not shared by many, and is not in `asked`. */
  unasked(asked: ReadonlySet<string>): Identifier[] {
    return [...this.#known]
      .filter(([key]) => !asked.has(key) && !this.#shared.has(key))
      .map(([, identifier]) => identifier);
  }

  /**
   * Waits until there is something not in `asked`; `[]` once no other lookup can add anything.
   * Rejects with the signal's reason when aborted.
   */
  async next(asked: ReadonlySet<string>, signal: AbortSignal): Promise<Identifier[]> {
    this.#active -= 1;
    if (this.#active === 0) this.#wake();
    for (;;) {
      signal.throwIfAborted();
      const found = this.unasked(asked);
      if (found.length > 0) {
        this.#active += 1;
        return found;
      }
      if (this.#active === 0) return [];
      await this.#change(signal);
    }
  }

  /** The lookup found its contacts, or failed: it will add nothing more. */
  leave(): void {
    this.#active -= 1;
    this.#wake();
  }

  #wake(): void {
    for (const waker of [...this.#wakers]) waker();
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (): void => {
        this.#wakers.delete(done);
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const stop = (): void => {
        this.#wakers.delete(done);
        reject(signal.reason);
      };
      this.#wakers.add(done);
      signal.addEventListener('abort', stop, { once: true });
    });
  }
}
