import type { MessageType, Payload } from '../../lib/messaging/protocol';
import { sendUntilAnswered } from './send-until-answered';
import { sayUnanswered } from './use-panel-command';

/** Pause (ms) in typing after which a draft is kept. */
const pause = 400;

/**
 * Has what is being typed kept by the worker: at every pause, when asked to, and when the panel
 * closes. A worker that is stopped in the middle is asked again.
 */
export class DraftSaver<T extends MessageType> {
  readonly #type: T;
  #unsaved: Payload<T> | undefined;
  #latest: Payload<T> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(type: T) {
    this.#type = type;
  }

  /** Keeps this at the next pause. */
  later(draft: Payload<T>): void {
    this.#unsaved = draft;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, pause);
  }

  /** Keeps this at once, instead of what is waiting. */
  now(draft: Payload<T>): void {
    this.#unsaved = draft;
    this.flush();
  }

  /** Keeps what is waiting without waiting longer. */
  readonly flush = (): void => {
    clearTimeout(this.#timer);
    const draft = this.#unsaved;
    this.#unsaved = undefined;
    if (draft === undefined) return;
    this.#latest = draft;
    // What was typed since must not be written over by a second try.
    sendUntilAnswered(this.#type, draft, () => this.#latest === draft).catch(sayUnanswered);
  };

  /** Keeps what is waiting when the panel closes. Returns how to end that, which keeps it too. */
  readonly listen = (): (() => void) => {
    window.addEventListener('pagehide', this.flush);
    return () => {
      window.removeEventListener('pagehide', this.flush);
      this.flush();
    };
  };
}
