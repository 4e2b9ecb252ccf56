import type { WalkProof } from '../model/coverage';
import type { Capture, PageContext } from '../model/page';
import { isWalkProof, type WalkInterruption, type WalkReport, type WalkStop } from '../model/walk';
import type { PageAdapter, WalkableList } from '../platforms/contract/page';
import { type Takeover, watchAgent } from './agent-watch';
import { KeptPlace } from './kept-place';
import { isTurned, lookAt } from './list-geometry';
import { WalkToFirst } from './walk-to-first';
import { WalkedRows } from './walked-rows';

/** What the content script of the page provides to a walk. */
export interface WalkHost {
  adapter: PageAdapter;
  document: Document;
  /** Whether it is to report nothing of the page: the walk reports what it sees itself. */
  hold(isHeld: boolean): void;
  /** `false` when it could not be delivered. */
  tell(type: 'page.walk' | 'page.capture', payload: unknown): Promise<boolean>;
  /** Ends with the content script. */
  signal: AbortSignal;
}

/** Makes walks of the conversation on screen, one at a time. */
export interface WalkTools {
  /** Starts one through this conversation, unless one runs. Reports its progress through the host. */
  start(conversationId: string, host: WalkHost): void;
  /** False where none runs. */
  stop(): boolean;
}

/** Loaded into a page when its conversation is to be read; not needed in a page that is only watched. */
declare global {
  var desksideWalk: WalkTools | undefined;
}

/** Makes the tools known to the content script that runs in this page. */
export function provideWalkTools(): void {
  let running: ConversationWalk | undefined;
  // A page that loaded older messages once does so in its other conversations, too.
  const memory = { loadsByItself: false };
  globalThis.desksideWalk = {
    start(conversationId, host) {
      if (running?.isInTheWayOf(conversationId) === true) return;
      const own = new ConversationWalk(conversationId, host, memory);
      running = own;
      void own.run().finally(() => {
        if (running === own) running = undefined;
      });
    },
    stop() {
      running?.stop('cancelled');
      return running !== undefined;
    },
  };
}

/** Time (ms) that reading messages may take at a stretch. */
const readingBudget = 12;

/** How long (ms) a list may be missing while the page draws it again. */
const redrawing = 1_000;

/** All that was seen is sent after it has grown by this many messages: a few at first, later a third. */
const [firstBatch, largestBatch] = [300, 2_000];

/** Progress is reported to the panel no more often than this (ms). */
const tellingPause = 400;

/** The most messages that are sent at once. */
const largestCapture = 5_000;

/** How often at most the place is corrected, and how many checks in a row must find it unchanged. */
const [mostSettlings, settledLooks] = [60, 4];

