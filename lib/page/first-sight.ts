/**
 * So long (ms) after a conversation was turned to, what stood on the page at first sight is not
 * believed: apps change the address first and the content later.
 */
export const FIRST_SIGHT_MS = 1_500;

/**
 * Tells whether what the page shows can be taken for the conversation in its address. At once when
 * it changed since the address did, or when the page was loaded for this address; else after a
 * while.
 */
export class FirstSight {
  #seen: { conversationId: string; since: number; content: string | undefined } | undefined;

  /** `content`: all that is shown, in one string. Calls `again` once it is worth another look. */
  isBelievable(conversationId: string, content: string, again: () => void): boolean {
    if (this.#seen?.conversationId !== conversationId) {
      const isLoaded = this.#seen === undefined;
      this.#seen = {
        conversationId,
        since: performance.now(),
        content: isLoaded ? undefined : content,
      };
      if (!isLoaded) setTimeout(again, FIRST_SIGHT_MS);
    }
    const { since, content: first } = this.#seen;
    if (first !== content || performance.now() - since >= FIRST_SIGHT_MS) {
      this.#seen.content = undefined;
    }
    return this.#seen.content === undefined;
  }
}
