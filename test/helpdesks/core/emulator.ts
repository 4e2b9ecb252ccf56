import type { Faults } from './faults';
import type { RequestLog } from './log';

/** One emulated service, reachable under its real host names. */
export interface Service {
  readonly name: string;
  /** Host names it answers for; `*.` matches any one label. */
  readonly hosts: readonly string[];
  /** Answers one request. The server has already logged it and applied faults. */
  handle(request: Request): Promise<Response>;
  /** True for requests to the platform's API, false for pages and their assets. */
  isApi(url: URL): boolean;
  readonly log: RequestLog;
  readonly faults: Faults;
  /** Back to the state after construction: data, switches, faults, log, rate limits. */
  reset(): void;
}

/** One emulated helpdesk: its API and its page. */
export interface Emulator extends Service {
  /** Address of the helpdesk page that shows this person's newest conversation. */
  pageOf(personKey: string, record?: number): string;
}
