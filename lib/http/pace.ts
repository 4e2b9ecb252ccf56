/** How fast a connection may be called. Figures and their origin stand in each definition. */
export interface Pace {
  /** Requests under way at once. */
  concurrency: number;
  /** At most `perInterval` requests start in any `intervalMs` milliseconds. */
  intervalMs: number;
  perInterval: number;
}
