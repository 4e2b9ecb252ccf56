import { describe, expect, test } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import type { Contact } from '../../../../lib/model/contact';
import { mergeCoverage } from '../../../../lib/worker/history/merge-coverage';
import { lookUpPerson } from '../../../../lib/worker/person-lookup/look-up-person';
import { contact, historyOf, searchable, TestWorld } from '../world';

const signal = new AbortController().signal;
const relaxed = { signal, force: false };

async function membersOf(world: TestWorld): Promise<string[]> {
  const rows = await world.database.sources.toArray();
  return rows.flatMap((row) => row.contactIds.map((id) => `${row.connectionId}/${id}`)).sort();
}

async function worldOf(people: Record<string, Contact[]>): Promise<TestWorld> {
  const world = new TestWorld();
  for (const [name, contacts] of Object.entries(people)) {
    await world.connect(name, { ...searchable(contacts, world.now), ...historyOf({}, world.now) });
  }
  return world;
}

const mail = (address: string) => ({ emailKeys: [address] });

describe('who is joined', () => {
  test('a corrected address drops the namesake it had brought in', async () => {
    const bob = contact('beta', 'bob', mail('bob@example.com'));
    const ana = contact('beta', 'ana', mail('ana@example.com'));
    const world = await worldOf({ alpha: [], beta: [bob, ana] });
    await lookUpPerson(world, contact('alpha', '1', mail('bob@example.com')), relaxed);
    expect(await membersOf(world)).toEqual(['alpha/1', 'beta/bob']);
    world.clock += 3_600_000;
    await lookUpPerson(world, contact('alpha', '1', mail('ana@example.com')), {
      signal,
      force: true,
    });
    expect(await membersOf(world)).toEqual(['alpha/1', 'beta/ana']);
  });

  test('a record that lost the address on its platform is no longer joined', async () => {
    const there = contact('beta', '9', mail('ana@example.com'));
    const world = await worldOf({ alpha: [], beta: [there] });
    const ana = contact('alpha', '1', mail('ana@example.com'));
    await lookUpPerson(world, ana, relaxed);
    expect(await membersOf(world)).toContain('beta/9');
    world.apis.set('beta', {
      ...world.apiOf({ ...(await row(world, 'beta')) }),
      ...searchable([]),
    });
    world.clock += 61_000;
    await lookUpPerson(world, ana, relaxed);
    expect(await membersOf(world)).toEqual(['alpha/1']);
  });

  test('a failing platform keeps what it had', async () => {
    const there = contact('beta', '9', mail('ana@example.com'));
    const world = await worldOf({ alpha: [], beta: [there] });
    const ana = contact('alpha', '1', mail('ana@example.com'));
    await lookUpPerson(world, ana, relaxed);
    const failing = async () => {
      throw new TransportError('server-error', { status: 500 });
    };
    world.apis.set('beta', { ...world.apiOf({ ...(await row(world, 'beta')) }), find: failing });
    world.clock += 61_000;
    await lookUpPerson(world, ana, relaxed);
    expect(await membersOf(world)).toContain('beta/9');
    const source = await world.database.sources.get(['alpha/1', 'beta']);
    expect(source?.coverage?.reason).toBe('server-error');
  });

  test('two records of one platform with different external ids are two people', async () => {
    const wife = contact('beta', 'wife', {
      ...mail('w@example.com'),
      phoneKeys: ['+493090182204'],
      externalIds: ['w'],
    });
    const husband = contact('beta', 'husband', {
      ...mail('h@example.com'),
      phoneKeys: ['+493090182204'],
      externalIds: ['h'],
    });
    const his = contact('gamma', 'his', mail('h@example.com'));
    const anchor = contact('alpha', '1', {
      ...mail('w@example.com'),
      phoneKeys: ['+493090182204'],
    });
    const world = await worldOf({ alpha: [], beta: [husband, wife], gamma: [his] });
    await lookUpPerson(world, anchor, relaxed);
    expect(await membersOf(world)).toEqual(['alpha/1', 'beta/wife']);
  });

  test('a number that many share on one platform joins nobody on another', async () => {
    const crowd = Array.from({ length: 6 }, (_, index) =>
      contact('beta', `b${index}`, { phoneKeys: ['+493090182204'] }),
    );
    const stranger = contact('gamma', 's', { phoneKeys: ['+493090182204'] });
    const world = await worldOf({ alpha: [], beta: crowd, gamma: [stranger] });
    await lookUpPerson(world, contact('alpha', '1', { phoneKeys: ['+493090182204'] }), relaxed);
    expect(await membersOf(world)).toEqual(['alpha/1']);
    const beta = await world.database.sources.get(['alpha/1', 'beta']);
    expect(beta?.coverage).toMatchObject({ state: 'not-found', reason: 'shared-identifier' });
  });

  test('six records with an address of their own each are still one person', async () => {
    const emailKeys = Array.from({ length: 6 }, (_, index) => `a${index}@example.com`);
    const records = emailKeys.map((address, index) => contact('beta', `b${index}`, mail(address)));
    const world = await worldOf({ alpha: [], beta: records });
    await lookUpPerson(world, contact('alpha', '1', { emailKeys }), relaxed);
    expect(await membersOf(world)).toHaveLength(7);
  });

  test('what one run learned does not make the next one ask', async () => {
    const withPhone = contact('beta', '9', {
      ...mail('ana@example.com'),
      phoneKeys: ['+493090182204'],
    });
    const world = new TestWorld();
    const searches = [searchable([], world.now), searchable([withPhone], world.now)];
    await world.connect('alpha', { ...searches[0], ...historyOf({}, world.now) });
    await world.connect('beta', { ...searches[1], ...historyOf({}, world.now) });
    const ana = contact('alpha', '1', mail('ana@example.com'));
    await lookUpPerson(world, ana, relaxed);
    const before = searches.map((search) => search.asked.length);
    world.clock += 1_000;
    await lookUpPerson(world, ana, relaxed);
    expect(searches.map((search) => search.asked.length)).toEqual(before);
  });
});

