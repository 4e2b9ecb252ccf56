import { contactRef } from '../model/ids';
import type { ScreenRow } from '../model/screen';
import { addressOf, hintsKey } from './address';
import { coverageOfFailure } from './failures';
import { gatherPerson } from './gather';
import { identify } from './identify';
import type { WorkerPorts } from './ports';

interface Run {
  /** What the run is for: tab content changes end it. */
  subject: string;
  controller: AbortController;
  done: Promise<void>;
}

export interface RunOptions {
  force: boolean;
  only?: string | undefined;
}

/**
 * The work under way for what tabs show: at most one run for a tab, aborted as soon as the tab
 * shows somebody else. Nothing here survives the worker; whoever watches starts it again, and
 * what was written is not fetched twice.
 */
export class Runs {
  readonly #runs = new Map<number, Run>();

  constructor(private readonly ports: WorkerPorts) {}

  /** Works until what the tab shows is gathered; joins a run for the same subject. */
  async ensure(screen: ScreenRow, options: RunOptions): Promise<void> {
    const subject = subjectOf(screen);
    if (subject === undefined) return;
    const current = this.#runs.get(screen.tabId);
    // Until it is known who is on screen, trying one connection again means trying all.
    const only = screen.anchor === undefined ? undefined : options.only;
    const wanted = { force: options.force, only };
    if (only !== undefined && current?.subject === subject) {
      // One connection is tried again beside the others, which go on.
      await this.#work(screen, wanted, current.controller.signal);
      return;
    }
    if (current?.subject === subject && !options.force) return current.done;
    this.abort(screen.tabId);
    const controller = new AbortController();
    const done = this.#work(screen, wanted, controller.signal).finally(() => {
      if (this.#runs.get(screen.tabId)?.controller === controller) this.#runs.delete(screen.tabId);
    });
    this.#runs.set(screen.tabId, { subject, controller, done });
    return done;
  }

  abort(tabId: number): void {
    this.#runs.get(tabId)?.controller.abort(new DOMException('no longer wanted', 'AbortError'));
    this.#runs.delete(tabId);
  }

  /** Aborts the work for every tab but these. */
  keepOnly(tabIds: ReadonlySet<number>): void {
    for (const tabId of [...this.#runs.keys()]) if (!tabIds.has(tabId)) this.abort(tabId);
  }

  abortAll(): void {
    this.keepOnly(new Set());
  }

  async #work(screen: ScreenRow, options: RunOptions, signal: AbortSignal): Promise<void> {
    try {
      const anchor = await this.#identify(screen, options, signal);
      if (anchor !== undefined) await gatherPerson(this.ports, anchor, { ...options, signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  async #identify(screen: ScreenRow, options: RunOptions, signal: AbortSignal) {
    const connection = await this.ports.database.connections.get(screen.connectionId ?? '');
    if (connection === undefined) return undefined;
    const known = await this.#storedAnchor(screen);
    try {
      const force = options.force && options.only === undefined;
      const who = await identify(this.ports, connection, screen.context, { signal, force });
      if (who.contact !== undefined) {
        await this.#settle(screen, {
          phase: 'identified',
          anchor: contactRef(who.contact),
          problem: undefined,
        });
        return who.contact;
      }
      await this.#settle(screen, { phase: 'unknown', anchor: undefined, problem: who.problem });
      return undefined;
    } catch (error) {
      signal.throwIfAborted();
      if (known !== undefined) return known;
      const problem = coverageOfFailure(error, this.ports.now());
      await this.#settle(screen, { phase: 'unknown', anchor: undefined, problem });
      return undefined;
    }
  }

  async #storedAnchor(screen: ScreenRow) {
    const [connectionId, ...rest] = (screen.anchor ?? '').split('/');
    if (connectionId === undefined || rest.length === 0) return undefined;
    return this.ports.database.contacts.get([connectionId, rest.join('/')]);
  }

  /** Writes the outcome unless the tab has moved on in the meantime. */
  async #settle(
    screen: ScreenRow,
    change: Pick<ScreenRow, 'phase' | 'anchor' | 'problem'>,
  ): Promise<void> {
    const { screens } = this.ports.database;
    await this.ports.database.transaction('rw', screens, async () => {
      const now = await screens.get(screen.tabId);
      if (now !== undefined && subjectOf(now) === subjectOf(screen)) {
        await screens.put({ ...now, ...change });
      }
    });
  }
}

function subjectOf(screen: ScreenRow): string | undefined {
  const address = addressOf(screen.context);
  if (address === undefined || screen.connectionId === undefined) return undefined;
  return JSON.stringify([screen.connectionId, address, hintsKey(screen.context)]);
}
