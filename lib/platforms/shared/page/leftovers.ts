/**
 * Tells what is still on the page from the conversation before. The app changes the address first
 * and the content later; what is read in between would be taken for the new conversation's.
 */
export class Leftovers {
  readonly #seen = new WeakMap<Element, { address: string; content: string }>();

  /** True when this very element showed the same content at another address. */
  has(element: Element, address: string, content: string): boolean {
    const before = this.#seen.get(element);
    if (before !== undefined && before.address !== address && before.content === content) {
      return true;
    }
    this.#seen.set(element, { address, content });
    return false;
  }
}
