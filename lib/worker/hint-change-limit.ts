import type { PageContext } from '../model/page';
import { screenAddress } from '../model/screen-address';

/** Other hints for one conversation count once they have stayed the same for this long (ms). */
export const STANDING_MS = 400;
/** This many different hints of one conversation count within a minute. */
export const MOST_PER_MINUTE = 6;
const MINUTE_MS = 60_000;
/** This many conversations are remembered. */
const MOST_CONVERSATIONS = 200;

/** What was taken from the page of one conversation. */
interface Taken {
  /** The hints that count now. */
  key: string;
  /** Whether an address or a number was among those that counted. */
  hasIdentifier: boolean;
  /** Epoch ms of each change. */
  times: number[];
}

/**
 * Keeps text that customers write into a page from making the worker search too often: each change of the
 * hints may cost a search on every platform. The first address of a conversation counts at once, every other
 * has to stay the same for a moment, and only so many of them count in a minute; of those that come too fast
 * the last one does.
 */
export class HintChangeLimit {
  readonly #taken = new Map<string, Taken>();
  /** By tab: the newest report, so that an older one that still waits is given up, and the address it names. */
  readonly #newest = new Map<number, { ticket: symbol; address: string }>();

  constructor(
    private readonly now: () => number,
    private readonly wait: (ms: number) => Promise<void>,
  ) {}

  /** Resolves when a report counts; `false` when a newer one came from the tab in the meantime. */
  async count(tab: { tabId: number; origin: string }, context: PageContext): Promise<boolean> {
    const ticket = Symbol('report');
    const address = JSON.stringify([tab.origin, context.account ?? null, screenAddress(context)]);
    const before = this.#newest.get(tab.tabId)?.address;
    this.#newest.set(tab.tabId, { ticket, address });
    // It was just opened and is not drawn yet: its address may be that of somebody who is known.
    if (address !== before && isWithoutHints(context)) return true;
    const key = JSON.stringify([context.hints.name, context.hints.emails, context.hints.phones]);
    for (;;) {
      const pause = this.#pauseFor(address, key);
      if (pause === 0) break;
      await this.wait(pause);
      if (this.#newest.get(tab.tabId)?.ticket !== ticket) return false;
      if (this.#timesOf(address).length < MOST_PER_MINUTE) break;
    }
    this.#take(address, key, context);
    return true;
  }

  /** The tab shows no helpdesk any longer: what still waits for it does not count. */
  forget(tabId: number): void {
    this.#newest.delete(tabId);
  }

  #pauseFor(address: string, key: string): number {
    const taken = this.#taken.get(address);
    if (taken === undefined || taken.key === key) return 0;
    const times = this.#timesOf(address);
    const [first] = times;
    if (first !== undefined && times.length >= MOST_PER_MINUTE) {
      return Math.max(STANDING_MS, first + MINUTE_MS - this.now());
    }
    return taken.hasIdentifier ? STANDING_MS : 0;
  }

  /** When hints of this conversation counted within the last minute, also by a clock set back. */
  #timesOf(address: string): number[] {
    const now = this.now();
    return (this.#taken.get(address)?.times ?? []).filter(
      (time) => time <= now && now - time < MINUTE_MS,
    );
  }

  #take(address: string, key: string, { hints }: PageContext): void {
    const before = this.#taken.get(address);
    const isSame = before?.key === key;
    const taken = {
      key,
      hasIdentifier:
        before?.hasIdentifier === true || hints.emails.length > 0 || hints.phones.length > 0,
      times: isSame ? before.times : [...this.#timesOf(address), this.now()],
    };
    this.#taken.delete(address);
    this.#taken.set(address, taken);
    const [oldest] = this.#taken.keys();
    if (this.#taken.size > MOST_CONVERSATIONS && oldest !== undefined) this.#taken.delete(oldest);
  }
}

function isWithoutHints({ hints: { name, emails, phones } }: PageContext): boolean {
  return name === undefined && emails.length + phones.length === 0;
}
