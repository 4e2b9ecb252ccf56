/**
 * Remembers what was read of an element for as long as its markup stays the same: in a conversation of
 * thousands of messages only those are read that are new or changed, since reading all takes a second.
 * What is not in the markup itself has to be given in `context`.
 */
export class OnceRead<T> {
  readonly #known = new WeakMap<Element, { as: Node; context: string; value: T }>();
  /** Copies belong to a detached document, in which nothing is loaded. */
  #copies: Document | undefined;

  /** What was read of the element as it is now; `undefined` where it has to be read. */
  find(element: Element, context: string): { value: T } | undefined {
    const known = this.#known.get(element);
    return known?.context === context && element.isEqualNode(known.as) ? known : undefined;
  }

  /** Remembers what was read of the element as it is now, and returns it. */
  keep(element: Element, context: string, value: T): { value: T } {
    this.#copies ??= element.ownerDocument.implementation.createHTMLDocument();
    const known = { as: this.#copies.importNode(element, true), context, value };
    this.#known.set(element, known);
    return known;
  }
}
