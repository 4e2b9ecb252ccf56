import { beforeEach, describe, expect, test } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';
import { DirectoryJobs, WAKE_MS } from '../../../../lib/worker/directory/jobs';
import { FULL_SCAN_AGE_MS } from '../../../../lib/worker/directory/progress';
import { searchDirectory } from '../../../../lib/worker/directory/readers';
import type { WorkerPorts } from '../../../../lib/worker/ports';
import { TestWorld } from '../world';
import { connectionName, VisitorList } from './contact-list';

let world: TestWorld;
let list: VisitorList;
let alarms: (number | undefined)[];
let jobs: DirectoryJobs;
let ports: WorkerPorts;

/** A worker that was just started over the same database, with nothing in memory. */
function startWorker(): DirectoryJobs {
  const { database, definitionOf, apiOf, now } = world;
  ports = { database, definitionOf, apiOf, now };
  return new DirectoryJobs(ports, { schedule: async (at) => void alarms.push(at) });
}

const row = async () => world.database.directories.get(connectionName);
const indexedIds = async () =>
  (await world.database.contacts.toArray()).map((contact) => contact.id).sort();
const listedIds = () => list.visitors.map((visitor) => visitor.id).sort();
const command = (action: 'start' | 'pause' | 'cancel') =>
  jobs.command({ connectionId: connectionName, action });

beforeEach(async () => {
  world = new TestWorld();
  list = new VisitorList(20, 3);
  alarms = [];
  await world.connect(
    connectionName,
    { directoryPage: (cursor) => list.page(cursor) },
    { find: 'directory', history: 'api' },
  );
  jobs = startWorker();
});

describe('the directory job', () => {
  test('begins when a connection is added, ends with everybody indexed, and leaves no alarm', async () => {
    await jobs.connectionsChanged();
    await jobs.wake();
    expect(await indexedIds()).toEqual(listedIds());
    expect(await row()).toMatchObject({
      job: 'done',
      indexed: 20,
      reachedEnd: true,
      reachesBackTo: 1,
      fullScanAt: world.clock,
    });
    expect(alarms).toContain(world.clock + WAKE_MS);
    expect(alarms.at(-1)).toBeUndefined();
    const served = list.served.length;
    await startWorker().wake();
    expect(list.served.length).toBe(served);
  });

  test('a platform with search gets none', async () => {
    await world.connect('other', {});
    await jobs.connectionsChanged();
    await jobs.wake();
    expect(await world.database.directories.get('other')).toBeUndefined();
  });

  test('asks for one page at a time', async () => {
    let underWay = 0;
    let most = 0;
    const { page } = list;
    list.page = async (cursor) => {
      underWay += 1;
      most = Math.max(most, underWay);
      const answer = await page(cursor);
      underWay -= 1;
      return answer;
    };
    await command('start');
    await Promise.all([jobs.wake(), jobs.wake(), search('v19'), search('nobody')]);
    expect(most).toBe(1);
    expect(await indexedIds()).toEqual(listedIds());
  });

  test('pause keeps the place, and start goes on there', async () => {
    list.beforePage = async (served) => {
      if (served === 3) await command('pause');
    };
    await command('start');
    await jobs.wake();
    expect(await row()).toMatchObject({ job: 'paused', indexed: 9, cursor: '3' });
    const before = list.served.length;
    await command('start');
    await jobs.wake();
    expect(list.served[before]).toBe('3');
    expect(await row()).toMatchObject({ job: 'done', indexed: 20 });
  });

  test('cancel forgets the place, even of the page under way, and keeps what is indexed', async () => {
    list.beforePage = async (served) => {
      if (served === 3) await command('cancel');
    };
    await command('start');
    await jobs.wake();
    const cancelled = await row();
    expect(cancelled).toMatchObject({ indexed: 9, reachedEnd: false });
    expect(cancelled?.cursor).toBeUndefined();
    expect(cancelled?.job).toBeUndefined();
    await jobs.connectionsChanged();
    await jobs.wake();
    expect(list.served.length).toBe(3);
    await command('start');
    await jobs.wake();
    expect(list.served[3]).toBeUndefined();
    expect(await row()).toMatchObject({ job: 'done', indexed: 20 });
  });

  test('a new worker goes on where the last one was stopped', async () => {
    list.beforePage = (served) => (served === 4 ? new Promise(() => undefined) : undefined);
    await command('start');
    await expect.poll(() => list.served.length).toBe(4);
    await startWorker().wake();
    expect(list.served.slice(0, 6)).toEqual([undefined, '1', '2', '3', '3', '4']);
    expect(await row()).toMatchObject({ job: 'done', indexed: 20 });
  });

  test('counts contacts that others stored as well, once', async () => {
    const [seen] = list.visitors.slice(9);
    if (seen === undefined) throw new Error('no visitor');
    list.beforePage = async (served) => {
      if (served === 2) await world.database.contacts.put({ ...seen, fetchedAt: 7 });
    };
    await command('start');
    await jobs.wake();
    expect(await row()).toMatchObject({ indexed: 20 });
  });

  test('a removed connection ends it, and the page under way leaves no trace', async () => {
    list.beforePage = async (served) => {
      if (served !== 2) return;
      await world.database.connections.delete(connectionName);
      await eraseConnectionData(world.database, connectionName);
      await jobs.connectionsChanged();
    };
    await command('start');
    await jobs.wake();
    expect(list.served.length).toBe(2);
    expect(await row()).toBeUndefined();
    expect(await world.database.contacts.count()).toBe(0);
  });

  test('another account under the same connection begins anew without the old one’s page', async () => {
    list.beforePage = async (served) => {
      if (served !== 2) return;
      await eraseConnectionData(world.database, connectionName);
      list = new VisitorList(2, 3);
      await jobs.connectionsChanged();
    };
    await command('start');
    await jobs.wake();
    await expect.poll(row).toMatchObject({ job: 'done', indexed: 2 });
    expect(await indexedIds()).toEqual(['v0', 'v1']);
  });
});

