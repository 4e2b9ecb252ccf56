import { wait } from '../async/wait';
import { withLock } from '../async/with-lock';
import { wholeText } from '../insert/composer-content';
import { type InsertionRecord, type InsertTarget, insertText } from '../insert/insert-text';
import { undoInsertion } from '../insert/undo-insertion';
import { type ExpectedPage, type InsertRequest, isInsertRequest } from '../messaging/page-request';
import type { InsertOutcome, Refusal } from '../model/insertion';
import { isJsonObject } from '../model/json-object';
import type { FoundComposer } from '../platforms/contract/page';
import { isInFront, isOutOfRoom } from '../platforms/shared/page/in-front';
import type { ComposerMemory } from './composer-memory';
import type { ScreenReader, ShownScreen } from './screen-reader';

/** What is remembered about the composer, and the signal that ends everything. */
export interface InserterPorts {
  memory: Pick<ComposerMemory, 'lastCaret' | 'sinceTyping'>;
  signal: AbortSignal;
}

/** Not part of the content script from the start: the worker loads it into the page before using it. */
declare global {
  var desksideInserter:
    | ((...parts: ConstructorParameters<typeof Inserter>) => Inserter)
    | undefined;
}

/** Makes it known to the content script that runs in this page. */
export function provideInserter(): void {
  globalThis.desksideInserter = (...parts) => new Inserter(...parts);
}

/** How long (ms) a text waits until the page has turned to the conversation it is for. */
const LONGEST_WAIT_MS = 3_000;

/** How often it looks in the meantime (ms). */
const LOOK_MS = 50;

interface Done {
  insertion: InsertionRecord;
  request: InsertRequest;
  /** Whether the insertion is the last that was typed in the page. */
  isLastTyped: boolean;
}

/**
 * Puts text into the composer on screen and takes it back. Before and after each pause the page is
 * read again: text for one person must not reach another.
 */
export class Inserter {
  #last: Done | undefined;

  constructor(
    private readonly screens: Pick<ScreenReader, 'look' | 'document' | 'origin'>,
    private readonly ports: InserterPorts,
  ) {}

  /** Inserts what an `InsertRequest` says, once its turn has come; anything else is refused. */
  async insert(request: unknown): Promise<InsertOutcome> {
    if (!isInsertRequest(request)) return { kind: 'refused', reason: 'not-taken' };
    // By the clock: in a window that is covered each pause takes a second.
    const until = performance.now() + LONGEST_WAIT_MS;
    return this.#inTurn(() => this.#insert(request, until));
  }

  /**
   * Takes back what an `UndoInsertRequest` names, if that is the last insertion, nothing was typed since and
   * the page still shows the same person.
   */
  undo(request: unknown): Promise<InsertOutcome> {
    return this.#inTurn(() => this.#undo(request));
  }

  /** Each reads the composer back, and would take the text of another for a failure of its own. */
  #inTurn(act: () => Promise<InsertOutcome>): Promise<InsertOutcome> {
    return withLock(this, 'composer', act);
  }

  async #insert(request: InsertRequest, until: number): Promise<InsertOutcome> {
    const { memory, signal } = this.ports;
    await this.#untilSettled(request.expected, until);
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
    // The page changed to another conversation during the insertion: a human has to see where the text is.
    const { element } = result.insertion;
    const isSeen = isInFront(element) || isOutOfRoom(element);
    if (!isSeen || !this.#shows(request.expected)) return { kind: 'doubtful' };
    const isLastTyped = Number.isFinite(memory.sinceTyping(element));
    this.#last = { insertion: result.insertion, request, isLastTyped };
    return this.#outcome(this.#last, true);
  }

  async #undo(request: unknown): Promise<InsertOutcome> {
    const done = this.#last;
    // Panel and picker both insert here, and each offers to take back its own.
    const isLast = isJsonObject(request) && done?.request.insertionId === request.insertionId;
    if (done === undefined || !isLast) return { kind: 'refused', reason: 'not-taken' };
    if (!this.#shows(done.request.expected)) return { kind: 'refused', reason: 'wrong-contact' };
    if (this.#isTypedElsewhere(done)) return { kind: 'refused', reason: 'not-taken' };
    const result = await undoInsertion(done.insertion, this.ports.signal);
    if (result.kind === 'refused') return result;
    this.#last = undefined;
    return result.kind === 'undone' ? this.#outcome(done, false) : result;
  }

  /** Chromium has one history for all fields of a page, and would take back what was typed last. */
  #isTypedElsewhere({ insertion: { element, undo }, isLastTyped }: Done): boolean {
    const isLast = Number.isFinite(this.ports.memory.sinceTyping(element));
    return !import.meta.env.FIREFOX && undo === 'command' && isLastTyped && !isLast;
  }

  #outcome({ insertion, request }: Done, canUndo: boolean): InsertOutcome {
    const found = this.#composer();
    const { document } = this.screens;
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
    const screen = this.screens.look();
    if (screen === undefined || !this.#isOf(screen, expected)) return 'wrong-contact';
    if (screen.standing.kind !== 'settled') return 'unsettled';
    // An address that names nobody is the same for every customer who is shown at it.
    if (screen.context.view !== 'person') return 'no-composer';
    const found = this.#composer(screen);
    const blocked = found?.state.blocked;
    if (blocked !== undefined) return blocked === 'several' ? 'several-composers' : blocked;
    if (found?.element === undefined) return 'no-composer';
    if (found.mode !== mode) return 'mode-changed';
    const { formatting, limit } = found.state;
    return { element: found.element, formatting, limit, hasPicker: found.picker !== undefined };
  }

  /** A person may press Enter while the conversation is still opening: the text waits for the pane. */
  async #untilSettled(expected: ExpectedPage, until: number): Promise<void> {
    while (performance.now() < until) {
      const screen = this.screens.look();
      const isComing = screen?.standing.kind === 'unsettled' && this.#isOf(screen, expected);
      if (!isComing) return;
      await wait(LOOK_MS, this.ports.signal);
    }
  }

  #shows(expected: ExpectedPage): boolean {
    const screen = this.screens.look();
    return (
      screen !== undefined && this.#isOf(screen, expected) && screen.standing.kind !== 'conflict'
    );
  }

  /** Whether this is the intended page of the helpdesk, and its address names the right person. */
  #isOf({ adapter, address }: ShownScreen, expected: ExpectedPage): boolean {
    const isSite =
      adapter.platform === expected.platform && this.screens.origin === expected.origin;
    return (
      isSite &&
      (['account', 'conversationId', 'contactId'] as const).every(
        (key) => (address[key] ?? undefined) === (expected[key] ?? undefined),
      )
    );
  }

  #composer(screen = this.screens.look()): FoundComposer | undefined {
    return screen?.adapter.composer?.(this.screens.document);
  }
}
