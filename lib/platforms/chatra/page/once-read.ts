/**
 * Remembers what was read of an element for as long as its markup stays the same: in a conversation of
 * thousands of messages only those are read that are new or changed, since reading all takes a second.
 * What is not in the markup itself has to be given in `context`.
 */
export class OnceRead<T> {
  readonly #known = new WeakMap<Element, { as: Node; context: string; value: T }>();
  /** Copies belong to a detached document, in which nothing is loaded. */
  #copies: Document | undefined;

  /** What `read` gives of the element as it is now, read again only where that has changed. */
  of(element: Element, context: string, read: () => T): T {
    const known = this.#known.get(element);
    if (known?.context === context && element.isEqualNode(known.as)) return known.value;
    this.#copies ??= element.ownerDocument.implementation.createHTMLDocument();
    const as = this.#copies.importNode(element, true);
    const value = read();
    this.#known.set(element, { as, context, value });
    return value;
  }
}
