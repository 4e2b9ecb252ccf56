import { describe, expect, test } from 'vitest';
import { TransportError } from '../../../lib/http/transport-error';
import { beginVisit } from '../../../lib/worker/history/record-visits';
import { peopleHandlers } from '../../../lib/worker/people/handlers';
import { ACTIVITY_PAUSE_MS, ActivityRefresh } from '../../../lib/worker/refresh-on-activity';
import { saveScreen } from '../../../lib/worker/screens';
import { TabLoads } from '../../../lib/worker/tab-loads';
import { ref } from '../refs';
import { peopleWork } from './people/people-work';
import { contact, context, historyOf, searchable, TestWorld } from './world';

const tab = { tabId: 3, windowId: 1, origin: 'https://alpha.example' };
const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
const there = contact('beta', '9', { emailKeys: ['ana@example.com'] });

/** Ana on screen, looked up on two platforms; the browser says that the panel is open. */
async function setUp() {
  const world = new TestWorld();
  const [here, other] = [
    historyOf({ 1: ['hello'] }, world.now),
    historyOf({ 9: ['there'] }, world.now),
  ];
  const search = searchable([ana], world.now);
  let identified = 0;
  const identify = async () => {
    identified += 1;
    const fresh = { ...ana, fetchedAt: world.now() };
    return { kind: 'contact', contact: fresh, dropped: 0 } as const;
  };
  await world.connect('alpha', { ...search, ...here, identify });
  await world.connect('beta', { ...searchable([there], world.now), ...other });
  await saveScreen(world, tab, context('alpha', { conversationId: 'c-1' }));
  await world.database.windows.put({ windowId: 1, tabId: 3 });
  const screen = await world.database.screens.get(3);
  if (screen === undefined) throw new Error('the tab shows nobody');
  const tabLoads = new TabLoads(world);
  await tabLoads.load(screen, { force: false });

  const panel: { isOpen: boolean | undefined } = { isOpen: true };
  const waits: number[] = [];
  const ports = {
    panelIsOpen: async () => panel.isOpen,
    wait: async (ms: number) => {
      waits.push(ms);
      world.clock += ms;
    },
  };
  const activity = new ActivityRefresh(world, ports, tabLoads);
  const requests = () => here.read.length + other.read.length + search.asked.length + identified;
  return { world, activity, tabLoads, here, other, panel, waits, requests };
}

/** From now on the history of the contact on screen comes only when it is let go. */
function holdHistory(world: TestWorld) {
  const api = world.apis.get('alpha');
  const waiting: (() => void)[] = [];
  let asked = 0;
  if (api?.history === undefined) throw new Error('alpha has no history');
  const { history } = api;
  world.apis.set('alpha', {
    ...api,
    history: async function* (...args) {
      asked += 1;
      await new Promise<void>((resolve) => waiting.push(resolve));
      yield* history(...args);
    },
  });
  return {
    begun: (count: number) => expect.poll(() => asked).toBe(count),
    letGo: () => waiting.shift()?.(),
  };
}

