import { expect, test } from 'vitest';
import type { Contact } from '../../../lib/model/contact';
import { raiseRound, saveScreen } from '../../../lib/worker/screens';
import { TabLoads } from '../../../lib/worker/tab-loads';
import { contact, context, historyOf, searchable, TestWorld } from './world';

const tab = { tabId: 3, windowId: 1, origin: 'https://alpha.example' };

/** A history that goes on only when it is let go; counts how often it was read. */
function pausedHistory(world: TestWorld) {
  const waiting: (() => void)[] = [];
  const { history, read } = historyOf({}, world.now);
  return {
    read,
    letGo: () => waiting.shift()?.(),
    history: async function* (of: Contact) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      yield* history(of);
    },
    begun: () => waiting.length,
  };
}

test('two tried again in a row, the first ending last but one: the tab is looked at again', async () => {
  const world = new TestWorld();
  const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
  const identify = async () =>
    ({ kind: 'contact', contact: { ...ana, fetchedAt: world.now() }, dropped: 0 }) as const;
  const histories = new Map<string, ReturnType<typeof pausedHistory>>();
  for (const [name, id] of [
    ['alpha', '1'],
    ['beta', '2'],
    ['gamma', '3'],
  ] as const) {
    const history = pausedHistory(world);
    histories.set(name, history);
    const there = contact(name, id, { emailKeys: ['ana@example.com'] });
    const first = name === 'alpha' ? { identify } : {};
    await world.connect(name, { ...first, ...searchable([there], world.now), ...history });
  }
  const of = (name: string) => {
    const history = histories.get(name);
    if (history === undefined) throw new Error(name);
    return history;
  };
  const begun = (name: string) => expect.poll(() => of(name).begun()).toBe(1);
  const screen = async () => {
    const row = await world.database.screens.get(tab.tabId);
    if (row === undefined) throw new Error('the tab shows nothing');
    return row;
  };
  let ended = 0;
  const tabLoads = new TabLoads(world, () => {
    ended += 1;
  });
  await saveScreen(world, tab, context('alpha', { conversationId: 'c-1' }));
  const whole = tabLoads.load(await screen(), { force: false });
  for (const name of ['alpha', 'beta', 'gamma']) await begun(name);
  of('beta').letGo();
  of('gamma').letGo();
  await expect.poll(() => [of('beta').read.length, of('gamma').read.length]).toEqual([1, 1]);

  const beta = tabLoads.load(await screen(), { force: true, only: 'beta' });
  await begun('beta');
  of('alpha').letGo();
  await expect.poll(() => ended).toBe(1);
  await new Promise(setImmediate);
  const gamma = tabLoads.load(await screen(), { force: true, only: 'gamma' });
  await begun('gamma');
  of('beta').letGo();
  await beta;
  of('gamma').letGo();
  await Promise.all([gamma, whole]);

  world.clock += 120_000;
  const again = tabLoads.load(await screen(), { force: false });
  await begun('alpha');
  for (const name of ['alpha', 'beta', 'gamma']) {
    await begun(name);
    of(name).letGo();
  }
  await again;
  expect(of('alpha').read.length).toBe(2);
});

/** Ana on screen, found by a platform that answers when it is let go. */
async function anaOnScreen() {
  const world = new TestWorld();
  const waiting: (() => void)[] = [];
  let asked = 0;
  const identify = async () => {
    asked += 1;
    await new Promise<void>((resolve) => waiting.push(resolve));
    return { kind: 'contact', contact: contact('alpha', '1'), dropped: 0 } as const;
  };
  await world.connect('alpha', { ...searchable([]), identify });
  await saveScreen(world, tab, context('alpha', { conversationId: 'c-1' }));
  const screen = await world.database.screens.get(tab.tabId);
  if (screen === undefined) throw new Error('the tab shows nothing');
  const load = new TabLoads(world);
  return { world, screen, tabLoads: load, asked: () => asked, letGo: () => waiting.shift()?.() };
}

