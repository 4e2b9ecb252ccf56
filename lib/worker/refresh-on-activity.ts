import { singleFlight } from '../async/single-flight';
import { isNotFound } from '../http/transport-error';
import { isFailedCoverage } from '../model/coverage';
import { type ContactRef, isRefOfConnection, parseContactRef } from '../model/ids';
import type { ScreenRow } from '../model/screen';
import { isVisitOver } from '../storage/visits';
import { loadNewest } from './history/load';
import { recordNewestStored } from './history/record-visits';
import { followMerge } from './people/follow-merge';
import type { WorkerPorts } from './ports';
import type { TabLoads } from './tab-loads';

/** The newest part of one history is fetched no more often than this, whatever the page does. */
export const ACTIVITY_PAUSE_MS = 5_000;

/** A fetch that takes longer is given up; the panel's own watch will ask again. */
const FETCH_TIMEOUT_MS = 30_000;

export interface ActivityPorts {
  /** Whether a panel is open in this window; `undefined` where the browser does not say. */
  panelIsOpen(windowId: number): Promise<boolean | undefined>;
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>;
}

/**
 * Follows what happens in the conversation on screen: when the page shows that a message came, the
 * newest part of that one history is fetched, fresh or not. Nothing is fetched for a tab in the
 * background, without a panel beside it, or while the platform is failing.
 */
export class ActivityRefresh {
  /** What is waiting or being fetched, by tab. */
  readonly #once = singleFlight<number, void>();
  /** Tabs in which something happened that no fetch has been begun for. */
  readonly #open = new Set<number>();
  /** By tab: epoch ms of the last try. */
  readonly #triedAt = new Map<number, number>();

  constructor(
    private readonly ports: WorkerPorts,
    private readonly activityPorts: ActivityPorts,
    private readonly tabLoads: TabLoads,
  ) {}

  /** Resolves when what happened in the tab is stored, or needs nothing to be done. */
  happened(tabId: number): Promise<void> {
    this.#open.add(tabId);
    return this.#once(tabId, async () => {
      // An answer may have been on its way already when something more happened.
      while (this.#open.has(tabId)) await this.#follow(tabId);
    });
  }

  async #follow(tabId: number): Promise<void> {
    const before = await this.#watched(tabId);
    if (before !== undefined) await this.activityPorts.wait(await this.#pauseFor(tabId, before));
    this.#open.delete(tabId);
    // Read again: another conversation of the same contact's may be on screen by now.
    const shown = before && (await this.#watched(tabId));
    if (shown === undefined || shown.anchor !== before?.anchor) return;
    // What is removed meanwhile must not come back with the answer.
    await this.tabLoads.beside(shown.screen, async (signal) => {
      if ((await this.#watched(tabId))?.anchor !== shown.anchor) return;
      this.#triedAt.set(tabId, this.ports.now());
      await this.#fetchNewest(shown.anchor, signal);
    });
  }

  /** What the tab shows, and the contact, when a person sees the panel beside it. */
  async #watched(tabId: number): Promise<{ screen: ScreenRow; anchor: ContactRef } | undefined> {
    const { database, now } = this.ports;
    const screen = await database.screens.get(tabId);
    // A contact linked to the page by hand has their history elsewhere: nothing happened there.
    if (screen?.anchor === undefined || screen.connectionId === undefined) return undefined;
    if (!isRefOfConnection(screen.anchor, screen.connectionId)) return undefined;
    const front = await database.windows.get(screen.windowId);
    if (front?.tabId !== tabId) return undefined;
    const reported = await this.activityPorts.panelIsOpen(screen.windowId);
    const view = await database.views.get(screen.anchor);
    const isWatched = reported ?? (view !== undefined && !isVisitOver(view, now()));
    return isWatched ? { screen, anchor: screen.anchor } : undefined;
  }

  /** How long (ms) to wait so that two fetches keep their distance. */
  async #pauseFor(tabId: number, { anchor }: { anchor: ContactRef }): Promise<number> {
    const { connectionId, id } = parseContactRef(anchor);
    const row = await this.ports.database.histories.get([connectionId, id]);
    const last = Math.max(row?.fetchedAt ?? 0, this.#triedAt.get(tabId) ?? 0);
    const past = this.ports.now() - last;
    return past < 0 ? 0 : Math.max(0, ACTIVITY_PAUSE_MS - past);
  }

  async #fetchNewest(anchor: ContactRef, stopped: AbortSignal): Promise<void> {
    const { database } = this.ports;
    const { connectionId, id } = parseContactRef(anchor);
    const connection = await database.connections.get(connectionId);
    const contact = await database.contacts.get([connectionId, id]);
    const source = await database.sources.get([anchor, connectionId]);
    // A history that is being read, or failed, is left to the panel's watch.
    const isQuiet = source?.phase === 'settled' && !isFailedCoverage(source.coverage);
    if (connection === undefined || contact === undefined || !isQuiet) return;
    if (this.ports.apiOf(connection).history === undefined) return;
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(FETCH_TIMEOUT_MS)]);
    const onPart = async () => undefined;
    try {
      await loadNewest(this.ports, connection, contact, { signal, force: true, onPart });
      await recordNewestStored(this.ports, anchor);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      await followMerge(this.ports, connection, contact, signal);
    }
  }
}
