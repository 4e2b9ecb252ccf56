import { describe, expect, test, vi } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import type { Coverage } from '../../../../lib/model/coverage';
import type { ScreenRow } from '../../../../lib/model/screen';
import type { Identification } from '../../../../lib/platforms/contract/api';
import { peopleHandlers } from '../../../../lib/worker/people/handlers';
import { lookUpPerson } from '../../../../lib/worker/person-lookup/look-up-person';
import { saveScreen } from '../../../../lib/worker/screens';
import { TabLoads } from '../../../../lib/worker/tab-loads';
import { ref } from '../../refs';
import { contact, context, historyOf, searchable, TestWorld } from '../world';
import { peopleWork } from './people-work';

const mail = { emailKeys: ['ana@mail.org'] };
const ana = contact('alpha', '1', mail);
const beta = contact('beta', '9', mail);
const from = { kind: 'panel' } as const;

/** Ana on screen, looked up on two platforms that are out of reach by now. */
async function setUp() {
  const world = new TestWorld();
  for (const each of [ana, beta]) {
    const name = each.connectionId;
    await world.connect(name, { ...searchable([each], world.now), ...historyOf({}, world.now) });
  }
  await world.database.contacts.bulkPut([ana, beta]);
  await lookUpPerson(world, ana, { signal: new AbortController().signal, force: false });
  const offline = async () => {
    throw new TransportError('offline');
  };
  for (const name of ['alpha', 'beta']) {
    const check = async () => ({ warnings: [] });
    world.apis.set(name, { check, identify: offline, find: offline });
  }
  world.clock += 61_000;
  const screen: ScreenRow = {
    tabId: 3,
    windowId: 1,
    context: context('alpha', { contactId: '1' }),
    origin: 'https://alpha.example',
    connectionId: 'alpha',
    subject: 'ana',
    round: 1,
    anchor: ref('alpha/1'),
    phase: 'identified',
  };
  await world.database.screens.put(screen);
  return { world, handlers: peopleHandlers(world, async () => screen, peopleWork(world)) };
}

async function shown(world: TestWorld): Promise<string[]> {
  const rows = await world.database.sources.toArray();
  return rows.flatMap(({ connectionId, contactIds }) =>
    contactIds.map((id) => `${connectionId}/${id}`),
  );
}

test('once a person is forgotten, the notes that are stuck are counted anew', async () => {
  const { world } = await setUp();
  const left: number[] = [];
  const count = async () => void left.push(await world.database.replicas.count());
  const work = peopleWork(world, { deliverNotes: count });
  const handlers = peopleHandlers(world, async () => undefined, work);
  const note = { id: 'n1', revision: 1, text: 'one', at: 1, createdAt: 1, versions: [] };
  const marks = { pinned: false, urgency: 'normal', scope: { kind: 'everywhere' } } as const;
  const where = { noteId: 'n1', contact: ref('alpha/1'), connectionId: 'alpha' };
  await world.database.notes.put({ ...note, ...marks, contacts: [ref('alpha/1')] });
  await world.database.replicas.put({ ...where, state: 'failed', updatedAt: 1 });
  await handlers['people.forget']({ contacts: [{ connectionId: 'alpha', id: '1' }] }, from);
  await vi.waitFor(() => expect(left).toEqual([0]));
});

describe('people.decide', () => {
  test('shows at once, whether or not the platforms answer, and can be undone', async () => {
    const { world, handlers } = await setUp();
    const pair = { windowId: 1, one: ana, other: beta };
    expect(await shown(world)).toEqual(['alpha/1', 'beta/9']);
    const answer = await handlers['people.decide']({ ...pair, verdict: 'unlinked' }, from);
    expect(answer).toEqual({ before: 'none' });
    expect((await world.database.screens.get(3))?.round).toBe(2);
    expect(await shown(world)).toEqual(['alpha/1']);
    expect((await world.database.suggestions.toArray()).map((row) => row.contact)).toEqual([
      'beta/9',
    ]);
    await handlers['people.decide']({ ...pair, verdict: 'none' }, from);
    expect(await shown(world)).toEqual(['alpha/1', 'beta/9']);
    expect(await world.database.suggestions.count()).toBe(0);
  });
});

