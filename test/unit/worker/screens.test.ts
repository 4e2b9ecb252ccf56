import { describe, expect, test } from 'vitest';
import { TransportError } from '../../../lib/http/transport-error';
import type { Contact } from '../../../lib/model/contact';
import type { PageContext } from '../../../lib/model/page';
import { reassessScreens, saveScreen } from '../../../lib/worker/screens';
import { TabLoads } from '../../../lib/worker/tab-loads';
import { contact, context, historyOf, searchable, TestWorld } from './world';

const tab = { tabId: 3, windowId: 1, origin: 'https://alpha.example' };
const relaxed = { force: false };

async function screenOf(world: TestWorld) {
  const row = await world.database.screens.get(3);
  if (row === undefined) throw new Error('the tab shows nothing');
  return row;
}

function apiOfAlpha(world: TestWorld) {
  const api = world.apis.get('alpha');
  if (api === undefined) throw new Error('alpha is not connected');
  return api;
}

/** A platform on which conversation `c-<id>` belongs to contact `<id>`. */
async function setUp(people: Contact[]) {
  const world = new TestWorld();
  const asked: string[] = [];
  const identify = async (page: PageContext) => {
    asked.push(page.conversationId ?? '');
    const found = people.find((each) => `c-${each.id}` === page.conversationId);
    if (found !== undefined)
      return {
        kind: 'contact',
        contact: { ...found, fetchedAt: world.now() },
        dropped: 0,
      } as const;
    return {
      kind: 'unknown',
      coverage: { state: 'not-found', dropped: 0, checkedAt: world.now() },
    } as const;
  };
  const history = historyOf({ 1: ['about ana'], 2: ['about ben'] }, world.now);
  await world.connect('alpha', { identify, ...searchable(people, world.now), ...history });
  return { world, asked, history, tabLoads: new TabLoads(world) };
}

const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
const ben = contact('alpha', '2', { emailKeys: ['ben@example.com'] });
const showing = (id: string, more: Partial<PageContext> = {}) =>
  context('alpha', { conversationId: `c-${id}`, ...more });

