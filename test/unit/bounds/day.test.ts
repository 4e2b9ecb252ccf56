import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endVisits } from '../../../lib/worker/history/record-visits';
import { applyRetention } from '../../../lib/worker/history/retention';
import { pageHandlers } from '../../../lib/worker/page-handlers';
import { TabLoads } from '../../../lib/worker/tab-loads';
import { day, retentionPorts } from '../worker/history/stored-history';
import { contact, context, historyOf, searchable, TestWorld } from '../worker/world';

const from = {
  kind: 'page' as const,
  tab: { tabId: 3, windowId: 1, origin: 'https://alpha.example' },
};
const people = Array.from({ length: 50 }, (_each, index) => String(index));
const laps = 3;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Fifty people on two platforms, and a tab that shows one after the other. */
async function openDay() {
  const world = new TestWorld();
  const on = (name: string) =>
    people.map((id) => contact(name, id, { emailKeys: [`p${id}@example.com`] }));
  const texts = Object.fromEntries(people.map((id) => [id, ['one', 'two']]));
  const identify = async ({ conversationId }: { conversationId?: string | undefined }) => {
    const found = on('alpha').find(({ id }) => `c-${id}` === conversationId);
    if (found === undefined) throw new Error('nobody');
    return { kind: 'contact', contact: { ...found, fetchedAt: world.now() }, dropped: 0 } as const;
  };
  for (const name of ['alpha', 'beta']) {
    const first = name === 'alpha' ? { identify } : {};
    const history = historyOf(texts, world.now);
    await world.connect(name, { ...first, ...searchable(on(name), world.now), ...history });
  }
  const descriptors = ['alpha', 'beta'].map((name) => world.definitionOf(name).describe());
  await world.database.platforms.bulkPut(descriptors);
  await world.database.windows.put({ windowId: 1, tabId: 3 });
  const tabLoads = new TabLoads(world);
  const browserPorts = { panelIsOpen: async () => true, wait: async () => undefined };
  const handlers = pageHandlers(world, browserPorts, tabLoads);
  const lap = async () => {
    for (const id of people) {
      const shown = context('alpha', { conversationId: `c-${id}` });
      await handlers['page.context']({ context: shown }, from);
      const screen = await world.database.screens.get(3);
      if (screen === undefined) throw new Error('the tab shows nothing');
      await tabLoads.load(screen, { force: false });
      await endVisits(world);
      world.clock += 150_000;
    }
  };
  return { world, lap };
}

async function rowsOf({ database }: TestWorld): Promise<Record<string, number>> {
  const counts = database.tables.map(async (table) => [table.name, await table.count()] as const);
  return Object.fromEntries(await Promise.all(counts));
}

test('a day with fifty people, seen again and again, leaves the rows of fifty people and no timer', async () => {
  const { world, lap } = await openDay();
  await lap();
  const once = await rowsOf(world);
  expect(once).toMatchObject({ screens: 1, windows: 1, contacts: 100, messages: 200, views: 50 });
  for (let count = 1; count < laps; count += 1) await lap();
  expect(await rowsOf(world)).toEqual(once);
  expect(vi.getTimerCount()).toBe(0);
  world.clock += 31 * day;
  await applyRetention(world, retentionPorts().ports);
  const left = await rowsOf(world);
  // Whoever is on screen stays.
  expect(left).toMatchObject({ messages: 4, conversations: 0, views: 0, sources: 0 });
  expect(left.contacts).toBeLessThanOrEqual(2);
});
