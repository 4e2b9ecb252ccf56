import { isResting, LONGEST_WAIT_MS } from './retry';
import type { Transport, TransportRequest, TransportResponse } from './transport';
import { TransportError } from './transport-error';

/** How fast a connection may be called. Each definition says where its figures come from. */
export interface Pace {
  /** Requests under way at once. */
  concurrency: number;
  /** At most `perInterval` requests start in any `intervalMs` milliseconds. */
  intervalMs: number;
  perInterval: number;
  /**
   * This many requests about the person on screen may start ahead of that pace; the next ones wait until
   * they are paid back, so that the average stays the same. Requests in the background have none.
   */
  burst?: number;
}

/** How long (ms) after a 429, or after the end that it names, nothing starts ahead of the pace: the platforms count by the minute. */
export const CAUTION_MS = 60_000;

/** A request that waits for its turn. */
interface Waiting {
  request: TransportRequest;
  start(): void;
  refuse(reason: unknown): void;
}

/**
 * Keeps a connection within its pace: first come, first served, those in the background after all
 * others. After a 429 with a known end, everything on the connection waits for it too; if that is
 * too long to wait, it fails at once with the same end.
 */
export function withPace(inner: Transport, pace: Pace, options: PaceOptions = {}): Transport {
  return new PacedTransport(inner, pace, options);
}

interface PaceOptions {
  now?: () => number;
  /** Remembers what a 429 asked for beyond the life of this transport. */
  memory?: LimitMemory | undefined;
}

export interface LimitMemory {
  read(): Promise<RateLimit | undefined>;
  write(limit: RateLimit): Promise<void>;
}

/** What a 429 asks for, in epoch ms. */
export interface RateLimit {
  /** Nothing is sent before this time. */
  blockedUntil: number;
  /** Until this time nothing is sent ahead of the pace. */
  cautiousUntil: number;
}

class PacedTransport implements Transport {
  readonly #foreground: Waiting[] = [];
  readonly #background: Waiting[] = [];
  readonly #budget: Budget;
  #underWay = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #now: () => number;
  #limit: RateLimit = { blockedUntil: 0, cautiousUntil: 0 };
  /** Settles when what an earlier worker stored has been read. */
  #recalled: Promise<void> | undefined;

  constructor(
    private readonly inner: Transport,
    private readonly pace: Pace,
    private readonly options: PaceOptions,
  ) {
    this.#budget = new Budget(pace);
    this.#now = options.now ?? Date.now;
    this.#recalled = options.memory && this.#recall(options.memory);
  }

  async send(request: TransportRequest): Promise<TransportResponse> {
    if (this.#recalled !== undefined) await this.#recalled;
    await this.#turn(request);
    try {
      return await this.inner.send(request);
    } catch (error) {
      if (error instanceof TransportError && error.failure === 'rate-limited') {
        this.#obey(error.retryAt ?? 0);
      }
      throw error;
    } finally {
      this.#underWay -= 1;
      this.#startDue();
    }
  }

  #obey(retryAt: number): void {
    const { blockedUntil: before } = this.#limit;
    const blockedUntil = Math.max(isResting(before, this.#now()) ? before : 0, retryAt);
    const cautiousUntil = Math.max(this.#now(), retryAt) + CAUTION_MS;
    this.#limit = { blockedUntil, cautiousUntil };
    this.options.memory?.write(this.#limit).catch(() => undefined);
  }

  async #recall(memory: LimitMemory): Promise<void> {
    this.#limit = (await memory.read().catch(() => undefined)) ?? this.#limit;
    this.#recalled = undefined;
  }

  /** Resolves when the request may start, which is then counted as under way. */
  #turn(request: TransportRequest): Promise<void> {
    const { signal } = request;
    const queue = request.isBackground === true ? this.#background : this.#foreground;
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      const leave = (): void => {
        signal.removeEventListener('abort', abandon);
        const at = queue.indexOf(waiting);
        if (at >= 0) queue.splice(at, 1);
      };
      const abandon = (): void => waiting.refuse(signal.reason);
      const waiting: Waiting = {
        request,
        start: () => {
          leave();
          resolve();
        },
        refuse: (reason) => {
          leave();
          reject(reason);
        },
      };
      signal.addEventListener('abort', abandon, { once: true });
      queue.push(waiting);
      this.#startDue();
    });
  }

  #startDue(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#underWay < this.pace.concurrency) {
      const next = this.#foreground[0] ?? this.#background[0];
      if (next === undefined) return;
      const { blockedUntil, cautiousUntil } = this.#limit;
      const now = this.#now();
      const blockedFor = isResting(blockedUntil, now) ? blockedUntil - now : 0;
      if (blockedFor > LONGEST_WAIT_MS) {
        next.refuse(new TransportError('rate-limited', { status: 429, retryAt: blockedUntil }));
        continue;
      }
      const mayBurst = next.request.isBackground !== true && !isResting(cautiousUntil, now);
      const delay = Math.max(blockedFor, this.#budget.delay(mayBurst));
      if (delay > 0) {
        this.#timer = setTimeout(() => this.#startDue(), delay);
        return;
      }
      this.#budget.spend();
      this.#underWay += 1;
      next.start();
    }
  }
}

/**
 * When requests may start. Each takes a slot, and the slots follow the pace; a request for the person
 * on screen may take one that is up to `#ahead` in the future. Measured by a clock that nobody can
 * set. By the time a worker is stopped for lack of work, everything has long been paid back.
 */
class Budget {
  /** Of the last `perInterval` requests, oldest first. */
  readonly #slots: number[] = [];
  readonly #ahead: number;

  constructor(private readonly pace: Pace) {
    this.#ahead = ((pace.burst ?? 0) * pace.intervalMs) / pace.perInterval;
  }

  /** Milliseconds until the next request may start. */
  delay(mayBurst: boolean): number {
    const now = performance.now();
    return this.#nextSlot(now) - (mayBurst ? this.#ahead : 0) - now;
  }

  spend(): void {
    this.#slots.push(this.#nextSlot(performance.now()));
    if (this.#slots.length > this.pace.perInterval) this.#slots.shift();
  }

  #nextSlot(now: number): number {
    const isFull = this.#slots.length === this.pace.perInterval;
    const oldest = isFull ? this.#slots[0] : undefined;
    return oldest === undefined ? now : Math.max(now, oldest + this.pace.intervalMs);
  }
}
