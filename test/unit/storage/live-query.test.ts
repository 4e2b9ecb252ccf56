import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DesksideDatabase } from '../../../lib/storage/database';
import { type DatabaseChange, type Followed, follow } from '../../../lib/storage/live-query';
import { eventually } from '../eventually';
import { conversation, message } from '../timeline/samples';

const database = new DesksideDatabase('followed');
const ends: (() => void)[] = [];
const error = vi.fn();

beforeEach(async () => {
  error.mockReset();
  await database.open();
});

afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await database.delete();
});

/** What was read, newest last. */
function collect<T>(followed: Followed<T>): { values: T[]; end(): void } {
  const values: T[] = [];
  const end = follow(database, followed, { next: (value) => values.push(value), error });
  ends.push(end);
  return { values, end };
}

const countMessages = () => ({
  tables: [database.messages],
  read: () => database.messages.count(),
});

describe('follow', () => {
  it('reads at once, and again after each write to one of its tables', async () => {
    const { values } = collect(countMessages());
    await eventually(() => expect(values).toEqual([0]));
    await database.messages.put(message({ id: '1' }));
    await eventually(() => expect(values).toEqual([0, 1]));
    await database.messages.bulkDelete([['cw', '1']]);
    await eventually(() => expect(values).toEqual([0, 1, 0]));
  });

  it('misses nothing that is written while it reads, also inside a transaction', async () => {
    const { values } = collect(countMessages());
    for (let index = 0; index < 20; index += 1) {
      await database.transaction('rw', database.messages, async () => {
        await database.messages.put(message({ id: `a${index}` }));
        await database.messages.put(message({ id: `b${index}` }));
      });
    }
    await eventually(() => expect(values.at(-1)).toBe(40));
    // Never half of a transaction.
    expect(values.filter((count) => count % 2 === 1)).toEqual([]);
  });

  it('is not woken by other tables, nor after its end', async () => {
    const { values, end } = collect(countMessages());
    const other = collect({
      tables: [database.conversations],
      read: () => database.conversations.count(),
    });
    await eventually(() => expect(values).toEqual([0]));
    await database.conversations.put(conversation({ id: '1' }));
    await eventually(() => expect(other.values.at(-1)).toBe(1));
    expect(values).toEqual([0]);
    end();
    await database.messages.put(message({ id: '1' }));
    await database.conversations.put(conversation({ id: '2' }));
    await eventually(() => expect(other.values.at(-1)).toBe(2));
    expect(values).toEqual([0]);
  });

  it('cannot read what it does not follow', async () => {
    const { values } = collect({
      tables: [database.messages],
      read: () => database.conversations.count(),
    });
    await eventually(() => expect(error).toHaveBeenCalledTimes(1));
    expect(values).toEqual([]);
  });
});

describe('Change', () => {
  const key = (at: number) => ['cw', 'ana', at];

  /** The changes that one act made. */
  async function changesOf(act: () => Promise<unknown>): Promise<DatabaseChange[]> {
    const changes: DatabaseChange[] = [];
    const concerns = (change: DatabaseChange) => {
      // Dexie tells of the databases of other threads, too.
      if (database.tables.some(({ name }) => change.isIn(name))) changes.push(change);
      return false;
    };
    const { end } = collect({ ...countMessages(), concerns });
    await act();
    await eventually(() => expect(changes).not.toEqual([]));
    end();
    return changes;
  }

  const touches = (changes: DatabaseChange[], from: number, to: number) =>
    changes.some((change) =>
      change.touches('messages', '[connectionId+contactId+sentAt]', key(from), key(to)),
    );
  const replaces = (changes: DatabaseChange[], connectionId: string, ...ids: string[]) =>
    changes.some((change) =>
      change.replaces(
        'messages',
        connectionId,
        ids.map((id) => ({ id })),
      ),
    );

  it('tells where a row was put, and which one may have stood elsewhere', async () => {
    const changes = await changesOf(() =>
      database.messages.put(message({ id: '7', contactId: 'ana', sentAt: 70 })),
    );
    expect(touches(changes, 60, 80)).toBe(true);
    expect(touches(changes, 71, Number.POSITIVE_INFINITY)).toBe(false);
    expect(replaces(changes, 'cw', '6', '7')).toBe(true);
    expect(replaces(changes, 'cw', '6')).toBe(false);
    expect(replaces(changes, 'ku', '7')).toBe(false);
    expect(changes.every((change) => change.isIn('messages'))).toBe(true);
    expect(changes.some((change) => change.isIn('conversations'))).toBe(false);
  });

  it('counts a deletion by the stretch, and a large write, for everything', async () => {
    await database.messages.put(message({ id: '7' }));
    const cleared = await changesOf(() => database.messages.clear());
    expect(replaces(cleared, 'cw', 'any')).toBe(true);
    const many = Array.from({ length: 60 }, (_none, index) => message({ id: `${index}` }));
    const written = await changesOf(() => database.messages.bulkPut(many));
    expect(touches(written, 5_000, 5_001)).toBe(true);
  });
});

it('tells of a database that did not open, also when that was tried before', async () => {
  const broken = new DesksideDatabase('broken');
  broken.on('ready', () => Promise.reject(new Error('no room')));
  await expect(broken.open()).rejects.toThrow();
  const next = vi.fn();
  const followed = { tables: [broken.messages], read: () => broken.messages.count() };
  ends.push(follow(broken, followed, { next, error }));
  await eventually(() => expect(error).toHaveBeenCalledOnce());
  expect(next).not.toHaveBeenCalled();
});

describe('readings that are at least so far apart', () => {
  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const add = (id: string) => database.messages.put(message({ id }));

  beforeEach(async () => {
    await database.messages.count();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('answer a change at once after a quiet moment, and those that follow together', async () => {
    const { values } = collect({ ...countMessages(), leastApart: 60 });
    await settled();
    vi.advanceTimersByTime(60);
    await add('1');
    await settled();
    expect(values).toEqual([0, 1]);
    for (const id of ['2', '3', '4']) await add(id);
    vi.advanceTimersByTime(59);
    await settled();
    expect(values).toEqual([0, 1]);
    vi.advanceTimersByTime(1);
    await settled();
    expect(values).toEqual([0, 1, 4]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('come at once when somebody waits for them', async () => {
    let isAwaited = false;
    const { values } = collect({ ...countMessages(), leastApart: 60, isAwaited: () => isAwaited });
    await settled();
    await add('1');
    await settled();
    expect(values).toEqual([0]);
    isAwaited = true;
    await add('2');
    await settled();
    expect(values).toEqual([0, 2]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('do not come after the end', async () => {
    const { values, end } = collect({ ...countMessages(), leastApart: 60 });
    await settled();
    await add('1');
    end();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(1_000);
    await settled();
    expect(values).toEqual([0]);
  });
});
