import type { ScreenRow } from '../../model/screen';
import { noLongerWanted } from '../abort-reason';
import type { WorkerPorts } from '../ports';
import type { RunningWork } from '../running-work';
import { loadOlderOfPerson, type OlderOptions } from './load-older';

/** Which older items are wanted. */
export type OlderRequest = Omit<OlderOptions, 'signal'>;

/** A request for older items, under way for a tab. */
interface OlderLoad {
  tabId: number;
  subject: string;
  controller: AbortController;
  /** When to go on, where it could not come to its end (epoch ms). */
  done: Promise<number | undefined>;
}

/** Loads older items for tabs. A tab may have several requests under way, but never the same one twice. */
export class OlderLoads {
  readonly #loads = new Map<string, OlderLoad>();

  constructor(
    private readonly ports: WorkerPorts,
    private readonly running: RunningWork,
  ) {}

  /**
   * Loads older items of the person the tab shows, about `wanted` of each contact, beside whatever else is
   * under way for it; joins a load for the same request. Ends like every load when the tab moves on. Returns
   * when to go on: see `loadOlderOfPerson`.
   */
  async load(screen: ScreenRow, request: OlderRequest): Promise<number | undefined> {
    const { tabId, anchor, subject } = screen;
    if (anchor === undefined) return undefined;
    const key = JSON.stringify([tabId, anchor, request.only, String(request.wanted)]);
    const current = this.#loads.get(key);
    if (current !== undefined) {
      // Wanted by now for what the tab shows, which may be another conversation of the same person's.
      current.subject = subject;
      return current.done;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const done = this.running
      .run(() => loadOlderOfPerson(this.ports, anchor, { ...request, signal }))
      .catch((error: unknown) => {
        if (!signal.aborted) throw error;
        return undefined;
      })
      .finally(() => {
        if (this.#loads.get(key)?.controller === controller) this.#loads.delete(key);
      });
    this.#loads.set(key, { tabId, subject, controller, done });
    return done;
  }

  /** All that is under way. */
  list(): OlderLoad[] {
    return [...this.#loads.values()];
  }

  /** Aborts what is under way for a tab; where a subject is named, only what is for others. */
  abort(tabId: number, exceptSubject?: string): void {
    for (const [key, load] of this.#loads) {
      if (load.tabId !== tabId || load.subject === exceptSubject) continue;
      load.controller.abort(noLongerWanted());
      this.#loads.delete(key);
    }
  }
}