describe('trouble', () => {
  test('a server error is tried again by itself, ever later', async () => {
    list.beforePage = (served) => {
      if (served === 2 || served === 3) throw new TransportError('server-error', { status: 500 });
    };
    await command('start');
    await jobs.wake();
    expect(await row()).toMatchObject({ job: 'running', problem: 'server-error', indexed: 3 });
    expect(alarms.at(-1)).toBe(world.clock + 30_000);
    await jobs.wake();
    expect(list.served.length).toBe(2);
    world.clock += 30_000;
    await jobs.wake();
    expect(alarms.at(-1)).toBe(world.clock + 60_000);
    world.clock += 60_000;
    await jobs.wake();
    const done = await row();
    expect(done).toMatchObject({ job: 'done', indexed: 20 });
    expect(done?.problem).toBeUndefined();
  });

  test('it waits as long as the platform says', async () => {
    const retryAt = world.clock + 600_000;
    list.beforePage = () => {
      throw new TransportError('rate-limited', { status: 429, retryAt });
    };
    await command('start');
    await jobs.wake();
    expect(await row()).toMatchObject({ job: 'running', problem: 'rate-limited', retryAt });
    expect(alarms.at(-1)).toBe(retryAt);
  });

  test('without a network for hours, it goes on two minutes after that is back', async () => {
    let isOffline = true;
    list.beforePage = () => {
      if (isOffline) throw new TransportError('offline');
    };
    await command('start');
    await jobs.wake();
    for (let wakes = 0; wakes < 12; wakes += 1) {
      world.clock = alarms.at(-1) ?? 0;
      await jobs.wake();
    }
    isOffline = false;
    world.clock += 120_000;
    await jobs.wake();
    expect(await row()).toMatchObject({ job: 'done', indexed: 20 });
  });

  test('a refused key pauses it with the reason, and the connection shows it', async () => {
    list.beforePage = () => {
      throw new TransportError('unauthorised', { status: 401 });
    };
    await command('start');
    await jobs.wake();
    expect(await row()).toMatchObject({ job: 'paused', problem: 'wrong-key' });
    expect(alarms.at(-1)).toBeUndefined();
    expect(await world.database.connections.get(connectionName)).toMatchObject({
      health: { state: 'failing', reason: 'wrong-key' },
    });
    list.beforePage = () => undefined;
    await command('start');
    await jobs.wake();
    expect(await row()).toMatchObject({ job: 'done', problem: undefined });
  });

  test.each(['unauthorised', 'locked'] as const)(
    'what was paused for want of access (%s) goes on after that was given, a person’s pause stays',
    async (failure) => {
      list.beforePage = (served) => {
        if (served === 3) throw new TransportError(failure);
      };
      await command('start');
      await jobs.wake();
      expect(await row()).toMatchObject({ job: 'paused', indexed: 6, cursor: '2' });
      list.beforePage = async (served) => {
        if (served === 5) await command('pause');
      };
      await jobs.connectionsChanged();
      await jobs.wake();
      expect(await row()).toMatchObject({ job: 'paused', problem: undefined });
      const before = list.served.length;
      await jobs.connectionsChanged();
      await jobs.wake();
      expect(list.served.length).toBe(before);
    },
  );

  test('a place that the platform no longer knows is forgotten', async () => {
    list.beforePage = (served) => {
      if (served === 3) throw new TransportError('not-found', { status: 404 });
    };
    await command('start');
    await jobs.wake();
    expect(await row()).toMatchObject({ job: 'paused', indexed: 6, cursor: undefined });
  });

  test('full storage pauses it with the reason, and keeps the place', async () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    list.beforePage = (served) => {
      if (served === 3) world.database.contacts.hook('creating', full);
    };
    await command('start');
    await jobs.wake();
    world.database.contacts.hook('creating').unsubscribe(full);
    expect(await row()).toMatchObject({ job: 'paused', problem: 'storage-full', cursor: '2' });
    expect(await world.database.contacts.count()).toBe(6);
    list.beforePage = () => undefined;
    await command('start');
    await jobs.wake();
    expect(await row()).toMatchObject({ job: 'done', indexed: 20, problem: undefined });
  });

  test('storage so full that nothing can be noted ends it for this worker', async () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    await command('start');
    list.beforePage = (served) => {
      if (served === 2) world.database.directories.hook('updating', full);
    };
    await jobs.wake();
    await jobs.wake();
    expect(list.served.length).toBe(2);
    world.database.directories.hook('updating').unsubscribe(full);
    list.beforePage = () => undefined;
    await startWorker().wake();
    expect(await row()).toMatchObject({ job: 'done', indexed: 20 });
  });
});