describe('what a tab shows', () => {
  test('a new conversation is identified, a known one is there at once and costs nothing while fresh', async () => {
    const { world, asked, history, tabLoads } = await setUp([ana, ben]);
    for (const id of ['1', '2']) {
      await saveScreen(world, tab, showing(id));
      expect((await screenOf(world)).phase).toBe('identifying');
      await tabLoads.load(await screenOf(world), relaxed);
      expect(await screenOf(world)).toMatchObject({ phase: 'identified', anchor: `alpha/${id}` });
    }
    await saveScreen(world, tab, showing('1'));
    expect(await screenOf(world)).toMatchObject({ phase: 'identified', anchor: 'alpha/1' });
    await tabLoads.load(await screenOf(world), relaxed);
    expect(asked).toEqual(['c-1', 'c-2']);
    expect(history.read).toEqual(['1', '2']);
  });

  test.each([
    [true, ['c-1', 'c-1']],
    [false, ['c-1']],
  ])(
    'other hints mean looking again only where they are needed (%s)',
    async (needsHints, expected) => {
      const { world, asked, tabLoads } = await setUp([ana]);
      world.definitions.set('alpha', { ...world.definitionOf('alpha'), needsHints });
      for (const emails of [[], ['ana@example.com']]) {
        await saveScreen(world, tab, showing('1', { hints: { emails, phones: [] } }));
        await tabLoads.load(await screenOf(world), relaxed);
      }
      expect(asked).toEqual(expected);
    },
  );

  test('another conversation ends the work for the one before', async () => {
    const { world, tabLoads } = await setUp([ana, ben]);
    let aborted = false;
    const slow = apiOfAlpha(world);
    world.apis.set('alpha', {
      ...slow,
      identify: (_page, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(signal.reason);
          });
        }),
    });
    await saveScreen(world, tab, showing('1'));
    const work = tabLoads.load(await screenOf(world), relaxed);
    await expect.poll(async () => (await screenOf(world)).phase).toBe('identifying');
    tabLoads.abortUnlessSubject(tab.tabId, await saveScreen(world, tab, showing('2')));
    await work;
    expect(aborted).toBe(true);
    expect(await screenOf(world)).toMatchObject({
      phase: 'identifying',
      context: { conversationId: 'c-2' },
    });
  });

  test('an answer that comes after the tab moved on does not touch what it shows now', async () => {
    const { world, tabLoads } = await setUp([ana, ben]);
    const api = apiOfAlpha(world);
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    world.apis.set('alpha', {
      ...api,
      identify: async (page, signal) => {
        await gate;
        return api.identify(page, signal);
      },
    });
    await saveScreen(world, tab, showing('1'));
    const work = tabLoads.load(await screenOf(world), relaxed);
    await saveScreen(world, tab, showing('2'));
    release();
    await work;
    expect(await screenOf(world)).toMatchObject({
      phase: 'identifying',
      context: { conversationId: 'c-2' },
    });
  });

  test('two who watch the same tab share one run', async () => {
    const { world, asked, tabLoads } = await setUp([ana]);
    await saveScreen(world, tab, showing('1'));
    const screen = await screenOf(world);
    await Promise.all([tabLoads.load(screen, relaxed), tabLoads.load(screen, relaxed)]);
    expect(asked).toEqual(['c-1']);
  });

  test('a person the platform does not know, and a platform that fails, are distinguished', async () => {
    const { world, tabLoads } = await setUp([ana]);
    await saveScreen(world, tab, showing('404'));
    await tabLoads.load(await screenOf(world), relaxed);
    expect(await screenOf(world)).toMatchObject({
      phase: 'unknown',
      problem: { state: 'not-found' },
    });

    world.apis.set('alpha', {
      ...apiOfAlpha(world),
      identify: async () => {
        throw new TransportError('unauthorised', { status: 401, isExpired: true });
      },
    });
    await saveScreen(world, tab, showing('1'));
    await tabLoads.load(await screenOf(world), relaxed);
    expect(await screenOf(world)).toMatchObject({
      phase: 'unknown',
      problem: { state: 'unauthorised', reason: 'expired-key', httpStatus: 401 },
    });
  });

  test('a page of an account that is not connected, a list, and another account of the same host', async () => {
    const { world } = await setUp([ana]);
    await saveScreen(world, { ...tab, origin: 'https://elsewhere.example' }, showing('1'));
    expect((await screenOf(world)).phase).toBe('not-connected');
    await saveScreen(world, tab, context('alpha', { view: 'none' }));
    expect((await screenOf(world)).phase).toBe('no-person');
    await world.database.connections.update('alpha', { account: '1' });
    await saveScreen(world, tab, showing('1', { account: '2' }));
    expect((await screenOf(world)).phase).toBe('not-connected');
    await saveScreen(world, tab, showing('1', { account: '1' }));
    expect((await screenOf(world)).phase).toBe('identifying');
  });

  test('trying one connection again leaves the others alone', async () => {
    const { world, history, tabLoads } = await setUp([ana]);
    const other = historyOf({ 9: ['from beta'] }, world.now);
    const there = contact('beta', '9', { emailKeys: ['ana@example.com'] });
    await world.connect('beta', { ...searchable([there]), ...other });
    await saveScreen(world, tab, showing('1'));
    await tabLoads.load(await screenOf(world), relaxed);
    await tabLoads.load(await screenOf(world), { force: true, only: 'beta' });
    expect([history.read, other.read]).toEqual([['1'], ['9', '9']]);
  });

  test('trying again after the person was not known asks everywhere', async () => {
    const { world, tabLoads } = await setUp([ana]);
    const other = historyOf({ 9: ['from beta'] }, world.now);
    const there = contact('beta', '9', { emailKeys: ['ana@example.com'] });
    await world.connect('beta', { ...searchable([there]), ...other });
    const api = apiOfAlpha(world);
    world.apis.set('alpha', {
      ...api,
      identify: async () => {
        throw new TransportError('server-error', { status: 500 });
      },
    });
    await saveScreen(world, tab, showing('1'));
    await tabLoads.load(await screenOf(world), relaxed);
    expect((await screenOf(world)).phase).toBe('unknown');
    world.apis.set('alpha', api);
    await tabLoads.load(await screenOf(world), { force: true, only: 'alpha' });
    expect((await screenOf(world)).phase).toBe('identified');
    expect(other.read).toEqual(['9']);
  });

  test('a report of the same thing keeps what was found out, failures too', async () => {
    const { world, tabLoads } = await setUp([ana]);
    await saveScreen(world, tab, showing('404'));
    await tabLoads.load(await screenOf(world), relaxed);
    const { subject } = await screenOf(world);
    expect(await saveScreen(world, tab, showing('404', { composer: 'note' }))).toBe(subject);
    expect(await screenOf(world)).toMatchObject({
      phase: 'unknown',
      problem: { state: 'not-found' },
      context: { composer: 'note' },
    });
  });

  test('a report that comes while the person is found out does not undo it', async () => {
    const { world, tabLoads } = await setUp([ana]);
    await saveScreen(world, tab, showing('1'));
    let isDone = false;
    const work = tabLoads.load(await screenOf(world), relaxed).finally(() => {
      isDone = true;
    });
    const reports: Promise<string>[] = [];
    while (!isDone) {
      reports.push(saveScreen(world, tab, showing('1')));
      await new Promise(setImmediate);
    }
    await Promise.all([work, ...reports]);
    expect(await screenOf(world)).toMatchObject({ phase: 'identified', anchor: 'alpha/1' });
  });

  test('a failed identification rests, reaches the health, and is repeated when asked to', async () => {
    const { world, tabLoads } = await setUp([ana]);
    let calls = 0;
    world.apis.set('alpha', {
      ...apiOfAlpha(world),
      identify: async () => {
        calls += 1;
        throw new TransportError('server-error', { status: 500 });
      },
    });
    await saveScreen(world, tab, showing('1'));
    for (let turn = 0; turn < 3; turn += 1) await tabLoads.load(await screenOf(world), relaxed);
    expect(calls).toBe(1);
    expect((await world.database.connections.get('alpha'))?.health.state).toBe('failing');
    await tabLoads.load(await screenOf(world), { force: true });
    expect(calls).toBe(2);
  });

  test('work given up shows as a new round, so that a panel asks again', async () => {
    const { world } = await setUp([ana]);
    await saveScreen(world, tab, showing('1'));
    const { round } = await screenOf(world);
    await reassessScreens(world);
    expect((await screenOf(world)).round).toBeGreaterThan(round);
  });

  test('stopping everything waits until nothing writes', async () => {
    const { world, tabLoads } = await setUp([ana]);
    let asked = false;
    let ended = false;
    world.apis.set('alpha', {
      ...apiOfAlpha(world),
      identify: (_page, signal) =>
        new Promise((_resolve, reject) => {
          asked = true;
          const end = (): void => {
            ended = true;
            reject(signal.reason);
          };
          signal.addEventListener('abort', () => setImmediate(end));
        }),
    });
    await saveScreen(world, tab, showing('1'));
    const work = tabLoads.load(await screenOf(world), relaxed);
    await expect.poll(() => asked).toBe(true);
    await tabLoads.stopAll();
    expect(ended).toBe(true);
    await work;
  });

  test('work that a quick panel began for the new subject is not ended by the news of it', async () => {
    const { world, tabLoads } = await setUp([ana, ben]);
    const subject = await saveScreen(world, tab, showing('1'));
    const work = tabLoads.load(await screenOf(world), relaxed);
    tabLoads.abortUnlessSubject(tab.tabId, subject);
    await work;
    expect(await screenOf(world)).toMatchObject({ phase: 'identified', anchor: 'alpha/1' });
  });
});
