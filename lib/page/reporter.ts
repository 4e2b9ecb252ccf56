import type { Capture, CapturedItem, PageContext } from '../model/page';
import type { PageAdapter } from '../platforms/contract/page';
import { ActivityWatch } from './activity-watch';

/** Activity is reported to the worker no more often than this (ms). */
const activityPause = 3_000;

export interface ReporterPorts {
  document: Document;
  location: Location;
  /** `false` when it could not be delivered; then it is sent again with the next change. */
  tell(
    type: 'page.context' | 'page.capture' | 'page.activity' | 'page.gone',
    payload: unknown,
  ): Promise<boolean>;
}

/** Reports to the worker what the page shows, each time that changes and not otherwise. */
export class Reporter {
  #lastContext = '';
  #lastCapture = '';
  readonly #firstSight = new StaleContentGuard();
  readonly #activity = new ActivityWatch();
  readonly #tellActivity = throttle(activityPause, () => {
    void this.ports.tell('page.activity', {});
  });

  constructor(
    private readonly adapters: readonly PageAdapter[],
    private readonly ports: ReporterPorts,
  ) {}

  /** Reads the page and reports what is new. */
  async report(): Promise<void> {
    const adapter = this.#adapter();
    if (adapter === undefined) {
      await this.#leave();
      return;
    }
    const context = adapter.read(this.ports.document, this.ports.location);
    // In the same moment: after any pause the page may show another conversation.
    const items = adapter.capture?.(this.ports.document);
    await this.#tellContext(context);
    // Where the page is captured, what is new on it comes with the capture.
    if (items !== undefined) await this.#tellCapture(context, items);
    else if (this.#hasActivity(adapter, context)) this.#tellActivity();
  }

  /** Reports everything again, changed or not: the worker asked. */
  async repeat(): Promise<void> {
    this.#lastContext = '';
    this.#lastCapture = '';
    await this.report();
  }

  #hasActivity(adapter: PageAdapter, context: PageContext): boolean {
    if (context.view !== 'person') return false;
    const address = JSON.stringify([context.contactId, context.conversationId]);
    return this.#activity.hasNews(adapter, this.ports.document, address);
  }

  #adapter(): PageAdapter | undefined {
    return this.adapters.find((each) => each.recognises(this.ports.document, this.ports.location));
  }

  async #leave(): Promise<void> {
    if (this.#lastContext === '') return;
    this.#lastContext = '';
    await this.ports.tell('page.gone', {});
  }

  async #tellContext(context: PageContext): Promise<void> {
    const key = JSON.stringify(context);
    if (key === this.#lastContext) return;
    this.#lastContext = key;
    if (!(await this.ports.tell('page.context', { context }))) this.#lastContext = '';
  }

  async #tellCapture(context: PageContext, items: CapturedItem[]): Promise<void> {
    const { platform, conversationId } = context;
    if (context.view !== 'person' || conversationId === undefined) return;
    const capture: Capture = { platform, conversationId, items };
    const key = JSON.stringify(capture);
    const reportAgain = (): void => void this.report();
    const isBelievable = this.#firstSight.isBelievable(conversationId, key, reportAgain);
    if (items.length === 0 || !isBelievable || key === this.#lastCapture) return;
    this.#lastCapture = key;
    if (!(await this.ports.tell('page.capture', capture))) this.#lastCapture = '';
  }
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

/**
 * So long (ms) after a conversation was turned to, what stood on the page at first sight is not
 * believed: apps change the address first and the content later.
 */
export const STALE_CONTENT_MS = 1_500;

/**
 * Decides whether what the page shows can be taken for the conversation in its address. At once when
 * it changed since the address did, or when the page was loaded for this address; else after a
 * while.
 */
class StaleContentGuard {
  #seen: { conversationId: string; since: number; content: string | undefined } | undefined;

  /** `content`: all that is shown, in one string. Calls `again` once it is worth reading once more. */
  isBelievable(conversationId: string, content: string, again: () => void): boolean {
    if (this.#seen?.conversationId !== conversationId) {
      const isLoaded = this.#seen === undefined;
      this.#seen = {
        conversationId,
        since: performance.now(),
        content: isLoaded ? undefined : content,
      };
      if (!isLoaded) setTimeout(again, STALE_CONTENT_MS);
    }
    const { since, content: first } = this.#seen;
    if (first !== content || performance.now() - since >= STALE_CONTENT_MS) {
      this.#seen.content = undefined;
    }
    return this.#seen.content === undefined;
  }
}
