import 'fake-indexeddb/auto';
import type { DBCore, DBCoreTable, DBCoreTransaction } from 'dexie';
import type { Transport } from '../../../../lib/http/transport';
import { DesksideDatabase } from '../../../../lib/storage/database';

/**
 * A worker as the browser may stop it. Its steps are what anybody but itself could notice: each
 * transaction of the database, each request on its way, and each answer on its way back. What lies
 * between two steps is in memory, and goes with the worker; a transaction is done whole or not at all.
 */
export class SteppedWorker {
  steps = 0;
  readonly database: DesksideDatabase;
  readonly stopped: Promise<void>;
  #stop: () => void = () => undefined;
  #isStopped = false;
  /** What was begun before the end, and comes to its own. */
  #underWay = 0;

  constructor(
    name: string,
    private readonly stopAt: number,
  ) {
    this.stopped = new Promise((resolve) => {
      this.#stop = resolve;
    });
    this.database = new DesksideDatabase(name);
    this.database.use({ stack: 'dbcore', create: (down) => this.#counted(down) });
  }

  /** A call to somebody else: it may be stopped before it is made, and before its answer is heard. */
  call = async <T>(make: () => Promise<T>): Promise<T> => {
    if (!this.#next()) return never();
    this.#underWay += 1;
    const result = await Promise.allSettled([make()]);
    this.#underWay -= 1;
    if (!this.#next()) return never();
    if (result[0].status === 'rejected') throw result[0].reason;
    return result[0].value;
  };

  wrap = (inner: Transport): Transport => ({
    send: (request) => this.call(() => inner.send(request)),
  });

  /** Resolves when nothing of it happens any more. */
  async ended(): Promise<void> {
    do await tick();
    while (this.#underWay > 0);
    for (let pause = 0; pause < 3; pause += 1) await tick();
  }

  #next(): boolean {
    if (this.#isStopped) return false;
    this.steps += 1;
    this.#isStopped = this.steps === this.stopAt;
    if (this.#isStopped) this.#stop();
    return !this.#isStopped;
  }

  #counted(down: DBCore): DBCore {
    const begun = new WeakMap<DBCoreTransaction, boolean>();
    const mayBegin = (transaction: DBCoreTransaction): boolean => {
      const known = begun.get(transaction);
      if (known !== undefined) return known;
      const isBegun = this.#next();
      begun.set(transaction, isBegun);
      if (isBegun) this.#follow(transaction);
      return isBegun;
    };
    const within =
      <R extends { trans: DBCoreTransaction }, T>(work: (request: R) => Promise<T>) =>
      (request: R): Promise<T> =>
        mayBegin(request.trans) ? work(request) : never();
    return {
      ...down,
      table: (name) => {
        const table = down.table(name);
        const counted: DBCoreTable = {
          ...table,
          mutate: within(table.mutate),
          get: within(table.get),
          getMany: within(table.getMany),
          query: within(table.query),
          openCursor: within(table.openCursor),
          count: within(table.count),
        };
        return counted;
      },
    };
  }

  #follow(transaction: DBCoreTransaction): void {
    if (!(transaction instanceof IDBTransaction)) throw new TypeError('no transaction');
    this.#underWay += 1;
    const end = (): void => {
      this.#underWay -= 1;
    };
    transaction.addEventListener('complete', end);
    transaction.addEventListener('abort', end);
  }
}

/** Something that a worker does, told anew for each moment at which it is stopped. */
export interface Flow<S> {
  /** What was there before, in an empty database. */
  open(worker: SteppedWorker): Promise<S>;
  act(state: S, worker: SteppedWorker): Promise<void>;
  /** What the next worker does by itself, and what people do who see what is there. */
  goOn(state: S, worker: SteppedWorker): Promise<void>;
  /** Nothing is lost and nothing doubled; `isWhole` where the first worker came to its end. */
  check(state: S, worker: SteppedWorker, isWhole: boolean): Promise<void>;
}

let flows = 0;

/** Stops a worker before each of its steps, and lets another go on. Returns how many steps there were. */
export async function stopEverywhere<S>(flow: Flow<S>): Promise<number> {
  flows += 1;
  const name = `stops-${flows}`;
  const whole = await tell(name, flow, Number.POSITIVE_INFINITY);
  for (let step = 1; step <= whole; step += 1) {
    try {
      await tell(name, flow, step);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`stopped before step ${step} of ${whole}: ${reason}`, { cause: error });
    }
  }
  return whole;
}

async function tell<S>(name: string, flow: Flow<S>, stopAt: number): Promise<number> {
  const next = new SteppedWorker(name, Number.POSITIVE_INFINITY);
  const { tables } = next.database;
  await next.database.transaction('rw', tables, () =>
    Promise.all(tables.map((table) => table.clear())),
  );
  const state = await flow.open(next);
  const first = new SteppedWorker(name, stopAt);
  await first.database.open();
  const done = flow.act(state, first).then(() => true);
  const isWhole = await Promise.race([done, first.stopped.then(() => false)]);
  await first.ended();
  await flow.goOn(state, next);
  await flow.check(state, next, isWhole);
  await next.ended();
  next.database.close();
  first.database.close();
  return first.steps;
}

function tick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}
