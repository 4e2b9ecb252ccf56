/** Rows by id, and by the ids of what they belong to, in the order they were added. */
export class Table<Row extends { id: string }> {
  readonly #rows = new Map<string, Row>();
  readonly #owned = new Map<string, Row[]>();
  readonly #ownersOf: (row: Row) => readonly string[];

  constructor(ownersOf: (row: Row) => readonly string[] = () => []) {
    this.#ownersOf = ownersOf;
  }

  add(row: Row): Row {
    this.#rows.set(row.id, row);
    for (const owner of this.#ownersOf(row)) {
      const owned = this.#owned.get(owner);
      if (owned === undefined) this.#owned.set(owner, [row]);
      else owned.push(row);
    }
    return row;
  }

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  all(): Row[] {
    return [...this.#rows.values()];
  }

  /** What belongs to the customer or conversation with this id. */
  of(owner: string): Row[] {
    return [...(this.#owned.get(owner) ?? [])];
  }

  remove(row: Row): void {
    this.#rows.delete(row.id);
    for (const owner of this.#ownersOf(row)) {
      const owned = this.#owned.get(owner) ?? [];
      this.#owned.set(
        owner,
        owned.filter((other) => other.id !== row.id),
      );
    }
  }

  /** Replaces `row` by `next`; the two may belong to different customers or conversations. */
  replace(row: Row, next: Row): Row {
    this.remove(row);
    return this.add(next);
  }
}
