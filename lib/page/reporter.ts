import type { Capture, CapturedItem, PageContext } from '../model/page';
import type { PageAdapter } from '../platforms/contract/page';
import type { ActivityWatch } from './activity-watch';
import type { ScreenReader, ShownScreen } from './screen-reader';

/**
 * For this long (ms) a page that shows nothing is looked at again by itself, at first after `firstPause`,
 * then less and less often: styles that arrive late, or a tab that left the front while it was drawn,
 * change what can be seen and nothing in the document. So is a page of which a report did not reach the
 * worker, which may be starting again just then: the page may change no more.
 */
const patience = 60_000;
const firstPause = 250;

/** Time (ms) that reading messages may take at a stretch in a page in which somebody is working. */
const readingBudget = 12;

export interface ReporterPorts {
  /** `false` when it could not be delivered; then it is sent again a moment later, or with the next change. */
  tell(type: 'page.context' | 'page.capture' | 'page.gone', payload: unknown): Promise<boolean>;
  /** Where the page is captured, what is new on it comes with the capture, and nobody watches for it. */
  activity?: Pick<ActivityWatch, 'look'> | undefined;
}

/** Reports to the worker what the page shows, each time that changes and not otherwise. */
export class Reporter {
  /** Empty once the worker knows that this is no page of the helpdesk; absent while it knows nothing. */
  #lastContext: string | undefined;
  #lastCapture = '';
  #lastAddress: string | undefined;
  #nextLook: ReturnType<typeof setTimeout> | undefined;
  #blankSince: number | undefined;
  #undeliveredSince: number | undefined;
  #isPaused = false;

  constructor(
    private readonly screens: Pick<ScreenReader, 'look' | 'capture' | 'document'>,
    private readonly ports: ReporterPorts,
  ) {}

  /** Reports nothing while paused, and then whatever is new. */
  hold(isHeld: boolean): void {
    this.#isPaused = isHeld;
    if (!isHeld) void this.report();
  }

  /** Reads the page and reports what is new. */
  async report(): Promise<void> {
    if (this.#isPaused) return;
    // None was to come by itself: what fails from here on is a failure of its own, with its own patience.
    if (this.#nextLook === undefined) this.#undeliveredSince = undefined;
    const screen = this.screens.look();
    this.#lookAgainAfter(screen?.standing.again ?? this.#againWhileBlank(screen));
    if (screen === undefined) {
      await this.#leave();
      return;
    }
    const { adapter, context } = screen;
    // At the same moment: after any pause the page may show another conversation.
    const isSeen = this.screens.document.visibilityState !== 'hidden';
    const items = this.screens.capture(screen, isSeen ? readingBudget : Number.POSITIVE_INFINITY);
    if (items === 'unread') this.#lookAgainAfter(0);
    if (this.#isHeld(screen)) return;
    await this.#tellContext(context);
    if (items === 'unread') return;
    if (items !== undefined) await this.#tellCapture(context, items);
    else this.#lookForActivity(adapter, context);
  }

  /** Reports everything again, changed or not: the worker asked. */
  async repeat(): Promise<void> {
    this.#lastContext = undefined;
    this.#lastCapture = '';
    await this.report();
  }

  #lookForActivity(adapter: PageAdapter, context: PageContext): void {
    if (context.view !== 'person') return;
    const address = JSON.stringify([context.contactId, context.conversationId]);
    this.ports.activity?.look(adapter, this.screens.document, address);
  }

  /**
   * While the address stays as it was and the pane may be somebody else's, the last report remains
   * valid: a moment later either the address follows, or it was only more of the same.
   */
  #isHeld({ address, standing }: ShownScreen): boolean {
    const before = this.#lastAddress;
    this.#lastAddress = JSON.stringify(address);
    return standing.again !== undefined && !!this.#lastContext && before === this.#lastAddress;
  }

  #lookAgainAfter(ms: number | undefined): void {
    clearTimeout(this.#nextLook);
    this.#nextLook = ms === undefined ? undefined : setTimeout(() => void this.report(), ms);
  }

  #againWhileBlank(screen: ShownScreen | undefined): number | undefined {
    if (screen?.isBlank !== true) {
      this.#blankSince = undefined;
      return undefined;
    }
    this.#blankSince ??= performance.now();
    return nextPause(this.#blankSince);
  }

  async #tell(...report: Parameters<ReporterPorts['tell']>): Promise<boolean> {
    const isDelivered = await this.ports.tell(...report);
    if (isDelivered) {
      this.#undeliveredSince = undefined;
      return true;
    }
    this.#undeliveredSince ??= performance.now();
    this.#lookAgainAfter(nextPause(this.#undeliveredSince));
    return false;
  }

  async #leave(): Promise<void> {
    if (this.#lastContext === '') return;
    this.#lastContext = '';
    // Of the page that this tab showed before, the worker may have heard nothing at its end.
    if (!(await this.#tell('page.gone', {}))) this.#lastContext = undefined;
  }

  async #tellContext(context: PageContext): Promise<void> {
    const key = JSON.stringify(context);
    if (key === this.#lastContext) return;
    this.#lastContext = key;
    if (!(await this.#tell('page.context', { context }))) this.#lastContext = undefined;
  }

  async #tellCapture(context: PageContext, items: CapturedItem[]): Promise<void> {
    const { platform, conversationId } = context;
    if (context.view !== 'person' || conversationId === undefined) return;
    const capture: Capture = { platform, conversationId, items };
    const key = JSON.stringify(capture);
    if (items.length === 0 || key === this.#lastCapture) return;
    this.#lastCapture = key;
    if (!(await this.#tell('page.capture', capture))) this.#lastCapture = '';
  }
}

/** How long (ms) to wait before the page is looked at again; `undefined` when it is left alone from now on. */
function nextPause(since: number): number | undefined {
  const elapsed = performance.now() - since;
  return elapsed < patience ? Math.max(firstPause, elapsed / 2) : undefined;
}
