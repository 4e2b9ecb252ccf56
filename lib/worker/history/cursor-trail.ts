/** The cursors followed so far, to notice a list that leads round in a circle. */
export class CursorTrail {
  readonly #followed = new Set<string>();

  /**
   * Takes down that the page at `cursor` was read (`undefined`: the first one, which begins a new
   * trail) and tells whether its `next` leads back to a page read before.
   */
  leadsBack(cursor: string | undefined, next: string | undefined): boolean {
    if (cursor === undefined) this.#followed.clear();
    else this.#followed.add(cursor);
    return next !== undefined && this.#followed.has(next);
  }
}
