import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { definitions } from '../../../lib/platforms/registry';
import { emptyDirectory } from '../../../lib/worker/directory/progress';
import {
  beginSession,
  Preparation,
  publishInLanguage,
  publishPlatforms,
} from '../../../lib/worker/prepare';
import { unlessFull } from '../../../lib/worker/write-with-room';
import { eventually } from '../eventually';
import { TestWorld } from './world';

beforeEach(() => fakeBrowser.reset());

test('numbers of windows and tabs end with the browser, not with the worker', async () => {
  const { database } = new TestWorld();
  await database.windows.put({ windowId: 1, tabId: 2 });
  await beginSession(database);
  expect(await database.windows.count()).toBe(0);
  await database.windows.put({ windowId: 3, tabId: 4 });
  await beginSession(database);
  expect(await database.windows.toArray()).toEqual([{ windowId: 3, tabId: 4 }]);
});

test('a directory that found no network goes on with the browser’s next start; a limit is kept', async () => {
  const { database } = new TestWorld();
  const row = { ...emptyDirectory('a'), job: 'running', failures: 1, retryAt: 9e15 } as const;
  await database.directories.bulkPut([
    { ...row, problem: 'offline' },
    { ...row, connectionId: 'b', problem: 'rate-limited' },
  ]);
  await beginSession(database);
  const rows = await database.directories.toArray();
  expect(rows.map(({ retryAt }) => retryAt)).toEqual([undefined, 9e15]);
});

test('the platforms are those of this version, and no others', async () => {
  const { database } = new TestWorld();
  const [first, ...others] = definitions.map((each) => each.describe());
  if (first === undefined) throw new Error('no platform');
  await publishPlatforms(database, [first, ...others]);
  expect(await database.platforms.count()).toBe(others.length + 1);
  await publishPlatforms(database, [first]);
  expect(await database.platforms.toArray()).toEqual([first]);
});

test('the language is followed once, however often publishing in it is tried', async () => {
  const full = new DOMException('full', 'AbortError');
  const publish = vi.fn().mockRejectedValueOnce(full).mockRejectedValueOnce(full);
  publish.mockResolvedValue(undefined);
  let change: () => void = () => undefined;
  const follow = vi.fn(async (onChange: () => void) => {
    change = onChange;
  });
  const step = publishInLanguage(follow, publish);
  await expect(step()).rejects.toThrow(full);
  await expect(step()).rejects.toThrow(full);
  await step();
  expect([follow.mock.calls.length, publish.mock.calls.length]).toEqual([1, 3]);

  // A failure then is nobody's unhandled rejection.
  publish.mockRejectedValueOnce(full);
  change();
  await eventually(() => expect(publish).toHaveBeenCalledTimes(4));
});

describe('practice 19: a worker on a bad day', () => {
  const full = () => new DOMException('full', 'QuotaExceededError');

  test('answers though a step fails, and tries that step again with the next message, and no other', async () => {
    const done: string[] = [];
    const failures: unknown[] = [];
    let isFull = true;
    const preparation = new Preparation(
      [
        async () => void done.push('guarded'),
        async () => {
          if (isFull) throw full();
          done.push('published');
        },
      ],
      (error) => failures.push(error),
    );
    await preparation.done();
    expect([done, failures.length]).toEqual([['guarded'], 1]);
    isFull = false;
    await Promise.all([preparation.done(), preparation.done()]);
    await preparation.done();
    expect([done, failures.length]).toEqual([['guarded', 'published'], 1]);
  });

  test('says that storage is lacking instead of failing, and hides no other failure', async () => {
    expect(await unlessFull(async () => 1)).toBeUndefined();
    expect(await unlessFull(() => Promise.reject(full()))).toBe('storage-full');
    expect(await unlessFull(() => Promise.reject({ name: 'AbortError', inner: full() }))).toBe(
      'storage-full',
    );
    await expect(unlessFull(() => Promise.reject(new TypeError('no')))).rejects.toThrow('no');
  });
});
