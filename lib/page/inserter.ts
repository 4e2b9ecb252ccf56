import { wholeText } from '../insert/composer-content';
import { type InsertionRecord, type InsertTarget, insertText } from '../insert/insert-text';
import { undoInsertion } from '../insert/undo-insertion';
import type { ExpectedPage, InsertRequest } from '../messaging/page-request';
import type { InsertOutcome, Refusal } from '../model/insertion';
import type { FoundComposer, PageAdapter } from '../platforms/contract/page';
import type { ComposerMemory } from './composer-memory';

/** The page and what is remembered of its composer. */
export interface InserterPorts {
  document: Document;
  location: Location;
  memory: Pick<ComposerMemory, 'lastCaret' | 'sinceTyping'>;
  signal: AbortSignal;
}

interface Done {
  insertion: InsertionRecord;
  request: InsertRequest;
}

/**
 * Puts text into the composer on screen and takes it back. Before and after each pause the page is
 * read again: text for one person must not reach another.
 */
export class Inserter {
  #last: Done | undefined;

  constructor(
    private readonly adapters: readonly PageAdapter[],
    private readonly ports: InserterPorts,
  ) {}

  async insert(request: InsertRequest): Promise<InsertOutcome> {
    const { memory, signal } = this.ports;
    const result = await insertText(
      request.text,
      {
        find: () => this.#target(request),
        lastCaret: (element) => memory.lastCaret(element),
        sinceTyping: (element) => memory.sinceTyping(element),
      },
      signal,
    );
    if (result.kind !== 'inserted') return result;
    // Turned to another conversation while the text went in: where it landed, a human has to see.
    if (!this.#shows(request.expected)) return { kind: 'doubtful' };
    this.#last = { insertion: result.insertion, request };
    return this.#outcome(this.#last, true);
  }

  /** Takes the last insertion back, if nothing was typed since and the page still shows the same. */
  async undo(): Promise<InsertOutcome> {
    const done = this.#last;
    if (done === undefined) return { kind: 'refused', reason: 'not-taken' };
    if (!this.#shows(done.request.expected)) return { kind: 'refused', reason: 'wrong-contact' };
    const result = await undoInsertion(done.insertion, this.ports.signal);
    if (result.kind === 'refused') return result;
    this.#last = undefined;
    return result.kind === 'undone' ? this.#outcome(done, false) : result;
  }

  #outcome({ insertion, request }: Done, canUndo: boolean): InsertOutcome {
    const found = this.#composer();
    const { document } = this.ports;
    const picker = found?.picker === undefined ? null : document.querySelector(found.picker);
    return {
      kind: 'inserted',
      mode: request.mode,
      length: wholeText(insertion.element).length,
      limit: found?.state.limit,
      canUndo,
      pickerOpened: picker?.checkVisibility() === true,
    };
  }

  #target({ expected, mode }: InsertRequest): InsertTarget | Refusal {
    if (!this.#shows(expected)) return 'wrong-contact';
    const found = this.#composer();
    const blocked = found?.state.blocked;
    if (blocked !== undefined) return blocked === 'several' ? 'several-composers' : blocked;
    if (found?.element === undefined) return 'no-composer';
    if (found.mode !== mode) return 'mode-changed';
    const { formatting, limit } = found.state;
    return { element: found.element, formatting, limit, hasPicker: found.picker !== undefined };
  }

  #shows(expected: ExpectedPage): boolean {
    const { document, location } = this.ports;
    const context = this.#adapter()?.read(document, location);
    return (
      context?.view === 'person' &&
      (['account', 'conversationId', 'contactId'] as const).every(
        (key) => (context[key] ?? undefined) === (expected[key] ?? undefined),
      )
    );
  }

  #composer(): FoundComposer | undefined {
    return this.#adapter()?.composer?.(this.ports.document);
  }

  #adapter(): PageAdapter | undefined {
    const { document, location } = this.ports;
    return this.adapters.find((each) => each.recognises(document, location));
  }
}