describe('the list read again', () => {
  async function finishFirst() {
    await command('start');
    await jobs.wake();
    list.served.length = 0;
  }

  test('a week later a search sets the job to it; until then the head is enough', async () => {
    await finishFirst();
    world.clock += FULL_SCAN_AGE_MS - 1;
    await search('nobody');
    await jobs.wake();
    expect(list.served).toEqual([undefined]);
    world.clock += 61_000;
    expect(await search('nobody')).toMatchObject({ reachedEnd: true });
    await jobs.wake();
    expect(new Set(list.served)).toEqual(new Set([undefined, '1', '2', '3', '4', '5', '6']));
    expect(await row()).toMatchObject({ job: 'done', fullScanAt: world.clock });
  });

  test('a clock that was far ahead during the last reading does not put the next one off', async () => {
    await command('start');
    await jobs.wake();
    world.clock -= 400 * 24 * 60 * 60_000;
    await search('nobody');
    await jobs.wake();
    expect(await row()).toMatchObject({ job: 'done', fullScanAt: world.clock });
  });

  test('finds who was hidden between two pages by a deletion', async () => {
    list.beforePage = (served) => {
      if (served === 3) list.delete(0);
    };
    await finishFirst();
    list.beforePage = () => undefined;
    expect(await indexedIds()).not.toEqual(listedIds());
    await command('start');
    await jobs.wake();
    expect(await indexedIds()).toEqual(expect.arrayContaining(listedIds()));
  });

  test('ends where the platform tells no times, and at the first page that holds nothing new', async () => {
    const { page } = list;
    list.page = async (cursor) => {
      const answer = await page(cursor);
      const contacts = answer.contacts.map((each) => ({ ...each, lastSeenAt: undefined }));
      return { ...answer, contacts };
    };
    await finishFirst();
    world.clock += 61_000;
    list.add('late');
    await search('nobody');
    await jobs.wake();
    expect(list.served).toEqual([undefined, '1', undefined]);
    expect(await indexedIds()).toEqual(listedIds());
    expect(await row()).toMatchObject({ job: 'done', reachesBackTo: undefined });
  });

  test('ends though everybody seems to change all the time', async () => {
    const { page } = list;
    list.page = async (cursor) => {
      const answer = await page(cursor);
      const lastSeenAt = list.served.length;
      return { ...answer, contacts: answer.contacts.map((each) => ({ ...each, lastSeenAt })) };
    };
    await finishFirst();
    expect(await indexedIds()).toEqual(listedIds());
    expect(await row()).toMatchObject({ job: 'done' });
  });

  test('called off, it is not begun again by searches', async () => {
    await finishFirst();
    await command('start');
    await command('cancel');
    await jobs.wake();
    world.clock += 2 * FULL_SCAN_AGE_MS;
    list.served.length = 0;
    await search('nobody');
    await jobs.wake();
    expect(list.served).toEqual([undefined]);
  });

  test('a head that a search left half read is read to its end by the job', async () => {
    await finishFirst();
    world.clock += 61_000;
    for (let count = 0; count < 10; count += 1) list.add(`new${count}`);
    await search('new9');
    await jobs.wake();
    expect(await indexedIds()).toEqual(listedIds());
    expect(await row()).toMatchObject({ job: 'done', indexed: 30, unsettled: undefined });
  });
});

function search(id: string) {
  return searchDirectory(ports, connectionName, {
    identifiers: [{ kind: 'email', value: `${id}@example.com` }],
    signal: new AbortController().signal,
    onProgress: async () => undefined,
  });
}
