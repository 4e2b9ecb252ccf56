import type { Capture, CapturedItem, PageContext } from '../model/page';
import type { PageAdapter } from '../platforms/contract/page';

export interface ReporterPorts {
  document: Document;
  location: Location;
  /** `false` when it could not be delivered; then it is told again with the next change. */
  tell(type: 'page.context' | 'page.capture' | 'page.gone', payload: unknown): Promise<boolean>;
}

/** Tells the worker what the page shows, each time that changes and not otherwise. */
export class Reporter {
  #lastContext = '';
  #lastCapture = '';

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
    // Read in one step: while the worker is being told, the page may go on to somebody else.
    const context = adapter.read(this.ports.document, this.ports.location);
    const items = adapter.capture?.(this.ports.document) ?? [];
    await this.#tellContext(context);
    await this.#tellCapture(adapter, context, items);
  }

  /** Reports everything again, changed or not: the worker asked. */
  async repeat(): Promise<void> {
    this.#lastContext = '';
    this.#lastCapture = '';
    await this.report();
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

  async #tellCapture(
    adapter: PageAdapter,
    context: PageContext,
    items: CapturedItem[],
  ): Promise<void> {
    const { conversationId } = context;
    if (context.view !== 'person' || conversationId === undefined) return;
    if (items.length === 0) return;
    const capture: Capture = { platform: adapter.platform, conversationId, items };
    const key = JSON.stringify(capture);
    if (key === this.#lastCapture) return;
    this.#lastCapture = key;
    if (!(await this.ports.tell('page.capture', capture))) this.#lastCapture = '';
  }
}