/** One walk from its first look until the page is back where the person was. */
class ConversationWalk {
  readonly #walked = new WalkedRows();
  readonly #walking = new AbortController();
  readonly #life = new AbortController();
  readonly #name: PageContext['hints']['name'];
  #interruption: WalkInterruption | undefined;
  #isHolding = false;
  #isListHeld = false;
  #place: KeptPlace | undefined;
  #turned = false;
  #area: Element | undefined;
  #lookTook = 0;
  #sent = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly conversationId: string,
    private readonly host: WalkHost,
    private readonly memory: { loadsByItself: boolean },
  ) {
    this.#name = this.#read().hints.name;
  }

  /** One that only saves what it has read keeps no other conversation from being read. */
  isInTheWayOf(conversationId: string): boolean {
    return this.#isHolding || conversationId === this.conversationId;
  }

  stop(reason: WalkInterruption): void {
    this.#interruption ??= reason;
    this.#walking.abort();
  }

  async run(): Promise<void> {
    const { host } = this;
    const onGone = () => this.stop('page-gone');
    host.signal.addEventListener('abort', onGone, { once: true });
    this.#isHolding = true;
    host.hold(true);
    try {
      await this.#tell(undefined);
      const end = await this.#walk();
      await this.#comeBack(end);
      // Whoever stopped it may be opening somebody else, who must not wait until all that was read is saved.
      // What is proven is told first: it counts only while the tab is known to show this conversation.
      if (!isWalkProof(end)) this.#letGo();
      const isHeld = this.#walked.count === 0 || (await this.#sendSeen());
      await this.#tell(isHeld ? end : 'not-kept');
    } finally {
      this.#life.abort();
      host.signal.removeEventListener('abort', onGone);
      this.#letGo();
    }
  }

  #letGo(): void {
    if (this.#isHolding) this.host.hold(false);
    this.#isHolding = false;
  }

  async #walk(): Promise<WalkProof | WalkStop> {
    if (!this.#isSame()) return 'other-conversation';
    if (this.host.document.visibilityState === 'hidden') return 'hidden';
    try {
      const first = await this.#list();
      return first === undefined ? 'no-list' : await this.#walkFrom(first);
    } catch (error) {
      if (this.#interruption === undefined) throw error;
      // Whatever interrupted it: if the page shows somebody else by now, nothing on it may be touched.
      return this.#isSame() ? this.#interruption : 'other-conversation';
    }
  }

  async #walkFrom(first: WalkableList): Promise<WalkProof | WalkStop> {
    this.#turned = isTurned(first);
    this.#area = first.area;
    this.#walked.add(lookAt(first, this.#turned));
    this.#place = new KeptPlace(first, this.#walked, this.#turned);
    watchAgent(this.host.document, first.area, (taken) => this.#onTaken(taken), this.#life.signal);
    const walk = new WalkToFirst(this.#walked, {
      list: () => this.#list(),
      isSame: () => this.#isSame(),
      drawn: () => this.#drawn(this.#walking.signal),
      now: () => performance.now(),
      progress: () => this.#progress(),
      loadsByItself: this.memory.loadsByItself,
      turned: this.#turned,
      signal: this.#walking.signal,
    });
    try {
      return await walk.run();
    } finally {
      this.memory.loadsByItself = walk.loadsByItself;
    }
  }

  #onTaken({ reason, holdsList }: Takeover): void {
    this.#isListHeld ||= holdsList;
    this.stop(reason);
  }

  /** The list, read bit by bit where it is long; `undefined` where none appears for a while. */
  async #list(): Promise<WalkableList | undefined> {
    const { adapter, document } = this.host;
    const until = performance.now() + redrawing;
    for (;;) {
      const begun = performance.now();
      const list = adapter.walkable?.(document, readingBudget);
      this.#lookTook = performance.now() - begun;
      if (list === undefined && begun > until) return undefined;
      if (list !== undefined && list !== 'unread') return list;
      await this.#frame(this.#walking.signal);
    }
  }

  #read(): PageContext {
    const { adapter, document } = this.host;
    return adapter.read(document, document.location);
  }

  #isSame(): boolean {
    const { view, conversationId, hints } = this.#read();
    const isName = hints.name === undefined || hints.name === (this.#name ?? hints.name);
    return view === 'person' && conversationId === this.conversationId && isName;
  }

  async #progress(): Promise<void> {
    const { count } = this.#walked;
    const batch = Math.min(Math.max(firstBatch, count / 3), largestBatch);
    if (count - this.#sent >= batch) {
      await this.#frame(this.#walking.signal);
      await this.#sendSeen();
    }
    if (performance.now() - this.#toldAt >= tellingPause) await this.#tell(undefined);
  }

  /** Sends what was seen and not accepted yet, with as much as fits of what joins it to the rest. */
  async #sendSeen(): Promise<boolean> {
    const { count } = this.#walked;
    if (count === this.#sent) return true;
    const items = this.#walked.items().slice(0, largestCapture);
    const { platform } = this.host.adapter;
    const capture: Capture = { platform, conversationId: this.conversationId, items };
    const isTaken = await this.host.tell('page.capture', capture);
    if (isTaken) this.#sent = count;
    return isTaken;
  }

  async #tell(end: WalkReport['end']): Promise<void> {
    this.#toldAt = performance.now();
    const { platform } = this.host.adapter;
    const { count, oldest } = this.#walked;
    const report: WalkReport = {
      ...{ platform, conversationId: this.conversationId, count },
      oldest: oldest?.item,
      end,
    };
    await this.host.tell('page.walk', report);
  }

  /** Back to where the person was, unless they are handling the list now, or it is another one. */
  async #comeBack(end: WalkProof | WalkStop): Promise<void> {
    const [area, place] = [this.#area, this.#place];
    if (area === undefined || place === undefined || !area.isConnected) return;
    if (end === 'other-conversation' || this.#isListHeld) return;
    place.approach(area);
    let stood = 0;
    for (let look = 0; look < mostSettlings && stood < settledLooks; look += 1) {
      stood = place.settle(area) ? 0 : stood + 1;
      await this.#drawn(this.#life.signal);
      const list = this.host.adapter.walkable?.(this.host.document, readingBudget);
      if (this.#isListHeld || !area.isConnected || !this.#isSame()) return;
      // What is drawn again may be drawn by other elements.
      if (typeof list === 'object') this.#walked.add(lookAt(list, this.#turned));
    }
  }

  /** New content is drawn a frame after a scroll. Where reading takes long, the page gets as much time. */
  async #drawn(signal: AbortSignal): Promise<void> {
    const until = performance.now() + this.#lookTook;
    do await this.#frame(signal);
    while (performance.now() < until);
    await this.#frame(signal);
  }

  /** The next frame; in a tab that draws none a moment later. */
  #frame(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const end = (then: () => void): void => {
        clearTimeout(timer);
        cancelAnimationFrame(frame);
        signal.removeEventListener('abort', onAbort);
        then();
      };
      const onAbort = () => end(() => reject(signal.reason));
      const timer = setTimeout(() => end(resolve), longestFrame);
      const frame = requestAnimationFrame(() => end(resolve));
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }
}

/** A tab that is hidden draws no frames (ms). */
const longestFrame = 200;
