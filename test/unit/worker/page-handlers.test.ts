import { beforeEach, describe, expect, test } from 'vitest';
import type { PageContext } from '../../../lib/model/page';
import { shownScreen } from '../../../lib/storage/shown-screen';
import { pageHandlers } from '../../../lib/worker/page-handlers';
import { openByHand } from '../../../lib/worker/people/open-by-hand';
import { reassessScreens, saveScreen } from '../../../lib/worker/screens';
import { TabLoads } from '../../../lib/worker/tab-loads';
import { lacksRoom } from '../../../lib/worker/write-with-room';
import { contact, context, TestWorld } from './world';

const from = {
  kind: 'page' as const,
  tab: { tabId: 3, windowId: 1, origin: 'https://alpha.example' },
};
const full = () => {
  throw new DOMException('full', 'QuotaExceededError');
};

let world: TestWorld;
let tabLoads: TabLoads;
let handlers: ReturnType<typeof pageHandlers>;

async function open(merged: (authors: (string | undefined)[]) => void = () => undefined) {
  world = new TestWorld();
  await world.connect('alpha', {}, undefined, {
    mergeCapture: (_stored, items) => {
      merged(items.flatMap(({ author, attachments }) => [author, ...attachments]));
      return [];
    },
  });
  tabLoads = new TabLoads(world);
  handlers = pageHandlers(
    world,
    { panelIsOpen: async () => true, wait: async () => undefined },
    tabLoads,
  );
}

const showing = (conversationId: string, name?: string): PageContext =>
  context('alpha', { conversationId, hints: { name, emails: [], phones: [] } });
const report = (shown: PageContext, tabId = from.tab.tabId) =>
  handlers['page.context']({ context: shown }, { ...from, tab: { ...from.tab, tabId } });
const shownNow = async () => (await world.database.screens.get(3))?.context;

beforeEach(() => open());

describe('practice 19: a tab that turns to another conversation on a full disk', () => {
  test('is shown as nobody’s, not as the one before, and comes back when there is room', async () => {
    await report(showing('one'));
    world.database.screens.hook('updating', full);
    world.database.screens.hook('creating', full);
    await expect(report(showing('two'))).rejects.toThrow();
    expect(await shownNow()).toBeUndefined();
    expect(lacksRoom(world.database)).toBe(true);
    world.database.screens.hook('updating').unsubscribe(full);
    world.database.screens.hook('creating').unsubscribe(full);
    await report(showing('two'));
    expect(await shownNow()).toMatchObject({ conversationId: 'two' });
    expect(lacksRoom(world.database)).toBe(false);
  });
});

describe('connections that change while tabs turn to other conversations', () => {
  /** What the tab shows at the end; the change is told when so many reads have passed. */
  async function shownAfter(change: () => Promise<void>, reads: number) {
    await open();
    for (const tabId of [1, 2]) await saveScreen(world, { ...from.tab, tabId }, showing('other'));
    await report(showing('one'));
    const decidedAgain = reassessScreens(world);
    for (let read = 0; read < reads; read += 1) await world.database.windows.count();
    await Promise.all([change(), decidedAgain]);
    return shownNow();
  }

  test('leave each tab with the one that it shows, and a tab that is gone with none', async () => {
    for (let reads = 0; reads < 12; reads += 1) {
      const turned = await shownAfter(() => report(showing('two')), reads);
      expect(turned?.conversationId).toBe('two');
      const gone = await shownAfter(() => handlers['page.gone']({}, from), reads);
      expect(gone).toBeUndefined();
    }
  });
});

describe('a person who was opened by hand', () => {
  const ben = contact('alpha', '9');
  const opened = async () => (await shownScreen(world.database, 1))?.isOpenedByHand === true;
  async function openBen(isOverTab: boolean) {
    await world.database.contacts.put(ben);
    await world.database.windows.put({ windowId: 1, tabId: 3 });
    await openByHand(world, tabLoads, 1, { contact: ben, isOverTab });
    expect(await opened()).toBe(true);
  }

  test('stays over a conversation whatever that one reports, until the tab turns to another', async () => {
    await report(showing('one'));
    await openBen(true);
    await report({ ...showing('one'), composer: 'note' });
    await report({ ...showing('one'), composerState: { formatting: [], blocked: 'several' } });
    expect(await opened()).toBe(true);
    await report(showing('two'));
    expect(await opened()).toBe(false);
    await report(showing('one'));
    expect(await opened()).toBe(false);
  });

  test('stays while tabs behind turn to conversations, until one of them is in front', async () => {
    for (const isOverTab of [true, false]) {
      await open();
      await report({ ...context('alpha', {}), view: 'none' });
      await openBen(isOverTab);
      await report(showing('two'), 4);
      expect(await opened()).toBe(true);
      await world.database.windows.put({ windowId: 1, tabId: 4 });
      await report(showing('two'), 4);
      expect(await opened()).toBe(false);
      await report({ ...context('alpha', {}), view: 'none' }, 4);
      expect(await opened()).toBe(false);
    }
  });
});

describe('practice 10: what a page calls people and files', () => {
  test('is shown as it is written: of whom the page is about', async () => {
    await report(showing('one', 'Ana \u202egnp.exe'));
    expect((await shownNow())?.hints.name).toBe('Ana [RLO]gnp.exe');
  });

  test('is shown as it is written: of who wrote, and of files', async () => {
    const seen: (string | undefined)[] = [];
    await open((authors) => seen.push(...authors));
    const item = { kind: 'message', direction: 'in', text: 'x' } as const;
    await handlers['page.capture'](
      {
        ...{ platform: 'alpha', conversationId: 'c' },
        items: [
          { ...item, author: 'Sam\u202e', attachments: ['fdp.\u202dexe'] },
          { ...item, author: 'أنا \u200fسوزا', attachments: [] },
          { ...item, attachments: [] },
        ],
      },
      from,
    );
    expect(seen).toEqual(['Sam[RLO]', 'fdp.[LRO]exe', 'أنا \u200fسوزا', undefined]);
  });
});
