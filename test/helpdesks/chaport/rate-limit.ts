import type { RateLimit } from './switches';

/** Counts requests in a sliding window. */
export class RateCounter {
  #times: number[] = [];

  /** Counts one request at `now` (epoch ms); false when it is one too many. */
  admit(limit: RateLimit, now: number): boolean {
    this.#times = this.#times.filter((time) => time > now - limit.windowMs);
    if (this.#times.length >= limit.requests) return false;
    this.#times.push(now);
    return true;
  }

  reset(): void {
    this.#times = [];
  }
}
