/** What a page says, read in steps that take a moment each. */
type ReadingSteps<T> = Generator<void, T>;

/** The page may change this often during a reading before it is read to the end at once. */
const mostRestarts = 10;

/**
 * After this pause (ms) a reading starts again: showing and hiding parts of a page need not change its
 * document.
 */
const longestPause = 500;

/**
 * A reading of a page that is continued from call to call for as long as the page stays as it is;
 * otherwise it starts again. A page that never stops changing is read all the same, in one longer step.
 */
export class ReadingInSteps<T> {
  #steps: ReadingSteps<T> | undefined;
  #changes: MutationObserver | undefined;
  #isChanged = false;
  #restarts = 0;
  #readAt = 0;
  /** What was read to the end in a step that left no time to process it. */
  #read: { value: T } | undefined;

  constructor(private readonly begin: (document: Document) => ReadingSteps<T>) {}

  /**
   * Reads on for about `budget` ms; `undefined` where that was too short. A value is returned only with
   * half of it left for processing.
   */
  within(document: Document, budget: number): T | undefined {
    const now = performance.now();
    const steps = this.#stepsOf(document, now);
    // One that fails is not continued.
    this.#steps = undefined;
    while (this.#read === undefined) {
      const step = steps.next();
      if (step.done === true) this.#read = step;
      if (this.#restarts >= mostRestarts) continue;
      this.#readAt = performance.now();
      if (this.#readAt > now + (this.#read ? budget / 2 : budget)) {
        this.#steps = steps;
        return undefined;
      }
    }
    const { value } = this.#read;
    this.#end();
    return value;
  }

  #stepsOf(document: Document, now: number): ReadingSteps<T> {
    this.#isChanged ||= (this.#changes?.takeRecords().length ?? 0) > 0;
    const isFresh = !this.#isChanged && now - this.#readAt < longestPause;
    if (this.#steps !== undefined && isFresh) return this.#steps;
    if (this.#steps !== undefined) this.#restarts += 1;
    this.#isChanged = false;
    this.#read = undefined;
    this.#watch(document);
    this.#steps = this.begin(document);
    return this.#steps;
  }

  #watch(document: Document): void {
    this.#changes ??= new MutationObserver(() => {
      this.#isChanged = true;
    });
    const everything = { childList: true, subtree: true, characterData: true, attributes: true };
    this.#changes.observe(document, everything);
  }

  #end(): void {
    this.#changes?.disconnect();
    this.#read = undefined;
    this.#restarts = 0;
  }
}
