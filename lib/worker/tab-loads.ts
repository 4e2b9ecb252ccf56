import type { ScreenRow } from '../model/screen';
import { noLongerWanted } from './abort-reason';
import { OlderLoads, type OlderRequest } from './history/older-loads';
import type { WorkerPorts } from './ports';
import { RunningWork } from './running-work';
import { loadTab, type TabLoadOptions } from './tab-load';

interface TabLoad {
  /** What the load is for: other content of the tab ends it. */
  subject: string;
  controller: AbortController;
  done: Promise<unknown>;
}

interface NewestLoad extends TabLoad {
  /** `ScreenRow.round` when it began: what raised it since then may have come too late for this load. */
  round: number;
}

interface OtherWork extends TabLoad {
  tabId: number;
}

/**
 * The work under way for what tabs show: at most one load for a tab, aborted as soon as the tab shows
 * somebody else. Nothing here survives the worker; a panel that watches starts it again, and what was written
 * is not fetched twice.
 */
export class TabLoads {
  readonly #loads = new Map<number, NewestLoad>();
  readonly #olderLoads: OlderLoads;
  readonly #others = new Set<OtherWork>();
  readonly #running = new RunningWork();

  /** `onNotesRead` is called when notes were read: other copies of them may have to follow. */
  constructor(
    private readonly ports: WorkerPorts,
    private readonly onNotesRead: () => void = () => undefined,
  ) {
    this.#olderLoads = new OlderLoads(ports, this.#running);
  }

  /** Works until what the tab shows is loaded; joins a load for the same subject that knew as much. */
  async load(screen: ScreenRow, options: TabLoadOptions): Promise<void> {
    const { subject, tabId } = screen;
    if (screen.phase === 'no-person' || screen.connectionId === undefined) return;
    const current = this.#loads.get(tabId);
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
      const isOutdated = screen.round > current.round && !current.controller.signal.aborted;
      if (isOutdated) await this.load(screen, options);
      return;
    }
    this.#abortNewest(tabId);
    const controller = new AbortController();
    const done = this.#work(screen, { ...options, only }, controller.signal);
    const load: NewestLoad = { subject, round: screen.round, controller, done };
    this.#loads.set(tabId, load);
    await done.finally(() => this.#end(tabId, load));
  }

  /** Loads older items of the person the tab shows: see `OlderLoads`. */
  loadOlder(screen: ScreenRow, request: OlderRequest): Promise<number | undefined> {
    return this.#olderLoads.load(screen, request);
  }

  /** Does other work about what the tab shows, which is aborted as its loads are. */
  async beside(
    { tabId, subject }: ScreenRow,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    const controller = new AbortController();
    const done = this.#running
      .run(() => work(controller.signal))
      .catch((error: unknown) => {
        if (!controller.signal.aborted) throw error;
      });
    const other: OtherWork = { tabId, subject, controller, done };
    this.#others.add(other);
    await done.finally(() => this.#others.delete(other));
  }

  /**
   * Aborts what of the tab's work is not for this subject: a panel may have asked for the new one before the
   * code that noticed the change gets here.
   */
  abortUnlessSubject(tabId: number, subject: string): void {
    this.#abortBut(tabId, subject);
  }

  abort(tabId: number): void {
    this.#abortBut(tabId, undefined);
  }

  #abortBut(tabId: number, subject: string | undefined): void {
    if (this.#loads.get(tabId)?.subject !== subject) this.#abortNewest(tabId);
    this.#olderLoads.abort(tabId, subject);
    for (const other of this.#others)
      if (other.tabId === tabId && other.subject !== subject)
        other.controller.abort(noLongerWanted());
  }

  /** Aborts what loads older items for the tab; its load of the newest goes on. */
  abortOlder(tabId: number): void {
    this.#olderLoads.abort(tabId);
  }

  /** Aborts the work for every tab but these. */
  abortAllBut(tabIds: ReadonlySet<number>): void {
    const busy = [...this.#loads.keys(), ...this.#otherWork().map((load) => load.tabId)];
    for (const tabId of new Set(busy)) if (!tabIds.has(tabId)) this.abort(tabId);
  }

  /** Aborts everything and resolves when nothing writes any longer. */
  stopAll(): Promise<void> {
    return this.whileStopped(async () => undefined);
  }

  /** Aborts everything and erases when nothing writes any longer; what is asked for meanwhile begins afterwards. */
  whileStopped<T>(erase: () => Promise<T>): Promise<T> {
    return this.#running.pauseFor(() => this.abortAllBut(new Set()), erase);
  }

  /** Everything but the loads of the newest. */
  #otherWork() {
    return [...this.#olderLoads.list(), ...this.#others];
  }

  async #work(screen: ScreenRow, options: TabLoadOptions, signal: AbortSignal): Promise<void> {
    const load = async () => !signal.aborted && loadTab(this.ports, screen, options, signal);
    if (await this.#running.run(load)) this.onNotesRead();
  }

  #abortNewest(tabId: number): void {
    this.#loads.get(tabId)?.controller.abort(noLongerWanted());
    this.#loads.delete(tabId);
  }

  /** A retry beside the load may go on after it; the tab's work ends with the last of them. */
  async #end(tabId: number, load: NewestLoad): Promise<void> {
    let done: Promise<unknown>;
    do {
      done = load.done;
      await Promise.allSettled([done]);
    } while (load.done !== done);
    if (this.#loads.get(tabId) === load) this.#loads.delete(tabId);
  }
}