test('what was aborted by a change of the tab and still writes is waited for before anything is erased', async () => {
  const { world, screen, tabLoads, asked, letGo } = await anaOnScreen();
  const { contacts, sightings } = world.database;
  const known = world.definitionOf;
  let erased: Promise<unknown> | undefined;
  const load = tabLoads.load(screen, { force: false });
  await expect.poll(asked).toBe(1);
  // Called again when what was answered is about to be written.
  world.definitionOf = (platform) => {
    tabLoads.abort(tab.tabId);
    erased ??= tabLoads.stopAll().then(() => Promise.all([contacts.clear(), sightings.clear()]));
    return known(platform);
  };
  letGo();
  await load;
  await erased;
  expect([await contacts.count(), await sightings.count()]).toEqual([0, 0]);
});

test('a load that is asked for while something is erased begins afterwards', async () => {
  const { screen, tabLoads, asked, letGo } = await anaOnScreen();
  let load: Promise<void> | undefined;
  await tabLoads.whileStopped(async () => {
    load = tabLoads.load(screen, { force: false });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked()).toBe(0);
  });
  await expect.poll(asked).toBe(1);
  letGo();
  await load;
});

test('a load that nobody wants any longer when the erasing is done asks nobody', async () => {
  const { screen, tabLoads, asked } = await anaOnScreen();
  let load: Promise<void> | undefined;
  await tabLoads.whileStopped(async () => {
    load = tabLoads.load(screen, { force: false });
    tabLoads.abort(tab.tabId);
  });
  await load;
  expect(asked()).toBe(0);
});

test('the end of work for the conversation before leaves alone the load for the one on screen', async () => {
  const { world, screen, tabLoads, asked, letGo } = await anaOnScreen();
  const before = { ...screen, subject: 'the conversation before' };
  let ended = false;
  const other = tabLoads.beside(before, async (signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    ended = true;
  });
  const load = tabLoads.load(screen, { force: false });
  await expect.poll(asked).toBe(1);
  tabLoads.abortUnlessSubject(tab.tabId, screen.subject);
  await other;
  expect(ended).toBe(true);
  letGo();
  await load;
  expect(await world.database.screens.get(tab.tabId)).toMatchObject({ phase: 'identified' });
});

/** Ana's load, with a platform that answers it when it is let go and knows nothing else until then. */
async function loadWithSlowPlatform() {
  const world = new TestWorld();
  const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
  const identify = async () =>
    ({ kind: 'contact', contact: { ...ana, fetchedAt: world.now() }, dropped: 0 }) as const;
  const slow = pausedHistory(world);
  await world.connect('alpha', { ...searchable([ana], world.now), identify, ...slow });
  await world.connect('seen', {}, { find: 'seen', history: 'captured' });
  await saveScreen(world, tab, context('alpha', { conversationId: 'c-1' }));
  const tabLoads = new TabLoads(world);
  const screenNow = async () => {
    const screen = await world.database.screens.get(tab.tabId);
    if (screen === undefined) throw new Error('the tab shows nothing');
    return screen;
  };
  const load = tabLoads.load(await screenNow(), { force: false });
  await expect.poll(() => slow.begun()).toBe(1);
  const found = async () => (await world.database.sources.toArray()).map((row) => row.contactIds);
  return { world, slow, tabLoads, load, screenNow, found };
}

test('what a load could not know when it began is looked up when it has ended', async () => {
  const { world, slow, tabLoads, load, screenNow, found } = await loadWithSlowPlatform();
  // The page of another tab shows an address of Ana's while a slow platform is still asked.
  await world.database.contacts.put(contact('seen', '2', { emailKeys: ['ana@example.com'] }));
  await raiseRound(world, tab.tabId);
  const screen = await screenNow();
  const again = [1, 2].map(() => tabLoads.load(screen, { force: false }));
  slow.letGo();
  await Promise.all([load, ...again]);
  expect(await found()).toContainEqual(['2']);
  expect(slow.read).toEqual(['1']);
});

test('a load that was aborted is not begun again for those who waited for it', async () => {
  const { world, slow, tabLoads, load, screenNow } = await loadWithSlowPlatform();
  await raiseRound(world, tab.tabId);
  const again = tabLoads.load(await screenNow(), { force: false });
  tabLoads.abort(tab.tabId);
  slow.letGo();
  await Promise.all([load, again]);
  expect(slow.begun()).toBe(0);
});
