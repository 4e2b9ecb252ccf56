import type { CapturedItem, PageContext } from '../model/page';
import type { PageAdapter } from '../platforms/contract/page';
import { emptyContext } from '../platforms/shared/page/empty-context';
import { type PaneAddress, PaneBinding, type PaneStanding } from './pane-binding';

/** What a helpdesk page shows at one moment. */
export interface ShownScreen {
  adapter: PageAdapter;
  /** What the address says about who is shown. */
  address: PaneAddress;
  /** Leaves out everything in a pane that is not known to belong to this person. */
  context: PageContext;
  standing: PaneStanding;
  /** The address names somebody, and nothing of that can be seen on the page yet. */
  isBlank: boolean;
}

/**
 * Reads the page for all parts that need to know what it shows, and remembers what is needed to decide
 * whether its address and its content are about the same conversation.
 */
export class ScreenReader {
  readonly #binding = new PaneBinding();
  /** Who the pane named last, and at which address. */
  #named: { at: string; hints: PageContext['hints'] } | undefined;

  constructor(
    private readonly adapter: PageAdapter,
    readonly document: Document,
    private readonly location: Location,
  ) {}

  /** The page's address, as the browser has it. */
  get origin(): string {
    return this.location.origin;
  }

  /** Reads the page now; `undefined` on a page of the same origin that is not the helpdesk's. */
  look(): ShownScreen | undefined {
    const { adapter, document, location } = this;
    if (!adapter.recognises(document, location)) return undefined;
    const read = adapter.read(document, location);
    const { account, contactId, conversationId } = read;
    const address = { account, contactId, conversationId };
    if (read.view !== 'person') {
      return { adapter, address, context: read, standing: { kind: 'settled' }, isBlank: false };
    }
    const { name, emails, phones } = read.hints;
    const person = [...(name === undefined ? [] : [name]), ...emails, ...phones];
    const content = adapter.paneContent?.(document) ?? { content: [], isExact: false };
    const standing = this.#binding.see(address, { person, ...content }, performance.now());
    // Where a page's content is not known, nobody can say whether anything is visible.
    const isKnown = adapter.paneContent !== undefined;
    const isBlank = isKnown && person.length + content.content.length === 0;
    const context = believed(read, standing);
    const hints = this.#hintsAt(address, context.hints, isBlank);
    return { adapter, address, context: { ...context, hints }, standing, isBlank };
  }

  /** A pane that shows nothing for now, as behind a dialog, is still about the person it named before. */
  #hintsAt(address: PaneAddress, hints: PageContext['hints'], isBlank: boolean) {
    const at = JSON.stringify(address);
    if (isBlank && this.#named?.at === at) return this.#named.hints;
    this.#named = { at, hints };
    return hints;
  }

  /**
   * What is captured from the screen that was just read; `undefined` where nothing is, `unread`
   * where it took longer than `budget` ms: the next call reads on.
   */
  capture(
    { adapter, context, standing }: ShownScreen,
    budget: number,
  ): CapturedItem[] | 'unread' | undefined {
    if (adapter.capture === undefined) return undefined;
    const isSure = context.view === 'person' && standing.kind === 'settled';
    return isSure ? adapter.capture(this.document, budget) : [];
  }
}

function believed(read: PageContext, { kind }: PaneStanding): PageContext {
  if (kind === 'settled') return read;
  const { platform, account, version } = read;
  const nothing = emptyContext(platform, 'none');
  if (kind === 'unsettled') return { ...read, hints: nothing.hints };
  return { ...nothing, account, version };
}
