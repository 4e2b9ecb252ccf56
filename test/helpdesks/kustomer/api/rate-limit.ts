const windowMs = 60_000;

export interface Allowance {
  limit: number;
  remaining: number;
  /** Epoch seconds at which the window ends. */
  resetAt: number;
  allowed: boolean;
}

/** Counts requests in fixed windows of 60 s, one count per budget. */
export class RateLimits {
  readonly #counts = new Map<string, { window: number; used: number }>();

  /** Takes one request out of `budget`; refused requests cost nothing. `now` is epoch ms. */
  take(budget: string, limit: number, now: number): Allowance {
    const window = Math.floor(now / windowMs);
    const last = this.#counts.get(budget);
    const used = last !== undefined && last.window === window ? last.used : 0;
    const allowed = used < limit;
    const spent = allowed ? used + 1 : used;
    this.#counts.set(budget, { window, used: spent });
    return {
      limit,
      remaining: Math.max(0, limit - spent),
      resetAt: ((window + 1) * windowMs) / 1_000,
      allowed,
    };
  }

  clear(): void {
    this.#counts.clear();
  }
}
