/** Contacts (by `contactRef`) that were joined so far; grows only by joining. */
export class Groups {
  readonly #groupOf = new Map<string, Set<string>>();

  constructor(refs: Iterable<string>) {
    for (const ref of refs) this.#groupOf.set(ref, new Set([ref]));
  }

  /** Everybody joined with this contact, itself included. */
  of(ref: string): ReadonlySet<string> {
    return this.#groupOf.get(ref) ?? new Set([ref]);
  }

  areTogether(one: string, other: string): boolean {
    return this.of(one) === this.of(other);
  }

  join(one: string, other: string): void {
    const kept = this.#groupOf.get(one);
    const taken = this.#groupOf.get(other);
    if (kept === undefined || taken === undefined || kept === taken) return;
    for (const ref of taken) {
      kept.add(ref);
      this.#groupOf.set(ref, kept);
    }
  }

  /** The first pair between two groups for which `areApart` holds, if any. */
  apart(
    one: string,
    other: string,
    areApart: (one: string, other: string) => boolean,
  ): [string, string] | undefined {
    for (const left of [...this.of(one)].sort()) {
      for (const right of [...this.of(other)].sort()) {
        if (areApart(left, right)) return [left, right];
      }
    }
    return undefined;
  }
}
