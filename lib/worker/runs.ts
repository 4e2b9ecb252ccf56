import type { Contact } from '../model/contact';
import type { Coverage } from '../model/coverage';
import { contactRef } from '../model/ids';
import type { ScreenRow } from '../model/screen';
import { coverageOfFailure, restsAfter } from './failures';
import { gatherPerson } from './gather';
import { recordHealth } from './health';
import { identify } from './identify';
import { beginLook, noteHeld } from './looks';
import { refreshNotes } from './note-refresh';
import { loadOlderOfPerson } from './older';
import type { WorkerPorts } from './ports';

interface Run {
  /** What the run is for: other content of the tab ends it. */
  subject: string;
  controller: AbortController;
  done: Promise<unknown>;
}

export interface RunOptions {
  force: boolean;
  only?: string | undefined;
}

/** A wish for older items, under way for a tab. */
interface OlderRun {
  tabId: number;
  subject: string;
  controller: AbortController;
  done: Promise<void>;
}

/** Who is on screen, and what went wrong in asking when the answer is an older one. */
interface Anchor {
  contact: Contact;
  problem?: Coverage;
}

/**
 * The work under way for what tabs show: at most one run for a tab, aborted as soon as the tab
 * shows somebody else. Nothing here survives the worker; whoever watches starts it again, and
 * what was written is not fetched twice.
 */
export class Runs {
  readonly #runs = new Map<number, Run>();
  readonly #older = new Map<string, OlderRun>();

  /** `onNotesRead` is called when notes were read: other copies of them may have to follow. */
  constructor(
    private readonly ports: WorkerPorts,
    private readonly onNotesRead: () => void = () => undefined,
  ) {}

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

  /**
   * Loads older items of whom the tab shows, about `wanted` of each contact, beside whatever else is
   * under way for it; joins a run for the same wish. Ends like every run when the tab moves on.
   */
  async older(
    screen: ScreenRow,
    wish: { only?: string | undefined; wanted: number },
  ): Promise<void> {
    const { tabId, anchor, subject } = screen;
    if (anchor === undefined) return;
    const key = JSON.stringify([tabId, anchor, wish.only, String(wish.wanted)]);
    const current = this.#older.get(key);
    if (current !== undefined) return current.done;
    const controller = new AbortController();
    const { signal } = controller;
    const done = loadOlderOfPerson(this.ports, anchor, { ...wish, signal })
      .catch((error: unknown) => {
        if (!signal.aborted) throw error;
      })
      .finally(() => {
        if (this.#older.get(key)?.controller === controller) this.#older.delete(key);
      });
    this.#older.set(key, { tabId, subject, controller, done });
    return done;
  }

  /**
   * Aborts the tab's work unless it is for this subject: a panel may have asked for the new one
   * before the one who noticed the change gets here.
   */
  keepSubject(tabId: number, subject: string): void {
    const older = [...this.#older.values()].filter((run) => run.tabId === tabId);
    const underWay = [this.#runs.get(tabId), ...older].filter((run) => run !== undefined);
    if (underWay.some((run) => run.subject !== subject)) this.abort(tabId);
  }

  abort(tabId: number): void {
    this.#abortRun(tabId);
    this.abortOlder(tabId);
  }

  /** Aborts what loads older items for the tab; its run for the newest goes on. */
  abortOlder(tabId: number): void {
    for (const [key, run] of this.#older) {
      if (run.tabId !== tabId) continue;
      run.controller.abort(noLongerWanted());
      this.#older.delete(key);
    }
  }

  /** Aborts the work for every tab but these. */
  keepOnly(tabIds: ReadonlySet<number>): void {
    const busy = [...this.#runs.keys(), ...[...this.#older.values()].map((run) => run.tabId)];
    for (const tabId of new Set(busy)) if (!tabIds.has(tabId)) this.abort(tabId);
  }

  /** Aborts everything and resolves when nothing writes any longer. */
  async stopAll(): Promise<void> {
    const ending = [...this.#runs.values(), ...this.#older.values()].map((run) => run.done);
    this.keepOnly(new Set());
    await Promise.allSettled(ending);
  }

  #abortRun(tabId: number): void {
    this.#runs.get(tabId)?.controller.abort(noLongerWanted());
    this.#runs.delete(tabId);
  }

  /** A retry beside the run may go on after it; the tab's work ends with the last of them. */
  async #end(tabId: number, run: Run): Promise<void> {
    const { done } = run;
    await Promise.allSettled([done]);
    if (run.done === done && this.#runs.get(tabId) === run) this.#runs.delete(tabId);
  }

  async #work(screen: ScreenRow, options: RunOptions, signal: AbortSignal): Promise<void> {
    try {
      const anchor = await this.#identify(screen, options, signal);
      if (anchor === undefined) return;
      const ref = contactRef(anchor.contact);
      const force = options.force && options.only === undefined;
      await beginLook(this.ports, ref);
      const notes = refreshNotes(this.ports, ref, { force, signal });
      notes.catch(() => undefined);
      await gatherPerson(this.ports, anchor.contact, {
        ...options,
        signal,
        anchorProblem: anchor.problem,
      });
      await noteHeld(this.ports, ref);
      await notes;
      // Who was found just now may carry notes, or be whom a note waits for.
      await refreshNotes(this.ports, ref, { force: false, signal });
      this.onNotesRead();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  async #identify(
    screen: ScreenRow,
    options: RunOptions,
    signal: AbortSignal,
  ): Promise<Anchor | undefined> {
    const { ports } = this;
    const connection = await ports.database.connections.get(screen.connectionId ?? '');
    if (connection === undefined) return undefined;
    const known = await this.#storedAnchor(screen);
    if (!options.force && restsAfter(screen.problem, ports.now()))
      return known && { contact: known };
    try {
      const force = options.force && options.only === undefined;
      const { contact, problem } = await identify(ports, connection, screen.context, {
        signal,
        force,
      });
      await this.#settle(screen, contact, problem);
      return contact && { contact };
    } catch (error) {
      signal.throwIfAborted();
      const problem = coverageOfFailure(error, ports.now());
      await recordHealth(ports, connection.id, problem);
      await this.#settle(screen, known, problem);
      return known && { contact: known, problem };
    }
  }

  async #storedAnchor(screen: ScreenRow): Promise<Contact | undefined> {
    const [connectionId, ...rest] = (screen.anchor ?? '').split('/');
    if (connectionId === undefined || rest.length === 0) return undefined;
    return this.ports.database.contacts.get([connectionId, rest.join('/')]);
  }

  /** Writes the outcome unless the tab has moved on in the meantime. */
  async #settle(
    screen: ScreenRow,
    contact: Contact | undefined,
    problem: Coverage | undefined,
  ): Promise<void> {
    const { screens } = this.ports.database;
    await this.ports.database.transaction('rw', screens, async () => {
      const now = await screens.get(screen.tabId);
      if (now === undefined || now.subject !== screen.subject) return;
      const anchor = contact && contactRef(contact);
      const phase = anchor === undefined ? 'unknown' : 'identified';
      await screens.put({ ...now, phase, anchor, problem });
    });
  }
}

function noLongerWanted(): DOMException {
  return new DOMException('no longer wanted', 'AbortError');
}