describe('what is said of it', () => {
  test('a deleted record does not hide the other’s history', async () => {
    const world = new TestWorld();
    const both = ['old', 'new'].map((id) => contact('beta', id, mail('ana@example.com')));
    const { history } = historyOf({ new: ['still here'] }, world.now);
    await world.connect('alpha', historyOf({}, world.now));
    await world.connect('beta', {
      ...searchable(both, world.now),
      history: async function* (of) {
        if (of.id === 'old') throw new TransportError('not-found', { status: 404 });
        yield* history(of);
      },
    });
    await lookUpPerson(world, contact('alpha', '1', mail('ana@example.com')), relaxed);
    const source = await world.database.sources.get(['alpha/1', 'beta']);
    expect(source?.coverage?.state).toBe('complete');
  });

  test('a key that sees only a part never makes a history complete', async () => {
    const world = await worldOf({ alpha: [] });
    await world.database.connections.update('alpha', { restricted: true });
    await lookUpPerson(world, contact('alpha', '1'), relaxed);
    const source = await world.database.sources.get(['alpha/1', 'alpha']);
    expect(source?.coverage).toMatchObject({ state: 'partial', reason: 'restricted-view' });
  });

  test('what the platform answered about the person on screen is shown even if nothing else asks it', async () => {
    const world = new TestWorld();
    await world.connect('gamma', {}, { find: 'seen', history: 'captured' });
    const anchorProblem = {
      state: 'unauthorised',
      reason: 'wrong-key',
      dropped: 0,
      checkedAt: world.now(),
    } as const;
    await lookUpPerson(world, contact('gamma', 'chat'), { ...relaxed, anchorProblem });
    const source = await world.database.sources.get(['gamma/chat', 'gamma']);
    expect(source?.coverage?.reason).toBe('wrong-key');
    expect((await world.database.connections.get('gamma'))?.health.state).toBe('failing');
  });

  test('of several gaps the latest counts', () => {
    const partial = (since: number) =>
      ({ state: 'partial', reason: 'more-on-platform', since, dropped: 1, checkedAt: 0 }) as const;
    expect(mergeCoverage([partial(100), partial(900)])).toMatchObject({ since: 900, dropped: 2 });
  });
});

async function row(world: TestWorld, id: string) {
  const found = await world.database.connections.get(id);
  if (found === undefined) throw new Error(`no connection ${id}`);
  return found;
}
