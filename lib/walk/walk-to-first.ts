import type { WalkProof } from '../model/coverage';
import type { WalkStop } from '../model/walk';
import type { WalkableList } from '../platforms/contract/page';
import { drawnShare, fromOldest, lookAt, moveToOlder } from './list-geometry';
import type { KnownRow, WalkedRows } from './walked-rows';

/** What the walk needs of the page and of the clock. */
export interface WalkPorts {
  /** The list as it is drawn now; `undefined` where none is there. */
  list(): Promise<WalkableList | undefined>;
  /** Whether the page still shows the conversation that is to be read. */
  isSame(): boolean;
  /** Resolves when the page has had time to draw what a scroll reveals. */
  drawn(): Promise<void>;
  /** Milliseconds. */
  now(): number;
  /** Called before each look to report what was seen; may take long to resolve. */
  progress(): Promise<void>;
  /** Whether this page is known to load older messages when it is scrolled by itself. */
  loadsByItself: boolean;
  turned: boolean;
  signal: AbortSignal;
}

/** How long (ms) to wait for more at the oldest end: with the page's mark, in a list that fits, otherwise. */
const markedPatience = 600;
const fittingPatience = 1_500;
const patience = 5_000;

/** How long (ms) a page may say that it is fetching. */
const loadingPatience = 20_000;

/** When (ms) the end is approached once more, and at what interval. */
const [firstNudge, nudgePause] = [300, 1_200];

/** The fewest looks in a wait: a machine that slept through it has seen nothing. */
const fewestLooks = 10;

/** A list no further (px) than this from its end is at the end. */
const atEnd = 1;

/** Share of the window that is scrolled by at once, at most and at least. */
const [longStride, shortStride] = [0.6, 0.1];

/** A list that draws at least this share of its height draws all: it is scrolled to its end at once. */
const wholeShare = 0.8;

/** Growth (px) of a list that is more than what pictures and better guesses of heights make. */
const leastGrowth = 40;

/** How long (ms) after it grew a list may still be moved by the page itself. */
const settlingTime = 500;

const mostSeeks = 60;
const mostTears = 6;
const mostMessages = 20_000;

/**
 * Scrolls a list towards its first message until that is proven to be drawn, or cannot be proven to be.
 * All that was drawn on the way is in `walked`.
 */
export class WalkToFirst {
  #stride = longStride;
  #tears = 0;
  #hasLoaded: boolean;
  #height = 0;
  #rest = Number.POSITIVE_INFINITY;
  #grownAt = Number.NEGATIVE_INFINITY;
  /** Where the list was left by this walk. */
  #leftAt: { area: Element; scrollTop: number; height: number } | undefined;
  #quiet: { since: number; looks: number; nudges: number } | undefined;
  #loadingSince: number | undefined;
  /** The message that had the mark of the first, and whether an older one appeared all the same. */
  #marked: KnownRow | undefined;
  #isMarkFalse = false;

  constructor(
    private readonly walked: WalkedRows,
    private readonly ports: WalkPorts,
  ) {
    this.#hasLoaded = ports.loadsByItself;
  }

  /** Rejects with the signal's reason when that aborts. */
  async run(): Promise<WalkProof | WalkStop> {
    for (;;) {
      const end = await this.#stepOnce();
      if (end !== undefined) return end;
      await this.ports.drawn();
    }
  }

  async #stepOnce(): Promise<WalkProof | WalkStop | undefined> {
    const { walked, ports } = this;
    await ports.progress();
    ports.signal.throwIfAborted();
    // From here until the list is moved nothing else runs: it still belongs to the conversation just checked.
    const list = await this.#sameList();
    if (typeof list === 'string') return list;
    if (this.#isMovedByOthers(list)) return 'agent';
    const { oldest, newest } = walked;
    if (!walked.add(lookAt(list, ports.turned))) return this.#seekKnown();
    const hasOlder = walked.oldest !== oldest;
    if (hasOlder) this.#found();
    this.#watchMark(list);
    const isNewestSame = walked.newest === newest;
    this.#watchGrowth(list, isNewestSame && (hasOlder || drawnShare(list) < wholeShare));
    if (walked.count >= mostMessages) return 'too-long';
    const end = await this.#goOn(list);
    this.#leaveAt(list.area);
    return end;
  }

