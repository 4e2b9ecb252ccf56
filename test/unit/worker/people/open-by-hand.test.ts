import { expect, test } from 'vitest';
import { readPanelSnapshot, snapshotSubject } from '../../../../lib/storage/panel-snapshot';
import { openedTabId, shownScreen } from '../../../../lib/storage/shown-screen';
import { anchorsInFront } from '../../../../lib/worker/history/record-visits';
import { closeOpened, closeOutlived, openByHand } from '../../../../lib/worker/people/open-by-hand';
import { insertOnPage } from '../../../../lib/worker/replies/insertions';
import { pageLink } from '../../../../lib/worker/replies/page-link';
import { reassessScreens, saveScreen } from '../../../../lib/worker/screens';
import { TabLoads } from '../../../../lib/worker/tab-loads';
import { contact, context, historyOf, searchable, TestWorld } from '../world';

const ana = contact('alpha', '1', { emailKeys: ['ana@mail.org'] });
const beta = contact('beta', '9', { emailKeys: ['ana@mail.org'] });
const tab = { tabId: 3, windowId: 1, origin: 'https://alpha.example' };

/** Two platforms that know Ana, and a tab in front that shows no conversation. */
async function setUp() {
  const world = new TestWorld();
  for (const each of [ana, beta]) {
    await world.connect(each.connectionId, {
      ...searchable([each], world.now),
      ...historyOf({}, world.now),
    });
  }
  await world.database.contacts.bulkPut([ana, beta]);
  await world.database.windows.put({ windowId: 1, tabId: 3 });
  return { world, tabLoads: new TabLoads(world) };
}

test('a person who was opened is loaded from all platforms, though no page shows them', async () => {
  const { world, tabLoads } = await setUp();
  await openByHand(world, tabLoads, 1, { contact: ana });
  const screen = await shownScreen(world.database, 1);
  if (screen === undefined) throw new Error('nothing is shown');
  await tabLoads.load(screen, { force: false });
  const { contacts, sources } = await readPanelSnapshot(world.database, 1);
  expect(contacts.map(({ connectionId, id }) => `${connectionId}/${id}`)).toEqual([
    'alpha/1',
    'beta/9',
  ]);
  expect(sources.map(({ phase }) => phase)).toEqual(['settled', 'settled']);
  expect([...(await anchorsInFront(world.database))]).toEqual(['alpha/1']);
});

test('a conversation in front comes before them, and the list of conversations does not', async () => {
  const { world, tabLoads } = await setUp();
  await openByHand(world, tabLoads, 1, { contact: beta });
  await saveScreen(world, tab, { ...context('alpha', {}), view: 'none' });
  expect((await shownScreen(world.database, 1))?.anchor).toBe('beta/9');
  await saveScreen(world, tab, context('alpha', { contactId: '1' }));
  expect((await shownScreen(world.database, 1))?.tabId).toBe(3);
});

test('opening somebody else, or closing, gives the panel something new to ask for', async () => {
  const { world, tabLoads } = await setUp();
  const before = snapshotSubject(await readPanelSnapshot(world.database, 1));
  await openByHand(world, tabLoads, 1, { contact: ana });
  const first = snapshotSubject(await readPanelSnapshot(world.database, 1));
  await openByHand(world, tabLoads, 1, { contact: beta });
  const second = snapshotSubject(await readPanelSnapshot(world.database, 1));
  expect(new Set([before, first, second]).size).toBe(3);
  await closeOpened(world, tabLoads, 1);
  expect(await world.database.screens.toArray()).toEqual([]);
  expect(snapshotSubject(await readPanelSnapshot(world.database, 1))).toBe(before);
});

test('other windows show what they showed before', async () => {
  const { world, tabLoads } = await setUp();
  await world.database.windows.put({ windowId: 2, tabId: 8 });
  await openByHand(world, tabLoads, 1, { contact: ana });
  expect(await shownScreen(world.database, 2)).toBeUndefined();
});

test('an account that is removed takes whoever was opened in it along', async () => {
  const { world, tabLoads } = await setUp();
  await openByHand(world, tabLoads, 1, { contact: beta });
  await reassessScreens(world);
  expect(await world.database.screens.get(openedTabId(1))).toMatchObject({ phase: 'identified' });
  await world.database.connections.delete('beta');
  await reassessScreens(world);
  expect(await world.database.screens.toArray()).toEqual([]);
});

test('a contact that is not stored opens nothing', async () => {
  const { world, tabLoads } = await setUp();
  await openByHand(world, tabLoads, 1, { contact: { connectionId: 'beta', id: '404' } });
  expect(await world.database.screens.toArray()).toEqual([]);
});

test('no text is inserted for a person whom no page shows', async () => {
  const { world, tabLoads } = await setUp();
  await openByHand(world, tabLoads, 1, { contact: ana });
  const screen = await shownScreen(world.database, 1);
  const outcome = await insertOnPage(world, pageLink, async () => screen, {
    windowId: 1,
    tabId: openedTabId(1),
    insertionId: 'one',
    subject: screen?.subject ?? '',
    mode: 'reply',
    text: { blocks: [] },
  });
  expect(outcome).toEqual({ kind: 'refused', reason: 'page-gone' });
});

test('opened over a conversation, a person is shown as long as that one is in front', async () => {
  const { world, tabLoads } = await setUp();
  const { database } = world;
  await saveScreen(world, tab, context('alpha', { contactId: '1' }));
  await openByHand(world, tabLoads, 1, { contact: beta, isOverTab: true });
  await closeOutlived(world, tabLoads, 1);
  expect((await shownScreen(database, 1))?.anchor).toBe('beta/9');
  await saveScreen(world, tab, context('alpha', { contactId: '2' }));
  expect((await shownScreen(database, 1))?.tabId).toBe(3);
  await closeOutlived(world, tabLoads, 1);
  // Who comes back to the first conversation sees that one.
  await saveScreen(world, tab, context('alpha', { contactId: '1' }));
  expect((await shownScreen(database, 1))?.tabId).toBe(3);
  expect(await database.screens.get(openedTabId(1))).toBeUndefined();
});

test('opened where there is no conversation, a person is closed when one comes to the front', async () => {
  const { world, tabLoads } = await setUp();
  const { database } = world;
  await saveScreen(world, { ...tab, tabId: 4 }, context('alpha', { contactId: '1' }));
  await openByHand(world, tabLoads, 1, { contact: beta });
  await closeOutlived(world, tabLoads, 1);
  expect((await shownScreen(database, 1))?.anchor).toBe('beta/9');
  await database.windows.put({ windowId: 1, tabId: 4 });
  await closeOutlived(world, tabLoads, 1);
  expect(await database.screens.get(openedTabId(1))).toBeUndefined();
});
