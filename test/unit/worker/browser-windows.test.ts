import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openedTabId } from '../../../lib/storage/shown-screen';
import { openOptions, watchTabs } from '../../../lib/worker/browser-windows';
import { TabLoads } from '../../../lib/worker/tab-loads';
import { lacksRoom } from '../../../lib/worker/write-with-room';
import { TestWorld } from './world';

beforeEach(() => fakeBrowser.reset());

test('practice 19: on a full disk a window shows nobody rather than whom it showed before, and work for that one ends', async () => {
  const world = new TestWorld();
  const tabLoads = new TabLoads(world);
  const ended = vi.spyOn(tabLoads, 'abortAllBut');
  let activate = async (_tab: { tabId: number; windowId: number }): Promise<void> => undefined;
  vi.spyOn(browser.tabs.onActivated, 'addListener').mockImplementation((listener) => {
    activate = async (tab) => listener(tab);
  });
  for (const event of [browser.tabs.onReplaced, browser.tabs.onAttached]) {
    vi.spyOn(event, 'addListener').mockImplementation(() => undefined);
  }
  watchTabs(world, tabLoads);
  await activate({ windowId: 1, tabId: 2 });
  expect(await world.database.windows.toArray()).toEqual([{ windowId: 1, tabId: 2 }]);
  world.database.windows.hook('updating', () => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await activate({ windowId: 1, tabId: 9 });
  expect(await world.database.windows.toArray()).toEqual([]);
  expect(lacksRoom(world.database)).toBe(true);
  expect(ended).toHaveBeenLastCalledWith(new Set([9, openedTabId(1)]));
});

test('the settings open at the form or the part that is asked for', async () => {
  const create = vi.spyOn(browser.tabs, 'create');
  const places = async (...args: Parameters<typeof openOptions>) => {
    await openOptions(...args);
    return String(create.mock.lastCall?.[0].url);
  };
  expect(await places(undefined)).toMatch(/options\.html$/);
  expect(await places(undefined, 'responses')).toMatch(/options\.html#responses$/);
  expect(await places('chatra')).toMatch(/options\.html#connect\/chatra$/);
});
