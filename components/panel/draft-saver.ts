import type { CommandTable, PayloadOf } from '../../lib/messaging/define-command';
import { sayUnanswered } from './send-from-panel';
import { sendUntilAnswered } from './send-until-answered';

/** Pause (ms) in typing after which a draft is saved. */
const pause = 400;

/**
 * Has the worker save what is being typed: at every pause, on request, and when the panel closes. A worker
 * that is stopped in the middle is asked again.
 */
export class DraftSaver<T extends CommandTable<T>, K extends keyof T & string> {
  readonly #table: T;
  readonly #type: K;
  #unsaved: PayloadOf<T[K]> | undefined;
  #latest: PayloadOf<T[K]> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(table: T, type: K) {
    this.#table = table;
    this.#type = type;
  }

  /** Saves this at the next pause. */
  later(draft: PayloadOf<T[K]>): void {
    this.#unsaved = draft;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, pause);
  }

  /** Saves this at once, instead of what is waiting. */
  now(draft: PayloadOf<T[K]>): void {
    this.#unsaved = draft;
    this.flush();
  }

  /** Saves what is waiting, without waiting any longer. */
  readonly flush = (): void => {
    clearTimeout(this.#timer);
    const draft = this.#unsaved;
    this.#unsaved = undefined;
    if (draft === undefined) return;
    this.#latest = draft;
    // A second try must not overwrite what has been typed since.
    sendUntilAnswered(this.#table, this.#type, draft, () => this.#latest === draft).catch(
      sayUnanswered,
    );
  };

  /** Saves what is waiting when the panel closes. Returns a function that ends this, and saves as well. */
  readonly listen = (): (() => void) => {
    window.addEventListener('pagehide', this.flush);
    return () => {
      window.removeEventListener('pagehide', this.flush);
      this.flush();
    };
  };
}
