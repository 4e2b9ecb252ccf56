import type { ScreenRow } from '../../model/screen';
import { noLongerWanted } from '../no-longer-wanted';
import type { WorkerPorts } from '../ports';
import { loadOlderOfPerson } from './older';

/** A wish for older items, under way for a tab. */
interface OlderRun {
  tabId: number;
  subject: string;
  controller: AbortController;
  done: Promise<void>;
}

/** What loads older items for tabs. A tab may have several wishes under way, each of them once. */
export class OlderRuns {
  readonly #runs = new Map<string, OlderRun>();

  constructor(private readonly ports: WorkerPorts) {}

  /**
   * Loads older items of whom the tab shows, about `wanted` of each contact, beside whatever else is
   * under way for it; joins a run for the same wish. Ends like every run when the tab moves on.
   */
  async load(
    screen: ScreenRow,
    wish: { only?: string | undefined; wanted: number },
  ): Promise<void> {
    const { tabId, anchor, subject } = screen;
    if (anchor === undefined) return;
    const key = JSON.stringify([tabId, anchor, wish.only, String(wish.wanted)]);
    const current = this.#runs.get(key);
    if (current !== undefined) return current.done;
    const controller = new AbortController();
    const { signal } = controller;
    const done = loadOlderOfPerson(this.ports, anchor, { ...wish, signal })
      .catch((error: unknown) => {
        if (!signal.aborted) throw error;
      })
      .finally(() => {
        if (this.#runs.get(key)?.controller === controller) this.#runs.delete(key);
      });
    this.#runs.set(key, { tabId, subject, controller, done });
    return done;
  }

  /** All that is under way. */
  list(): OlderRun[] {
    return [...this.#runs.values()];
  }

  abort(tabId: number): void {
    for (const [key, run] of this.#runs) {
      if (run.tabId !== tabId) continue;
      run.controller.abort(noLongerWanted());
      this.#runs.delete(key);
    }
  }
}
