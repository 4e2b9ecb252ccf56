import { isResting } from '../../http/retry';
import type { Payload } from '../../messaging/commands';
import type { DirectoryRow } from '../../model/reading-progress';
import { accessReasons } from '../failure-coverage';
import type { WorkerPorts } from '../ports';
import { runInBackground } from '../run-in-background';
import { emptyDirectory, jobCancelled, jobPaused, jobStarted } from './progress';
import { changeDirectory, openDirectory } from './progress-store';
import { readersOf } from './readers';

/** The browser wakes the worker no sooner than this (ms); it stops an idle one about as soon. */
export const WAKE_MS = 30_000;

export interface DirectoryAlarm {
  /** Wakes the worker at `at` (epoch ms), replacing an earlier alarm; never when `undefined`. */
  schedule(at: number | undefined): Promise<void>;
}

/**
 * The background jobs that read all contacts of platforms without search. A job works as long as
 * the worker lives; an alarm starts the worker again as long as a job is to run, after a restart of
 * the browser too. It is the one thing that calls a platform while no panel is open, and it ends.
 */
export class DirectoryJobs {
  constructor(
    private readonly ports: WorkerPorts,
    private readonly alarm: DirectoryAlarm,
  ) {
    readersOf(ports).onJobBegun = () => this.#goOn();
  }

  /** Goes on with every job that is to run. Resolves when all are done, paused or waiting. */
  async wake(): Promise<void> {
    const running = await this.#running();
    if (running.length > 0) await this.alarm.schedule(this.ports.now() + WAKE_MS);
    const readers = readersOf(this.ports);
    await Promise.all(running.map((row) => readers.get(row.connectionId).goOn()));
    await this.#scheduleNext();
  }

  /** Carries out a person's command; the work itself continues afterwards. */
  async command({ connectionId, action }: Payload<'panel.directory'>): Promise<void> {
    if (action === 'start') await openDirectory(this.ports, connectionId);
    await changeDirectory(this.ports, connectionId, changes[action]);
    this.#goOn();
  }

  /**
   * After connections were added, changed or removed, or keys unlocked: a new directory is read at once, and
   * one that was paused for want of access goes on.
   */
  async connectionsChanged(): Promise<void> {
    readersOf(this.ports).abortAll();
    const { connections, directories } = this.ports.database;
    for (const { id, platform } of await connections.toArray()) {
      const { find } = this.ports.definitionOf(platform).capabilities;
      if (find !== 'directory') continue;
      if ((await directories.get(id)) === undefined)
        await directories.put(jobStarted(emptyDirectory(id)));
      else
        await changeDirectory(this.ports, id, (row) => (lacksAccess(row) ? jobStarted(row) : row));
    }
    this.#goOn();
  }

  #goOn(): void {
    runInBackground('directories', () => this.wake());
  }

  async #running(): Promise<DirectoryRow[]> {
    return this.ports.database.directories.filter((row) => row.job === 'running').toArray();
  }

  async #scheduleNext(): Promise<void> {
    const running = await this.#running();
    const soonest = Math.min(...running.map((row) => row.retryAt ?? 0));
    const now = this.ports.now();
    const at = isResting(soonest, now) ? Math.max(now + WAKE_MS, soonest) : now + WAKE_MS;
    await this.alarm.schedule(running.length === 0 ? undefined : at);
  }
}

/** Paused by a failure that a key or a permission may have removed; a person's pause has no reason. */
function lacksAccess({ job, problem }: DirectoryRow): boolean {
  return job === 'paused' && problem !== undefined && accessReasons.has(problem);
}

const changes: Readonly<
  Record<Payload<'panel.directory'>['action'], (row: DirectoryRow) => DirectoryRow>
> = { start: jobStarted, pause: jobPaused, cancel: jobCancelled };
