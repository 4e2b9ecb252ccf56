import type { PageAdapter } from '../platforms/contract/page';

/** Activity is told no more often than this (ms). */
const TOLD_APART_MS = 3_000;

/** For how long (ms) after a change of conversation nothing that appears is taken for new. */
const SETTLE_MS = 3_000;

/** A message has at least this many elements; a badge or a cursor has fewer. */
const elementsOfMessage = 3;

/** How much of the newest message is compared, in characters. */
const comparedTail = 300;

/** Composers and pop-up lists grow while somebody types; that is no message. */
const editors = 'textarea, [contenteditable]:not([contenteditable="false"]), [role="listbox"]';

/**
 * Notices, from one cheap check after each change of the page, that a message came or changed in the
 * conversation on screen. Where the markup is known, the newest text counts; else the page has to
 * grow beyond the largest size it had. May miss a message, and may take something else for one: all
 * that follows is a fetch of the newest part.
 */
export class ActivityWatch {
  #address = '';
  #since = 0;
  #tail = '';
  #most = 0;
  readonly #tell: () => void;

  constructor(tell: () => void) {
    this.#tell = throttle(TOLD_APART_MS, tell);
  }

  /** Tells when something came since the last look at the same `address`. */
  look(adapter: PageAdapter, document: Document, address: string): void {
    if (address !== this.#address) this.#begin(address);
    const isSettled = performance.now() - this.#since >= SETTLE_MS;
    const came =
      adapter.messageList === undefined
        ? this.#hasGrown(document)
        : this.#hasNewTail(adapter.messageList(document));
    if (came && isSettled) this.#tell();
  }

  #begin(address: string): void {
    this.#address = address;
    this.#since = performance.now();
    this.#tail = '';
    this.#most = 0;
  }

  #hasNewTail(area: Element | null): boolean {
    const tail = area === null ? '' : tailOf(area);
    const before = this.#tail;
    if (tail === '' || tail === before) return false;
    this.#tail = tail;
    return before !== '';
  }

  #hasGrown(document: Document): boolean {
    const area = document.querySelector('main, [role="main"]') ?? document.body;
    let size = area.getElementsByTagName('*').length;
    for (const editor of area.querySelectorAll(editors)) {
      size -= editor.getElementsByTagName('*').length;
    }
    const before = this.#most;
    if (size < before + elementsOfMessage) return false;
    this.#most = size;
    return before > 0;
  }
}

/** The end of the text, read backwards from the newest message, no further than needed. */
function tailOf(area: Element): string {
  let tail = '';
  let part = area.lastElementChild;
  while (part !== null && tail.length < comparedTail) {
    tail = `${part.textContent?.trim() ?? ''}\n${tail}`;
    part = part.previousElementSibling;
  }
  return tail.trim().slice(-comparedTail);
}

/**
 * Calls through at once, then no more often than every `pause` (ms): further calls meanwhile become
 * one at its end. No timer runs while nothing is called.
 */
function throttle(pause: number, call: () => void): () => void {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    timer = undefined;
    last = performance.now();
    call();
  };
  return () => {
    if (timer !== undefined) return;
    const remaining = last + pause - performance.now();
    if (remaining <= 0) run();
    else timer = setTimeout(run, remaining);
  };
}
