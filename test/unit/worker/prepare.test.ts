import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { definitions } from '../../../lib/platforms/registry';
import { beginSession, publishPlatforms } from '../../../lib/worker/prepare';
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

test('the platforms are those of this version, and no others', async () => {
  const { database } = new TestWorld();
  const [first, ...others] = definitions.map(({ descriptor }) => descriptor);
  if (first === undefined) throw new Error('no platform');
  await publishPlatforms(database, [first, ...others]);
  expect(await database.platforms.count()).toBe(others.length + 1);
  await publishPlatforms(database, [first]);
  expect(await database.platforms.toArray()).toEqual([first]);
});
