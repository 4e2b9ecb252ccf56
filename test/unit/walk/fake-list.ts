import type { CapturedItem } from '../../../lib/model/page';
import type { WalkableList } from '../../../lib/platforms/contract/page';

/** How a list of the test behaves; each is something that chat pages are known to do. */
export interface ListBehaviour {
  /** Messages of the whole conversation, oldest first. */
  messages: { text: string; height: number; id?: string }[];
  /** Height of the window, px. */
  window: number;
  /** How many are there at first, and come in at once. */
  batch: number;
  /** Draws only what is near the window, or all. */
  drawsAll: boolean;
  /** The same message is drawn by another element each time. */
  redraws: boolean;
  /** What a row that was never drawn is taken to be high, px; absent: what it is. */
  guess?: number | undefined;
  /** Looks until older ones come. */
  latency: number;
  /** What becomes of the place when older ones come in. */
  onLoad: 'keeps-place' | 'jumps-to-oldest' | 'jumps-to-newest';
  /** Loads by scrolling, or only when a person turns the wheel. */
  loads: 'by-scroll' | 'by-wheel';
  hasMark: boolean;
  /** Counts from its end, in negative numbers. */
  isUpward?: boolean | undefined;
}

interface Row {
  index: number;
  element: Element;
}

/** A list of messages as a page has it, without a page: what it draws depends on where it is scrolled. */
export class FakeList {
  /** Messages of the conversation that came to the page so far, from this one on. */
  #first: number;
  #top = 0;
  #due: number | undefined;
  #elements = new Map<number, Element>();
  readonly #measured = new Set<number>();
  readonly area: Element;
  /** Called with each scroll, to do what others do meanwhile. */
  onScroll: (() => void) | undefined;

  constructor(readonly behaviour: ListBehaviour) {
    this.#first = Math.max(0, behaviour.messages.length - behaviour.batch);
    // A page fills its window: else nobody could scroll for more.
    while (this.#first > 0 && this.#height <= behaviour.window) this.#first -= 1;
    this.area = this.#createArea();
    this.#top = this.#hidden;
  }

  get scrollTop(): number {
    return this.behaviour.isUpward === true ? this.#top - this.#hidden : this.#top;
  }

  /** What the page draws now, after the time of a frame. */
  list(): WalkableList {
    this.#tick();
    const rows = this.#drawn().map(({ index, element }) => ({ element, item: this.#item(index) }));
    return {
      area: this.area,
      rows,
      isLoading: false,
      hasStart: this.behaviour.hasMark && this.#first === 0 && this.#drawn()[0]?.index === 0,
    };
  }

  get #height(): number {
    return this.#topOf(this.behaviour.messages.length);
  }

  get #hidden(): number {
    return Math.max(0, this.#height - this.behaviour.window);
  }

  #item(index: number): CapturedItem {
    const { text = '', id } = this.behaviour.messages[index] ?? {};
    const item: CapturedItem = { kind: 'message', direction: 'in', text, attachments: [] };
    return id === undefined ? item : { ...item, pageId: id };
  }

  #heightOf(index: number): number {
    const { guess, messages } = this.behaviour;
    const own = messages[index]?.height ?? 0;
    return guess === undefined || this.#measured.has(index) ? own : guess;
  }

  #topOf(index: number): number {
    let top = 0;
    for (let each = this.#first; each < index; each += 1) top += this.#heightOf(each);
    return top;
  }

  #drawn(): Row[] {
    const { messages, window, drawsAll, redraws } = this.behaviour;
    if (redraws) this.#elements = new Map();
    const rows: Row[] = [];
    let top = 0;
    for (let index = this.#first; index < messages.length; index += 1) {
      const bottom = top + this.#heightOf(index);
      const isNear = bottom > this.#top - window / 3 && top < this.#top + (window * 4) / 3;
      if (drawsAll || isNear) rows.push({ index, element: this.#elementOf(index) });
      top = bottom;
    }
    for (const { index } of rows) this.#measured.add(index);
    // As browsers have it: nobody is beyond the end of what became shorter.
    this.#top = Math.min(this.#top, this.#hidden);
    return rows;
  }

  #elementOf(index: number): Element {
    const known = this.#elements.get(index);
    if (known !== undefined) return known;
    const element = document.createElement('div');
    element.getBoundingClientRect = () => {
      const top = this.#topOf(index) - this.#top;
      return DOMRect.fromRect({ y: top, height: this.#heightOf(index), width: 100 });
    };
    // As if it were in the document for as long as it shows the message: to put it there takes too long.
    Object.defineProperty(element, 'isConnected', {
      get: () => this.#elements.get(index) === element,
    });
    this.#elements.set(index, element);
    return element;
  }

  #scrollTo(top: number): void {
    const { isUpward, loads } = this.behaviour;
    this.#top = Math.min(this.#hidden, Math.max(0, isUpward === true ? top + this.#hidden : top));
    this.onScroll?.();
    if (loads === 'by-scroll' && this.#top < 80) this.#due ??= this.behaviour.latency;
  }

  #tick(): void {
    if (this.#due === undefined) return;
    this.#due -= 1;
    if (this.#due >= 0) return;
    this.#due = undefined;
    this.load();
  }

  /** Older messages come in. */
  load(): void {
    const { batch, onLoad } = this.behaviour;
    if (this.#first === 0) return;
    const before = this.#height;
    this.#first = Math.max(0, this.#first - batch);
    if (onLoad === 'keeps-place') this.#top += this.#height - before;
    else this.#top = onLoad === 'jumps-to-oldest' ? 0 : this.#hidden;
  }

  /** Somebody says something: who is at the newest end stays there. */
  receive(message: ListBehaviour['messages'][number]): void {
    const isAtNewest = this.#top >= this.#hidden - 1;
    this.behaviour.messages.push(message);
    if (isAtNewest) this.#top = this.#hidden;
  }

  /** A picture of a message that is drawn has come; what is in sight stays where it is. */
  loadPicture(where: number): void {
    const drawn = this.#drawn();
    const index = drawn[where % drawn.length]?.index ?? 0;
    const message = this.behaviour.messages[index];
    if (message === undefined) return;
    const isAbove = this.#topOf(index) < this.#top;
    message.height += 60;
    if (isAbove) this.#top += 60;
  }

  #createArea(): Element {
    const area = document.createElement('div');
    document.body.append(area);
    area.style.cssText =
      this.behaviour.isUpward === true ? 'display: flex; flex-direction: column-reverse' : '';
    area.getBoundingClientRect = () =>
      DOMRect.fromRect({ height: this.behaviour.window, width: 100 });
    Object.defineProperties(area, {
      scrollTop: { get: () => this.scrollTop },
      scrollHeight: { get: () => this.#height },
      clientHeight: { get: () => this.behaviour.window },
      scrollTo: { value: ({ top }: { top: number }) => this.#scrollTo(top) },
    });
    return area;
  }
}
