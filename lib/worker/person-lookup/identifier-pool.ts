import { identifierKey } from '../../identity/identifiers';
import type { Identifier } from '../../model/contact';

/**
 * An identifier to look for; one with the same meaning only in some connections says in which (`idSpaceOf`).
 */
export interface PooledIdentifier extends Identifier {
  space?: string | undefined;
}

/** Within the pool: ids of two systems are two, though they look alike. */
export function poolKey(identifier: PooledIdentifier): string {
  const { space } = identifier;
  return space === undefined ? identifierKey(identifier) : `${identifierKey(identifier)} ${space}`;
}

/**
 * The identifiers of the person on screen, growing while the connections answer: one that knows
 * only the e-mail may be followed by one that adds the phone number under which a third knows the
 * person, or a fourth record beside the first. Each connection takes what it has not asked for yet; the
 * search is over when every connection waits and nothing new came.
 */
export class IdentifierPool {
  readonly #known = new Map<string, PooledIdentifier>();
  readonly #shared = new Set<string>();
  readonly #wakers = new Set<() => void>();
  #active: number;
  /** Lookups that were woken and have not looked yet whether there is something for them. */
  #stirring = 0;

  constructor(identifiers: readonly PooledIdentifier[], lookups: number) {
    this.#active = lookups;
    this.add(identifiers);
  }

  add(identifiers: readonly PooledIdentifier[]): void {
    const before = this.#known.size;
    for (const identifier of identifiers) this.#known.set(poolKey(identifier), identifier);
    if (this.#known.size > before) this.#wake();
  }

  /** These turned out to be shared by many: from now on they are not used to look for anybody. */
  exclude(identifiers: readonly Identifier[]): void {
    for (const identifier of identifiers) this.#shared.add(identifierKey(identifier));
  }

  /** Which were excluded. */
  get excluded(): ReadonlySet<string> {
    return this.#shared;
  }

  /** What is known, means something in `space`, is not shared by many, and is not in `asked` (`poolKey`). */
  unasked(asked: ReadonlySet<string>, space?: string): PooledIdentifier[] {
    return [...this.#known]
      .filter(([key, each]) => !asked.has(key) && !this.#shared.has(identifierKey(each)))
      .map(([, each]) => each)
      .filter((each) => each.space === undefined || each.space === space);
  }

  /**
   * Waits until there is something not in `asked`; `[]` once no other lookup can add anything.
   * Rejects with the signal's reason when aborted.
   */
  async next(
    asked: ReadonlySet<string>,
    signal: AbortSignal,
    space?: string,
  ): Promise<PooledIdentifier[]> {
    this.#active -= 1;
    for (;;) {
      signal.throwIfAborted();
      const found = this.unasked(asked, space);
      if (found.length > 0) {
        this.#active += 1;
        return found;
      }
      if (this.#active === 0 && this.#stirring === 0) {
        this.#wake();
        return [];
      }
      await this.#change(signal);
      this.#stirring -= 1;
    }
  }

  /** The lookup failed, or is not to be made: it will add nothing more. */
  leave(): void {
    this.#active -= 1;
    this.#wake();
  }

  #wake(): void {
    this.#stirring += this.#wakers.size;
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
