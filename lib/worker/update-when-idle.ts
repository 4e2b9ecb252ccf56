import { storage } from 'wxt/utils/storage';
import { isResting } from '../http/retry';
import { isWalking } from '../model/walk-timeout';
import type { DesksideDatabase } from '../storage/database';
import { isDue } from './notes/due-changes';
import type { VerifiedSender } from './router';

/** How often it looks whether the moment has come (ms). */
export const LOOK_MS = 60_000;

/** A panel that nobody has used for this long (ms) is not in use; what was typed in it is stored. */
export const QUIET_MS = 5 * 60_000;

/** Epoch ms of the last use; set while an update waits. It ends with the extension's reload. */
const waitingSince = storage.defineItem<number | null>('session:update-waiting', {
  fallback: null,
});

/** Which pages of the extension are open: `form` for one that would lose what is filled in there. */
export type OpenPages = 'none' | 'panel' | 'form';

/** The browser's part of an update; the worker puts it in. */
export interface UpdatePorts {
  database: DesksideDatabase;
  openPages(): Promise<OpenPages>;
  /** Wakes the worker at `at` (epoch ms), replacing an earlier alarm. */
  schedule(at: number): Promise<void>;
  /** Starts the extension again, in its new version. */
  reload(): void;
  now(): number;
}

/**
 * Installs an update of the extension when nobody is working with it. The browser installs it by itself when
 * it is started; until then it waits for a moment in which no job is at work, no form is open, and a panel
 * that is open was not used for a while. That an update waits is known across workers.
 */
export class UpdateWhenIdle {
  #isWaiting: Promise<boolean> | undefined;

  constructor(private readonly ports: UpdatePorts) {}

  /** The browser has an update. */
  async available(): Promise<void> {
    this.#isWaiting = Promise.resolve(true);
    await waitingSince.setValue(this.ports.now());
    await this.look();
  }

  /** Somebody did something: a message came of this type. */
  async used(kind: VerifiedSender['kind'] | undefined, type: unknown): Promise<void> {
    this.#isWaiting ??= waitingSince.getValue().then((since) => since !== null);
    if (!(await this.#isWaiting) || !isUse(kind, type)) return;
    await waitingSince.setValue(this.ports.now());
  }

  /** Installs the waiting update if now is the moment; otherwise checks again a little later. */
  async look(): Promise<void> {
    const since = await waitingSince.getValue();
    if (since === null) return;
    const { now, schedule, reload } = this.ports;
    // The alarm comes first: a worker that is stopped while it checks is started again.
    await schedule(now() + LOOK_MS);
    if (await this.#isIdle(since)) reload();
  }

  async #isIdle(since: number): Promise<boolean> {
    const { database, openPages, now } = this.ports;
    const pages = await openPages();
    const isQuiet = Math.abs(now() - since) >= QUIET_MS;
    if (pages === 'form' || (pages === 'panel' && !isQuiet)) return false;
    return !(await isAtWork(database, now()));
  }
}

/** Messages that a panel sends without anybody doing anything. */
const asksByItself: ReadonlySet<unknown> = new Set([
  'panel.watch',
  'notes.watch',
  'cards.load',
  'cards.stop',
  'completion.offers',
  'set-up.offers',
]);

/** A page reports when somebody moves to another conversation. */
function isUse(kind: VerifiedSender['kind'] | undefined, type: unknown): boolean {
  return kind === 'page' ? type === 'page.context' : !asksByItself.has(type);
}

/** Whether a job is under way that would be cut off, and not merely wait until it may go on. */
async function isAtWork(database: DesksideDatabase, now: number): Promise<boolean> {
  const isGoing = ({ retryAt = 0 }: { retryAt?: number | undefined }) => !isResting(retryAt, now);
  const counts = await Promise.all([
    database.bulkRuns.where('state').equals('running').filter(isGoing).count(),
    database.directories.filter((row) => row.job === 'running' && isGoing(row)).count(),
    database.replicas.filter((row) => isDue(row, now)).count(),
    database.screens.filter(({ walk }) => isWalking(walk, now)).count(),
  ]);
  return counts.some((count) => count > 0);
}
