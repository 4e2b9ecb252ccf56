import { beforeEach, describe, expect, test } from 'vitest';
import type { CapturedItem } from '../../../../lib/model/page';
import type { WalkReport } from '../../../../lib/model/walk';
import { saveCapture } from '../../../../lib/worker/history/capture';
import { saveCapturedContact } from '../../../../lib/worker/history/captured-contact';
import { orderWalk, saveWalk } from '../../../../lib/worker/history/walks';
import { saveScreen } from '../../../../lib/worker/screens';
import { contact, context, message, TestWorld } from '../world';

const tab = { tabId: 3, windowId: 1, origin: 'https://gamma.example' };
const item = (text: string): CapturedItem => ({
  ...({ kind: 'message', direction: 'in' } as const),
  ...{ text, attachments: [] },
});

let world: TestWorld;

beforeEach(async () => {
  world = new TestWorld();
  await world.connect('gamma', {}, undefined, {
    capturedAt: () => 42,
    contactFromPage: (page, { connection }) => contact(connection.id, page.conversationId ?? ''),
    mergeCapture: (stored, items, at) =>
      stored.length > 0
        ? [...stored]
        : items.map((each, index) => ({
            ...message(contact('gamma', at.contactId), `${at.conversationId}-${index}`, each.text),
            ...{ conversationId: at.conversationId, sequence: index },
          })),
  });
});

/** The tab shows this conversation, and what it says is held. */
async function show(conversationId: string): Promise<void> {
  const page = context('gamma', { conversationId });
  await saveCapturedContact(world, tab, page);
  await saveScreen(world, tab, page);
  const items = ['one', 'two', 'three'].map(item);
  await saveCapture(world, tab, { platform: 'gamma', conversationId, items });
}

const report = (end?: WalkReport['end'], more: Partial<WalkReport> = {}): WalkReport => ({
  ...{ platform: 'gamma', conversationId: 'a', count: 3, oldest: item('one') },
  end,
  ...more,
});
const row = async () => (await world.database.screens.get(3)) ?? Promise.reject(new Error('none'));
const walk = async () => (await row()).walk;
const readThrough = async (id: string) =>
  (await world.database.conversations.get(['gamma', id]))?.readThrough;
const coverageOf = async (id: string) =>
  (await world.database.histories.get(['gamma', id]))?.coverage;

/** A page that takes every word, or none, and keeps count of what it was told. */
function linkTo(isThere: boolean) {
  const told: unknown[] = [];
  return {
    told,
    start: async (...order: unknown[]) => told.push(['start', ...order]) > 0 && isThere,
    stop: async (...order: unknown[]) => told.push(['stop', ...order]) > 0 && isThere,
  };
}

describe('what a page tells of its walk', () => {
  test('is kept for the panel while it goes on, and proves nothing yet', async () => {
    await show('a');
    await saveWalk(world, tab, report());
    expect(await walk()).toEqual({
      ...{ conversationId: 'a', count: 3, reachesBackTo: 42 },
      ...{ end: undefined, heardAt: world.clock },
    });
    expect(await readThrough('a')).toBeUndefined();
  });

  test('makes the conversation complete once the first message is proven, and the panel asks again', async () => {
    await show('a');
    const { round } = await row();
    await saveWalk(world, tab, report('nothing-older'));
    expect(await readThrough('a')).toEqual({
      ...{ proof: 'nothing-older', firstId: 'a-0', asOf: world.clock },
    });
    expect(await coverageOf('a')).toMatchObject({ wholeAsOf: world.clock, walked: { count: 3 } });
    expect((await row()).round).toBe(round + 1);
  });

  test('says how far it came where it was stopped, and takes back nothing that was proven', async () => {
    await show('a');
    await saveWalk(world, tab, report('agent'));
    expect(await coverageOf('a')).toMatchObject({ walked: { count: 3 } });
    expect((await coverageOf('a'))?.state).not.toBe('complete');
    await saveWalk(world, tab, report('start-mark'));
    await saveWalk(world, tab, report('agent'));
    expect((await readThrough('a'))?.proof).toBe('start-mark');
  });

  test('proves nothing of a conversation that the tab does not show', async () => {
    await show('a');
    await show('b');
    await saveWalk(world, tab, report('start-mark', { conversationId: 'a' }));
    expect(await readThrough('a')).toBeUndefined();
    expect(await walk()).toBeUndefined();
  });

  test.each([
    ['another tab', { ...tab, tabId: 4 }],
    ['another origin', { ...tab, origin: 'https://evil.example' }],
  ])('proves nothing when it comes from %s', async (_name, from) => {
    await show('a');
    await saveWalk(world, from, report('start-mark'));
    expect(await readThrough('a')).toBeUndefined();
    expect(await walk()).toBeUndefined();
  });

  test('proves nothing of a conversation of the same id in another account', async () => {
    await show('a');
    await world.database.screens.where('tabId').equals(3).modify({ connectionId: 'other' });
    await saveWalk(world, tab, report('start-mark'));
    expect(await readThrough('a')).toBeUndefined();
  });

  test('goes on where it was when the worker died in mid-walk', async () => {
    await show('a');
    await saveWalk(world, tab, report(undefined, { count: 1 }));
    const after = new TestWorld(world.database);
    for (const [name, definition] of world.definitions) after.definitions.set(name, definition);
    await saveWalk(after, tab, report(undefined, { count: 2 }));
    expect(await walk()).toMatchObject({ count: 2 });
    await saveWalk(after, tab, report('start-mark'));
    expect(await coverageOf('a')).toMatchObject({ wholeAsOf: world.clock });
  });
});

describe('having a page read', () => {
  test('asks the tab that shows the conversation, and leaves the telling to it', async () => {
    await show('a');
    const link = linkTo(true);
    await orderWalk(world, link, await row(), 'start');
    await orderWalk(world, link, await row(), 'stop');
    expect(link.told).toEqual([
      ['start', 3, 'a'],
      ['stop', 3],
    ]);
    expect(await walk()).toBeUndefined();
  });

  test.each(['start', 'stop'] as const)(
    'a page that cannot be reached for a %s is told, with what was read',
    async (action) => {
      await show('a');
      await saveWalk(world, tab, report());
      await orderWalk(world, linkTo(false), await row(), action);
      expect(await walk()).toMatchObject({ end: 'page-gone', count: 3, reachesBackTo: 42 });
    },
  );

  test('a stop that comes when the walk has ended leaves its end as it is', async () => {
    await show('a');
    await saveWalk(world, tab, report('start-mark'));
    await orderWalk(world, linkTo(false), await row(), 'stop');
    expect(await walk()).toMatchObject({ end: 'start-mark' });
  });

  test('nothing is said of a conversation that was left while the page was asked', async () => {
    await show('a');
    const shown = await row();
    await show('b');
    await orderWalk(world, linkTo(false), shown, 'start');
    expect(await walk()).toBeUndefined();
  });

  test('a person who was opened by hand, and a page without a conversation, have no page to be read', async () => {
    await show('a');
    const link = linkTo(true);
    const shown = await row();
    await orderWalk(world, link, { ...shown, isOpenedByHand: true }, 'start');
    await orderWalk(world, link, { ...shown, context: context('gamma') }, 'start');
    expect(link.told).toEqual([]);
  });
});
