import type { ScreenRow } from '../model/screen';
import { OlderRuns } from './history/older-runs';
import { noLongerWanted } from './no-longer-wanted';
import type { WorkerPorts } from './ports';
import { type RunOptions, workFor } from './run-work';

interface Run {
  /** What the run is for: other content of the tab ends it. */
  subject: string;
  controller: AbortController;
  done: Promise<unknown>;
}

/**
 * The work under way for what tabs show: at most one run for a tab, aborted as soon as the tab
 * shows somebody else. Nothing here survives the worker; whoever watches starts it again, and
 * what was written is not fetched twice.
 */
export class Runs {
  readonly #runs = new Map<number, Run>();
  readonly #older: OlderRuns;

  /** `onNotesRead` is called when notes were read: other copies of them may have to follow. */
  constructor(
    private readonly ports: WorkerPorts,
    private readonly onNotesRead: () => void = () => undefined,
  ) {
    this.#older = new OlderRuns(ports);
  }

  /** Works until what the tab shows is gathered; joins a run for the same subject. */
  async ensure(screen: ScreenRow, options: RunOptions): Promise<void> {
    const { subject, tabId } = screen;
    if (screen.phase === 'no-person' || screen.connectionId === undefined) return;
    const current = this.#runs.get(tabId);
    // Until it is known who is on screen, trying one connection again means trying all.
    const only = screen.anchor === undefined ? undefined : options.only;
    if (only !== undefined && current?.subject === subject) {
      // One connection is tried again beside the others, which go on.
      const extra = this.#work(screen, { ...options, only }, current.controller.signal);
      current.done = Promise.allSettled([current.done, extra]);
      await extra;
      return;
    }
    if (current?.subject === subject && !options.force) {
      await current.done;
      return;
    }
    this.#abortRun(tabId);
    const controller = new AbortController();
    const done = this.#work(screen, { ...options, only }, controller.signal);
    const run: Run = { subject, controller, done };
    this.#runs.set(tabId, run);
    await done.finally(() => this.#end(tabId, run));
  }

  /** Loads older items of whom the tab shows: see `OlderRuns`. */
  older(screen: ScreenRow, wish: { only?: string | undefined; wanted: number }): Promise<void> {
    return this.#older.load(screen, wish);
  }

  /**
   * Aborts the tab's work unless it is for this subject: a panel may have asked for the new one
   * before the one who noticed the change gets here.
   */
  keepSubject(tabId: number, subject: string): void {
    const older = this.#older.list().filter((run) => run.tabId === tabId);
    const underWay = [this.#runs.get(tabId), ...older].filter((run) => run !== undefined);
    if (underWay.some((run) => run.subject !== subject)) this.abort(tabId);
  }

  abort(tabId: number): void {
    this.#abortRun(tabId);
    this.abortOlder(tabId);
  }

  /** Aborts what loads older items for the tab; its run for the newest goes on. */
  abortOlder(tabId: number): void {
    this.#older.abort(tabId);
  }

  /** Aborts the work for every tab but these. */
  keepOnly(tabIds: ReadonlySet<number>): void {
    const busy = [...this.#runs.keys(), ...this.#older.list().map((run) => run.tabId)];
    for (const tabId of new Set(busy)) if (!tabIds.has(tabId)) this.abort(tabId);
  }

  /** Aborts everything and resolves when nothing writes any longer. */
  async stopAll(): Promise<void> {
    const ending = [...this.#runs.values(), ...this.#older.list()].map((run) => run.done);
    this.keepOnly(new Set());
    await Promise.allSettled(ending);
  }

  async #work(screen: ScreenRow, options: RunOptions, signal: AbortSignal): Promise<void> {
    if (await workFor(this.ports, screen, options, signal)) this.onNotesRead();
  }

  #abortRun(tabId: number): void {
    this.#runs.get(tabId)?.controller.abort(noLongerWanted());
    this.#runs.delete(tabId);
  }

  /** A retry beside the run may go on after it; the tab's work ends with the last of them. */
  async #end(tabId: number, run: Run): Promise<void> {
    let done: Promise<unknown>;
    do {
      done = run.done;
      await Promise.allSettled([done]);
    } while (run.done !== done);
    if (this.#runs.get(tabId) === run) this.#runs.delete(tabId);
  }
}
