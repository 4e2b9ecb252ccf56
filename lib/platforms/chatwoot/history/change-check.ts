import type { TransportFailure } from '../../../http/transport-error';
import { ABOVE_ALL, rangesOutside } from './id-ranges';
import type { AnsweredMessages, MessageRequest } from './messages';
import { recordAnswer } from './record-answer';
import { recordFailedRequest } from './record-failed-request';
import { isWhole, nextRequest, startThread, type ThreadProgress } from './thread';

/** In this many conversations without news the newest page is read again, to find changes. */
const REREADS = 3;
/** So many requests at most for one conversation in which something was changed. */
const MOST_REQUESTS = 10;

/** A conversation of which what is stored is being read once more. */
export interface Reread {
  /** As it is stored. What is read once more proves nothing about it. */
  thread: ThreadProgress;
  /** What the list now says of it, where that shows that something was changed or deleted. */
  mark?: string | undefined;
  /** How far it was read once more. */
  again?: ThreadProgress | undefined;
  requests: number;
}

/** A request for what is stored of a conversation. */
export interface RereadJob {
  kind: 'reread';
  thread: ThreadProgress;
  request: MessageRequest;
  reread: Reread;
}

/**
 * Looks for changes in what is stored. The list does not say which message was changed or deleted, so that
 * a conversation of which it says that one was is read again as far as it is stored.
 */
export class ChangeCheck {
  readonly #changed: Reread[] = [];
  readonly #begun: Reread[] = [];
  readonly #others: Reread[] = [];

  /**
   * Something was changed in a conversation to which nobody wrote. Until all of it was read again, its mark
   * stays: where this look does not come to it, the next one has to notice it too.
   */
  addChanged(thread: ThreadProgress, mark: string): void {
    this.#changed.push({ thread, mark, requests: 0 });
  }

  /** A conversation of which nothing is known to have changed; the first few are looked at. */
  addOther(thread: ThreadProgress): void {
    if (this.#others.length < REREADS) this.#others.push({ thread, requests: 0 });
  }

  /** The next request for a conversation of which a part was read again. */
  nextOfBegun(): RereadJob | undefined {
    const reread = this.#begun.shift();
    if (reread?.again === undefined) return undefined;
    return jobOf(reread, nextRequest(reread.again, false));
  }

  /** The newest page of another one. */
  next(): RereadJob | undefined {
    const reread = this.#changed.shift() ?? this.#others.shift();
    return reread && jobOf(reread, { kind: 'page', below: ABOVE_ALL });
  }

  record({ reread, request }: RereadJob, answer: AnsweredMessages, trustsWindows: boolean): void {
    const { thread, mark } = reread;
    if (mark === undefined) return;
    reread.again ??= startAgain(thread, mark);
    recordAnswer(reread.again, request, answer, trustsWindows);
    this.#goOn(reread, reread.again);
  }

  /** Whether the reading can do without the answer to a request that failed. */
  recordFailure({ reread, request }: RereadJob, failure: TransportFailure): boolean {
    const { again, thread } = reread;
    if (again !== undefined && recordFailedRequest(again, request, failure) !== undefined) {
      this.#goOn(reread, again);
      return true;
    }
    // Checking for changes must not fail because of a message that was given up before.
    if (failure !== 'too-large') return false;
    thread.mark = reread.mark ?? thread.mark;
    return true;
  }

  #goOn(reread: Reread, again: ThreadProgress): void {
    reread.requests += 1;
    const isOver = isWhole(again) || again.state === 'stuck' || reread.requests >= MOST_REQUESTS;
    if (isOver) reread.thread.mark = reread.mark ?? reread.thread.mark;
    else this.#begun.push(reread);
  }
}

function jobOf(reread: Reread, request: MessageRequest): RereadJob {
  return { kind: 'reread', thread: reread.thread, request, reread };
}

/** The conversation as if nothing of what is stored had been read. */
function startAgain({ conversation, newest, held }: ThreadProgress, mark: string): ThreadProgress {
  return { ...startThread(conversation, mark, newest), held: rangesOutside(held) };
}
