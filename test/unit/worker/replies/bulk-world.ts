import type { Transport, TransportRequest } from '../../../../lib/http/transport';
import { TransportError } from '../../../../lib/http/transport-error';
import type { BulkItemRow, BulkKind, BulkRunRow } from '../../../../lib/model/bulk-run';
import type { Connection } from '../../../../lib/model/connection';
import type { Reply } from '../../../../lib/model/reply';
import { BulkRuns } from '../../../../lib/worker/replies/bulk-runs';
import { createWorld } from '../../../helpdesks/world/world';
import { apiOver, onChatwoot, onKustomer } from '../../platforms/emulated';
import { reply } from '../../replies/samples';
import { TestWorld } from '../world';

/** What happens to a write on its way; `lost`, `cut`: it arrives, and no answer or half of one comes back. */
type Fate = 'ok' | 'lost' | 'cut' | 'never' | TransportError;

const people = createWorld(Date.UTC(2026, 10, 20, 12));

/** A library of one's own and an emulated helpdesk behind a wire that a test spoils. */
export class BulkWorld extends TestWorld {
  /** Asked for each write, counted from 0. */
  fate: (write: number) => Fate = () => 'ok';
  /** Nothing reaches the helpdesk. */
  isOffline = false;
  /** Called after each write that arrived. */
  onWritten: (write: number) => void | Promise<void> = () => undefined;
  /** What is due to wake the worker (epoch ms). */
  alarm: number | undefined;
  writes = 0;
  reads = 0;
  runs = this.#worker();
  #ids = 0;
  /** Makes the platforms' APIs as a worker that starts has them. */
  #renewApis: (() => void) | undefined;

  /** A worker that starts, with nothing but what is stored. */
  #worker(): BulkRuns {
    return new BulkRuns(this, {
      schedule: async (at) => {
        this.alarm = at;
      },
      newId: () => {
        this.#ids += 1;
        return `new-${this.#ids}`;
      },
      wait: async (ms, signal) => {
        signal?.throwIfAborted();
        this.clock += ms;
      },
    });
  }

  /** The browser stops the worker and starts another. */
  restart(): void {
    this.runs.stop();
    this.runs = this.#worker();
    this.#renewApis?.();
  }

  async chatwoot() {
    const { emulator, connection, transport } = onChatwoot(people);
    await this.#connect(connection, transport);
    const [account] = emulator.installation('app.chatwoot.com').accounts;
    if (account === undefined) throw new TypeError('the world is empty');
    return account;
  }

  async kustomer(switches: Parameters<typeof onKustomer>[1] = {}) {
    const { emulator, connection, transport } = onKustomer(people, switches);
    await this.#connect(connection, transport);
    return emulator;
  }

  async #connect(connection: Connection, transport: Transport): Promise<void> {
    const { id, platform } = connection;
    await this.connect(platform, {}, undefined, {});
    await this.database.connections.delete(platform);
    await this.database.connections.put(connection);
    const spoiled = this.#spoiled(transport);
    this.#renewApis = () => this.apis.set(id, apiOver(connection, spoiled));
    this.#renewApis();
  }

  #spoiled(inner: Transport): Transport {
    return {
      send: async (request: TransportRequest) => {
        if (this.isOffline) throw new TransportError('offline');
        if (request.method === 'GET') {
          this.reads += 1;
          return inner.send(request);
        }
        const write = this.writes;
        this.writes += 1;
        const fate = this.fate(write);
        if (fate instanceof TransportError) throw fate;
        if (fate === 'never') throw new TransportError('offline');
        const answer = await inner.send(request);
        await this.onWritten(write);
        if (fate === 'lost') throw new TransportError('timeout');
        if (fate === 'cut') throw new TransportError('not-json', { status: 200 });
        return answer;
      },
    };
  }

  /** Responses of the own library. */
  async own(...replies: Partial<Reply>[]): Promise<Reply[]> {
    const rows = replies.map((each) => reply({ source: 'own', ...each }));
    await this.database.replies.bulkPut(rows);
    return rows;
  }

  /** Finds out what a run would do; gives its id. */
  async plan(kind: BulkKind, replies: readonly Reply[], more: Partial<PlanMore> = {}) {
    const answer = await this.runs.plan({
      kind,
      replies: replies.map(({ source, id }) => ({ source, id })),
      ...{ entries: [], leftOut: [], tags: { add: [], remove: [] } },
      ...more,
    });
    if (answer.kind === 'failed') throw new TypeError(answer.message);
    return answer.id;
  }

  async act(run: string, action: Parameters<BulkRuns['act']>[0]['action']) {
    const answer = await this.runs.act({ run, action });
    if (answer.kind === 'failed') throw new TypeError(answer.message);
    await this.untilIdle();
    return this.run(run);
  }

  /** Wakes the worker as often as its alarm does. */
  async untilIdle(): Promise<void> {
    await this.runs.wake();
    while (this.alarm !== undefined) {
      this.clock = Math.max(this.clock, this.alarm);
      await this.runs.wake();
    }
  }

  async run(id: string): Promise<BulkRunRow> {
    const run = await this.database.bulkRuns.get(id);
    if (run === undefined) throw new TypeError('no such run');
    return run;
  }

  items(run: string): Promise<BulkItemRow[]> {
    return this.database.bulkItems.where('run').equals(run).toArray();
  }
}

interface PlanMore {
  target: string;
  entries: Reply[];
  leftOut: { name: string; why: string }[];
  tags: { add: string[]; remove: string[] };
}
