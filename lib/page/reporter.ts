import type { Capture, PageContext } from '../model/page';
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
    const context = adapter.read(this.ports.document, this.ports.location);
    await this.#tellContext(context);
    if (adapter.capture !== undefined) await this.#tellCapture(adapter, context);
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

  async #tellCapture(adapter: PageAdapter, context: PageContext): Promise<void> {
    const { conversationId } = context;
    if (context.view !== 'person' || conversationId === undefined) return;
    const items = adapter.capture?.(this.ports.document) ?? [];
    if (items.length === 0) return;
    const capture: Capture = { platform: adapter.platform, conversationId, items };
    const key = JSON.stringify(capture);
    if (key === this.#lastCapture) return;
    this.#lastCapture = key;
    if (!(await this.ports.tell('page.capture', capture))) this.#lastCapture = '';
  }
}