describe('activity on the page', () => {
  test('fetches the newest part of that one history though it is fresh, and nothing else', async () => {
    const { world, activity, here, other, requests } = await setUp();
    world.clock += 10_000;
    const before = requests();
    await activity.happened(3);
    expect([here.read, other.read]).toEqual([['1', '1'], ['9']]);
    expect(requests()).toBe(before + 1);
  });

  test('follows the contact into another one, and has the panel ask who is there', async () => {
    const { world, activity } = await setUp();
    const left = contact('alpha', '2');
    const connection = await world.database.connections.get('alpha');
    if (connection === undefined) throw new Error('not connected');
    const known = world.apiOf(connection);
    world.apis.set('alpha', {
      ...known,
      findMergeTarget: async () => left,
      // biome-ignore lint/correctness/useYield: it fails before there is anything to give.
      history: async function* () {
        throw new TransportError('not-found', { status: 404 });
      },
    });
    const before = await world.database.screens.get(3);
    world.clock += 10_000;
    await activity.happened(3);
    const sighting = await world.database.sightings.get(['alpha', 'conversation:c-1']);
    expect(sighting?.contactId).toBe('2');
    expect((await world.database.screens.get(3))?.round).toBe((before?.round ?? 0) + 1);
  });

  test('keeps its distance, however busy the page is', async () => {
    const { world, activity, here, waits } = await setUp();
    world.clock += 1_000;
    await Promise.all([1, 2, 3].map(() => activity.happened(3)));
    expect(waits).toEqual([ACTIVITY_PAUSE_MS - 1_000]);
    await activity.happened(3);
    expect(waits.at(-1)).toBe(ACTIVITY_PAUSE_MS);
    expect(here.read.length).toBe(3);
  });

  test('what happens while a fetch is under way is fetched as well, once', async () => {
    const { world, activity, here, waits } = await setUp();
    const held = holdHistory(world);
    world.clock += 10_000;
    const first = activity.happened(3);
    await held.begun(1);
    const later = [activity.happened(3), activity.happened(3)];
    held.letGo();
    await held.begun(2);
    held.letGo();
    await Promise.all([first, ...later]);
    expect(here.read.length).toBe(3);
    expect(waits).toEqual([0, ACTIVITY_PAUSE_MS]);
  });

  test('asks for nothing when the panel is closed', async () => {
    const { world, activity, panel, requests } = await setUp();
    panel.isOpen = false;
    const before = requests();
    for (let minute = 0; minute < 30; minute += 1) {
      world.clock += 60_000;
      await activity.happened(3);
    }
    expect(requests()).toBe(before);
  });

  test('where the browser does not tell, a panel that gave no sign for long is closed', async () => {
    const { world, activity, here, panel } = await setUp();
    panel.isOpen = undefined;
    world.clock += 60_000;
    await activity.happened(3);
    expect(here.read.length).toBe(2);
    world.clock += 600_000;
    await activity.happened(3);
    expect(here.read.length).toBe(2);
    await beginVisit(world, ref('alpha/1'));
    await activity.happened(3);
    expect(here.read.length).toBe(3);
  });

  test('asks for nothing for a tab in the background, or one that moved on meanwhile', async () => {
    const { world, activity, requests } = await setUp();
    const before = requests();
    await world.database.windows.put({ windowId: 1, tabId: 8 });
    await activity.happened(3);
    await world.database.windows.put({ windowId: 1, tabId: 3 });
    await activity.happened(77);
    const turning = {
      panelIsOpen: async () => true,
      wait: async () => {
        await saveScreen(world, tab, context('alpha', { conversationId: 'c-2' }));
      },
    };
    const moving = new ActivityRefresh(world, turning, new TabLoads(world));
    await moving.happened(3);
    expect(requests()).toBe(before);
  });

  test('goes on where the tab turns to another conversation of the same contact’s before it begins', async () => {
    const { world, tabLoads } = await setUp();
    const { sightings } = world.database;
    const known = await sightings.get(['alpha', 'conversation:c-1']);
    if (known === undefined) throw new Error('the contact is not known');
    await sightings.put({ ...known, address: 'conversation:c-2' });
    const turning = {
      panelIsOpen: async () => true,
      wait: async () => {
        await saveScreen(world, tab, context('alpha', { conversationId: 'c-2' }));
      },
    };
    const held = holdHistory(world);
    world.clock += 10_000;
    const happened = new ActivityRefresh(world, turning, tabLoads).happened(3);
    await held.begun(1);
    const shown = await world.database.screens.get(3);
    // The page reports once more, now with its composer.
    tabLoads.abortUnlessSubject(3, shown?.subject ?? '');
    held.letGo();
    await happened;
    const history = await world.database.histories.get(['alpha', '1']);
    expect(history?.fetchedAt).toBe(world.now());
  });

  test('leaves a failing platform to the panel’s own tries', async () => {
    const { world, activity, requests } = await setUp();
    world.clock += 10_000;
    await world.database.sources.update(['alpha/1', 'alpha'], {
      coverage: { state: 'limited', reason: 'rate-limited', dropped: 0, checkedAt: world.now() },
    });
    const before = requests();
    await activity.happened(3);
    expect(requests()).toBe(before);
  });

  test('brings back nothing of somebody who is erased meanwhile', async () => {
    const { world, activity, tabLoads } = await setUp();
    const held = holdHistory(world);
    world.clock += 10_000;
    const happened = activity.happened(3);
    await held.begun(1);
    const people = peopleHandlers(world, async () => undefined, peopleWork(world, { tabLoads }));
    const erased = people['people.forget']({ contacts: [ana] }, { kind: 'panel' });
    held.letGo();
    await Promise.all([erased, happened]);
    expect(await world.database.messages.filter(({ contactId }) => contactId === '1').count()).toBe(
      0,
    );
    expect(await world.database.histories.get(['alpha', '1'])).toBeUndefined();
  });
});