  /** The list of the conversation that is to be read, or why there is none. */
  async #sameList(): Promise<WalkableList | 'no-list' | 'other-conversation'> {
    const list = await this.ports.list();
    if (!this.ports.isSame()) return 'other-conversation';
    return list ?? 'no-list';
  }

  #found(): void {
    this.#tears = 0;
    this.#stride = Math.min(longStride, this.#stride * 1.5);
    this.#quiet = undefined;
  }

  #watchMark({ hasStart }: WalkableList): void {
    const { oldest } = this.walked;
    this.#isMarkFalse ||= this.#marked !== undefined && this.#marked !== oldest;
    if (hasStart) this.#marked = oldest;
  }

  /**
   * Older messages that arrive make the list higher; that shows that scrolling loads them. A picture makes it
   * higher, too: `mayBeOlder` is false where all is drawn and no older message is.
   */
  #watchGrowth({ area }: WalkableList, mayBeOlder: boolean): void {
    const grown = area.scrollHeight - this.#height;
    if (this.#height > 0 && Math.abs(grown) > atEnd) this.#grownAt = this.ports.now();
    const wasNear = this.#rest < 2 * area.clientHeight;
    if (this.#height > 0 && grown >= leastGrowth && mayBeOlder && wasNear) {
      this.#hasLoaded = true;
      this.#quiet = undefined;
    }
    this.#height = area.scrollHeight;
  }

  /** Whether the page is known by now to load older messages when it is scrolled by itself. */
  get loadsByItself(): boolean {
    return this.#hasLoaded;
  }

  /** One step, or one more look at the end of the list. */
  async #goOn(list: WalkableList): Promise<WalkProof | WalkStop | undefined> {
    const { turned } = this.ports;
    this.#rest = fromOldest(list.area, turned);
    if (this.#rest > atEnd) {
      this.#quiet = undefined;
      moveToOlder(list.area, this.#step(list), turned);
      return undefined;
    }
    const now = this.ports.now();
    if (list.isLoading) {
      this.#quiet = undefined;
      this.#loadingSince ??= now;
      return now - this.#loadingSince > loadingPatience ? 'still-loading' : undefined;
    }
    this.#loadingSince = undefined;
    this.#quiet ??= { since: now, looks: 0, nudges: 0 };
    this.#quiet.looks += 1;
    const waited = this.#quiet.looks < fewestLooks ? 0 : now - this.#quiet.since;
    return this.#verdict(list, waited) ?? this.#nudge(list.area, now - this.#quiet.since);
  }

  #step(list: WalkableList): number {
    if (drawnShare(list) >= wholeShare) return this.#rest;
    const { clientHeight } = list.area;
    const [top] = list.rows;
    const known = top && this.walked.rowOf(top.element);
    // The page jumped to another place within what is known already: back to where the walk was.
    const toOldest = (this.walked.oldest?.fromNewest ?? 0) - (known?.fromNewest ?? 0);
    return Math.max(this.#stride * clientHeight, toOldest);
  }

  #verdict(list: WalkableList, waited: number): WalkProof | WalkStop | undefined {
    const { area } = list;
    if (list.hasStart && !this.#isMarkFalse)
      return waited >= markedPatience ? 'start-mark' : undefined;
    if (area.scrollHeight <= area.clientHeight + atEnd) {
      return waited >= fittingPatience ? 'all-in-sight' : undefined;
    }
    if (waited < patience) return undefined;
    return this.#hasLoaded && navigator.onLine ? 'nothing-older' : 'unproven';
  }

  /** A page that was busy when the end was reached may load more when it is reached again. */
  async #nudge(area: Element, waited: number): Promise<undefined> {
    if (this.#quiet === undefined || waited < firstNudge + this.#quiet.nudges * nudgePause) return;
    this.#quiet.nudges += 1;
    const { turned, drawn, isSame, signal } = this.ports;
    moveToOlder(area, -area.clientHeight / 2, turned);
    await drawn();
    signal.throwIfAborted();
    if (isSame()) moveToOlder(area, fromOldest(area, turned), turned);
  }

  /** Goes back towards what is known, until something of it is drawn again; otherwise the list has a gap. */
  async #seekKnown(): Promise<WalkStop | undefined> {
    const { walked, ports } = this;
    this.#tears += 1;
    this.#stride = Math.max(shortStride, this.#stride / 2);
    for (let seek = 0; seek < mostSeeks && this.#tears <= mostTears; seek += 1) {
      const list = await this.#sameList();
      if (typeof list === 'string') return list;
      if (walked.add(lookAt(list, ports.turned))) return undefined;
      const before = list.area.scrollTop;
      moveToOlder(list.area, -longStride * list.area.clientHeight, ports.turned);
      if (list.area.scrollTop === before) {
        return walked.addNewest(lookAt(list, ports.turned)) ? undefined : 'torn';
      }
      this.#leaveAt(list.area);
      await ports.drawn();
      ports.signal.throwIfAborted();
    }
    return 'torn';
  }

  #leaveAt(area: Element): void {
    this.#leftAt = { area, scrollTop: area.scrollTop, height: area.scrollHeight };
  }

  /** A list that moved and did not change was moved by somebody else, as by the bar at its side. */
  #isMovedByOthers({ area }: WalkableList): boolean {
    const left = this.#leftAt;
    if (left?.area !== area || left.height !== area.scrollHeight) return false;
    const isSettled = this.ports.now() - this.#grownAt > settlingTime;
    return isSettled && Math.abs(area.scrollTop - left.scrollTop) > 2;
  }
}
