import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DirectoryJobs } from '../../../../lib/worker/directory/jobs';
import { FULL_SCAN_AGE_MS } from '../../../../lib/worker/directory/progress';
import { searchDirectory } from '../../../../lib/worker/directory/readers';
import type { WorkerPorts } from '../../../../lib/worker/ports';
import { TestWorld } from '../world';
import { connectionName, VisitorList } from './contact-list';

/** What happens at the platform, or to the browser, right before a page is served. */
type Event =
  | { kind: 'chat' | 'delete' | 'search' | 'look'; place: number }
  | { kind: 'add' | 'kill' }
  | { kind: 'time'; ms: number };

const at = <K extends string>(kind: K) => fc.record({ kind: fc.constant(kind), place: fc.nat(60) });
const plain = <K extends string>(kind: K) => fc.record({ kind: fc.constant(kind) });
const time = fc.record({ kind: fc.constant('time' as const), ms: fc.nat(90_000) });
const harmless = [
  at('chat'),
  at('chat'),
  at('search'),
  at('look'),
  plain('add'),
  plain('kill'),
  time,
];

const eventsOf = (...kinds: fc.Arbitrary<Event>[]) =>
  fc.array(fc.array(fc.oneof(...kinds), { maxLength: 5 }), { maxLength: 40 });

/** A job over a list that changes under it, in a worker that dies now and then. */
class RoughWorld {
  readonly world = new TestWorld();
  #ports = this.#newWorker();
  #jobs = this.#newJobs();
  #events: Event[][];
  #die: () => void = () => undefined;

  constructor(
    readonly list: VisitorList,
    events: readonly Event[][],
  ) {
    this.#events = [...events];
  }

  async begin(): Promise<void> {
    await this.world.connect(connectionName, {}, { find: 'directory', history: 'api' });
    await this.#jobs.connectionsChanged();
  }

  /** Starts workers, one after the death of the other, until the job is done. */
  async finish(): Promise<void> {
    let isDone = false;
    while (!isDone) {
      const death = new Promise<void>((resolve) => {
        this.#die = resolve;
      });
      await Promise.race([this.#jobs.wake(), death]);
      isDone = (await this.world.database.directories.get(connectionName))?.job === 'done';
    }
    this.#events = [];
  }

  search(id: string): Promise<unknown> {
    return searchDirectory(this.#ports, connectionName, {
      identifiers: [{ kind: 'email', value: `${id}@example.com` }],
      signal: new AbortController().signal,
      onProgress: async () => undefined,
    });
  }

  /** Ids of those who are on the platform and not in the store. */
  async missing(): Promise<string[]> {
    const keys = await this.world.database.contacts.toCollection().primaryKeys();
    const indexed = new Set(keys.map(([, id]) => id));
    return this.list.visitors.map((each) => each.id).filter((id) => !indexed.has(id));
  }

  #newWorker(): WorkerPorts {
    const { database, definitionOf, now } = this.world;
    const ports: WorkerPorts = {
      database,
      definitionOf,
      now,
      apiOf: (connection) => ({
        ...this.world.apiOf(connection),
        directoryPage: async (cursor) => {
          // Who comes after the job's end is found by whoever looks next, not by the job.
          const isOver = (await database.directories.get(connectionName))?.job === 'done';
          for (const event of isOver ? [] : (this.#events.shift() ?? [])) await this.#happen(event);
          // Nothing answers a dead worker any more.
          if (this.#ports !== ports) await new Promise(() => undefined);
          return this.list.page(cursor);
        },
      }),
    };
    return ports;
  }

  #newJobs(): DirectoryJobs {
    return new DirectoryJobs(this.#ports, { schedule: async () => undefined });
  }

  async #happen(event: Event): Promise<void> {
    const { list, world } = this;
    if (event.kind === 'chat') list.chat(event.place);
    if (event.kind === 'delete') list.delete(event.place);
    if (event.kind === 'add') list.addNew();
    if (event.kind === 'time') world.clock += event.ms;
    if (event.kind === 'search') void this.search(`v${event.place}`).catch(() => undefined);
    if (event.kind === 'look') await this.#lookAt(event.place);
    if (event.kind !== 'kill') return;
    this.#ports = this.#newWorker();
    this.#jobs = this.#newJobs();
    this.#die();
  }

  /** An agent opens somebody's chat: the contact is stored, whatever the job has read. */
  async #lookAt(place: number): Promise<void> {
    const seen = this.list.visitors[place];
    if (seen === undefined) return;
    await this.world.database.contacts.put({ ...seen, fetchedAt: this.world.clock });
  }
}

const lists = fc.record({ count: fc.nat(40), pageSize: fc.integer({ min: 1, max: 5 }) });

describe('a list that changes while it is read, in a worker that is killed', () => {
  test('hides nobody who chats, is new, was looked at or searched for', async () => {
    await fc.assert(
      fc.asyncProperty(lists, eventsOf(...harmless), async ({ count, pageSize }, events) => {
        const rough = new RoughWorld(new VisitorList(count, pageSize), events);
        await rough.begin();
        await rough.finish();
        expect(await rough.missing()).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('hides nobody beyond the next full reading when others are deleted', async () => {
    await fc.assert(
      fc.asyncProperty(
        lists,
        eventsOf(at('delete'), ...harmless),
        async ({ count, pageSize }, events) => {
          const rough = new RoughWorld(new VisitorList(count, pageSize), events);
          await rough.begin();
          await rough.finish();
          rough.world.clock += FULL_SCAN_AGE_MS + 1;
          await rough.search('nobody');
          await rough.finish();
          expect(await rough.missing()).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
