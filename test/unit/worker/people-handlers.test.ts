import { describe, expect, test } from 'vitest';
import { TransportError } from '../../../lib/http/errors';
import type { ScreenRow } from '../../../lib/model/screen';
import { gatherPerson } from '../../../lib/worker/gather';
import { peopleHandlers } from '../../../lib/worker/people-handlers';
import { PeopleSearches } from '../../../lib/worker/people-searches';
import { Runs } from '../../../lib/worker/runs';
import { contact, context, historyOf, searchable, TestWorld } from './world';

const mail = { emailKeys: ['ana@mail.org'] };
const ana = contact('alpha', '1', mail);
const beta = contact('beta', '9', mail);
const from = { kind: 'panel' } as const;

/** Ana on screen, gathered from two platforms that are out of reach by now. */
async function setUp() {
  const world = new TestWorld();
  for (const each of [ana, beta]) {
    const name = each.connectionId;
    await world.connect(name, { ...searchable([each], world.now), ...historyOf({}, world.now) });
  }
  await world.database.contacts.bulkPut([ana, beta]);
  await gatherPerson(world, ana, { signal: new AbortController().signal, force: false });
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
    anchor: 'alpha/1',
    phase: 'identified',
  };
  await world.database.screens.put(screen);
  const runs = new Runs(world);
  const searches = new PeopleSearches(world);
  return { world, handlers: peopleHandlers(world, runs, searches, async () => screen) };
}

async function shown(world: TestWorld): Promise<string[]> {
  const rows = await world.database.sources.toArray();
  return rows.flatMap(({ connectionId, contactIds }) =>
    contactIds.map((id) => `${connectionId}/${id}`),
  );
}

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