describe('people.decide where nobody can tell who is on screen', () => {
  const page = context('gamma', { conversationId: '5' });
  const nobody = { kind: 'unknown', coverage: notFound() } as const;

  /** A conversation on a platform that does not know whose it is; Ana is known elsewhere. */
  async function open() {
    const world = new TestWorld();
    await world.connect('alpha', { ...searchable([ana]), ...historyOf({ 1: ['hi'] }, world.now) });
    const identify = vi.fn(async (): Promise<Identification> => nobody);
    await world.connect('gamma', { ...searchable([]), ...historyOf({}, world.now), identify });
    await world.database.contacts.put(ana);
    const tabLoads = new TabLoads(world);
    const readScreen = async () => world.database.screens.get(3);
    const tab = { tabId: 3, windowId: 1, origin: 'https://gamma.example' };
    await saveScreen(world, tab, page);
    const watch = async () => {
      world.clock += 61_000;
      const screen = await readScreen();
      if (screen !== undefined) await tabLoads.load(screen, { force: false });
    };
    await watch();
    const handlers = peopleHandlers(world, readScreen, peopleWork(world, { tabLoads }));
    const here = { connectionId: 'gamma', id: 'conversation:5' };
    const say = (verdict: 'same' | 'none') =>
      handlers['people.decide']({ windowId: 1, one: here, other: ana, verdict }, from);
    return { world, identify, watch, say, readScreen, tab };
  }

  test('the named person is shown at once, stays, comes again with the page, and goes when taken back', async () => {
    const { world, watch, say, readScreen, tab } = await open();
    expect(await readScreen()).toMatchObject({ phase: 'unknown', problem: nobody.coverage });
    await say('same');
    expect(await readScreen()).toMatchObject({ phase: 'identified', anchor: 'alpha/1', round: 2 });
    expect((await readScreen())?.problem).toBeUndefined();
    await watch();
    expect((await readScreen())?.anchor).toBe('alpha/1');
    expect((await world.database.messages.toArray()).map(({ text }) => text)).toEqual(['hi']);
    expect(await world.database.links.toArray()).toMatchObject([
      { a: 'alpha/1', b: 'gamma/conversation:5', verdict: 'same', at: expect.any(Number) },
    ]);
    await saveScreen(world, tab, context('gamma', { conversationId: '6' }));
    expect((await readScreen())?.anchor).toBeUndefined();
    await saveScreen(world, tab, page);
    expect((await readScreen())?.anchor).toBe('alpha/1');
    await say('none');
    expect(await readScreen()).toMatchObject({ phase: 'identifying' });
    await watch();
    expect(await readScreen()).toMatchObject({ phase: 'unknown' });
    expect((await readScreen())?.anchor).toBeUndefined();
  });

  test('a failure of the platform in front is not shown for the one that knows the person', async () => {
    const { world, identify, watch, say, readScreen } = await open();
    await say('same');
    identify.mockRejectedValue(new TransportError('server-error', { status: 500 }));
    await watch();
    expect((await readScreen())?.anchor).toBe('alpha/1');
    const sources = await world.database.sources.where('anchor').equals('alpha/1').toArray();
    const alpha = sources.find(({ connectionId }) => connectionId === 'alpha');
    expect(alpha?.coverage?.state).toBe('complete');
  });

  test('once the platform can tell, the word is about the contact it tells', async () => {
    const { world, identify, watch, say, readScreen } = await open();
    await say('same');
    const reported = contact('gamma', '77');
    identify.mockImplementation(async () => ({ kind: 'contact', contact: reported, dropped: 0 }));
    await watch();
    expect((await readScreen())?.anchor).toBe('gamma/77');
    expect(await world.database.links.toArray()).toMatchObject([
      { a: 'alpha/1', b: 'gamma/77', verdict: 'same' },
    ]);
    const [row] = await world.database.sources
      .where({ anchor: 'gamma/77', connectionId: 'alpha' })
      .toArray();
    expect(row?.contactIds).toEqual(['1']);
  });
});

function notFound(): Coverage {
  return { state: 'not-found', dropped: 0, checkedAt: 0 };
}
