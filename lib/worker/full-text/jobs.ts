import type { DesksideDatabase } from '../../storage/database';
import { follow } from '../../storage/live-query';
import { isQuotaError } from '../quota-error';
import { runInBackground } from '../run-in-background';
import type { FullTextIndexer } from './indexer';

/** How long (ms) it waits after a change, for more changes and for work that somebody waits for. */
const PAUSE_MS = 2_000;

/** The browser wakes the worker no sooner than this (ms); it stops an idle one about as soon. */
const WAKE_MS = 30_000;

/** A disk that is full is tried again after this (ms). */
const REST_MS = 10 * 60_000;

interface IndexAlarm {
  /** Wakes the worker at `at` (epoch ms), replacing an earlier alarm; never when `undefined`. */
  schedule(at: number | undefined): Promise<void>;
  /** To be called before the worker's first pause. */
  listen(onAlarm: () => void): void;
}

/**
 * Keeps the full-text index up with what is stored. It works as long as the worker lives; an alarm
 * starts the worker again while something is left.
 */
export class IndexJobs {
  #restsUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly indexer: Pick<FullTextIndexer, 'wake'>,
    private readonly alarm: IndexAlarm,
    private readonly now: () => number = Date.now,
  ) {}

  /** From now on learns of everything that is stored, and of each start of the worker, to continue. */
  listen(database: DesksideDatabase): void {
    this.alarm.listen(() => this.#inBackground());
    follow(
      database,
      { tables: [database.indexMarks], read: () => database.indexMarks.count() },
      {
        next: (count) => {
          if (count > 0) this.#soon();
        },
        // What the database cannot deliver now is read at the next start.
        error: () => undefined,
      },
    );
    this.#soon();
  }

  /** Goes on, also where it was given up for lack of storage. Resolves when nothing is left. */
  async goOn(): Promise<void> {
    this.#restsUntil = 0;
    await this.wake();
  }

  /** Goes on unless it was given up a moment ago. Rejects as the database does. */
  async wake(): Promise<void> {
    const now = this.now();
    if (this.#restsUntil > now) return;
    await this.alarm.schedule(now + WAKE_MS);
    try {
      await this.indexer.wake();
      await this.alarm.schedule(undefined);
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      this.#restsUntil = this.now() + REST_MS;
      await this.alarm.schedule(this.#restsUntil);
    }
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#inBackground();
    }, PAUSE_MS);
  }

  #inBackground(): void {
    runInBackground('full-text index', () => this.wake());
  }
}
