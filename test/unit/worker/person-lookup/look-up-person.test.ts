import { describe, expect, test } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { lookUpPerson } from '../../../../lib/worker/person-lookup/look-up-person';
import { contact, historyOf, message, searchable, TestWorld } from '../world';

const signal = new AbortController().signal;
const relaxed = { signal, force: false };

async function sourcesOf(world: TestWorld) {
  const rows = await world.database.sources.toArray();
  return Object.fromEntries(rows.map((row) => [row.connectionId, row]));
}

async function texts(world: TestWorld): Promise<string[]> {
  return (await world.database.messages.toArray()).map((each) => each.text).sort();
}

describe('lookUpPerson', () => {
  test('finds the person on the other connections and writes every history', async () => {
    const world = new TestWorld();
    const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
    const there = contact('beta', '9', { emailKeys: ['ana@example.com'] });
    await world.connect('alpha', {
      ...searchable([ana]),
      ...historyOf({ 1: ['from alpha'] }, world.now),
    });
    await world.connect('beta', {
      ...searchable([there]),
      ...historyOf({ 9: ['from beta'] }, world.now),
    });
    await world.connect('gamma', { ...searchable([]), ...historyOf({}, world.now) });

    await lookUpPerson(world, ana, relaxed);

    expect(await texts(world)).toEqual(['from alpha', 'from beta']);
    const sources = await sourcesOf(world);
    expect(sources.alpha).toMatchObject({
      phase: 'settled',
      contactIds: ['1'],
      coverage: { state: 'complete' },
    });
    expect(sources.beta).toMatchObject({ phase: 'settled', contactIds: ['9'] });
    expect(sources.gamma).toMatchObject({
      phase: 'settled',
      contactIds: [],
      coverage: { state: 'not-found' },
    });
  });

  test('an identifier that one platform adds finds the person on another', async () => {
    const world = new TestWorld();
    const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
    const withPhone = contact('beta', '9', {
      emailKeys: ['ana@example.com'],
      phoneKeys: ['+493090182204'],
    });
    const onlyPhone = contact('gamma', '5', { phoneKeys: ['+493090182204'] });
    await world.connect('alpha', { ...searchable([ana]), ...historyOf({}, world.now) });
    await world.connect('beta', { ...searchable([withPhone]), ...historyOf({}, world.now) });
    const gamma = searchable([onlyPhone]);
    await world.connect('gamma', { ...gamma, ...historyOf({ 5: ['by phone'] }, world.now) });

    await lookUpPerson(world, ana, relaxed);

    expect(await texts(world)).toEqual(['by phone']);
    // Asked once for each identifier, never twice for the same.
    expect(gamma.asked.flat().map((each) => each.value)).toEqual([
      'ana@example.com',
      '+493090182204',
    ]);
  });

  test('nothing is fetched again while fresh; after a minute, or forced, it is', async () => {
    const world = new TestWorld();
    const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
    const search = searchable([ana]);
    const history = historyOf({ 1: ['hello'] }, world.now);
    await world.connect('alpha', { ...search, ...history });
    await lookUpPerson(world, ana, relaxed);
    world.clock += 59_000;
    await lookUpPerson(world, ana, relaxed);
    expect([search.asked.length, history.read.length]).toEqual([1, 1]);
    world.clock += 2_000;
    await lookUpPerson(world, ana, relaxed);
    expect([search.asked.length, history.read.length]).toEqual([2, 2]);
    await lookUpPerson(world, ana, { signal, force: true });
    expect([search.asked.length, history.read.length]).toEqual([3, 3]);
  });

  test('a platform that hangs or fails delays and hides nobody', async () => {
    const world = new TestWorld();
    const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
    const controller = new AbortController();
    await world.connect('alpha', {
      ...searchable([ana]),
      ...historyOf({ 1: ['from alpha'] }, world.now),
    });
    await world.connect('beta', {
      find: async () => {
        throw new TransportError('server-error', { status: 500 });
      },
    });
    await world.connect('gamma', { find: () => new Promise(() => undefined) });

    const lookup = lookUpPerson(world, ana, { signal: controller.signal, force: false });
    await expect
      .poll(async () => {
        const sources = await sourcesOf(world);
        return [sources.alpha?.phase, sources.beta?.coverage?.reason, sources.gamma?.phase];
      })
      .toEqual(['settled', 'server-error', 'finding']);
    expect(await texts(world)).toEqual(['from alpha']);
    controller.abort(new Error('switched'));
    await expect(
      Promise.race([
        lookup,
        new Promise((resolve) => setImmediate(() => resolve('still waiting'))),
      ]),
    ).resolves.toBe('still waiting');
  });

  test('parts are written before the history is complete, and stay when it then fails', async () => {
    const world = new TestWorld();
    const ana = contact('alpha', '1', {});
    await world.connect('alpha', {
      ...searchable([]),
      history: async function* (of) {
        yield {
          conversations: [],
          messages: [message(of, 'm1', 'first part')],
          coverage: {
            state: 'partial',
            reason: 'more-on-platform',
            dropped: 0,
            checkedAt: world.now(),
          },
        };
        throw new TransportError('timeout');
      },
    });
    await lookUpPerson(world, ana, relaxed);
    expect(await texts(world)).toEqual(['first part']);
    expect((await sourcesOf(world)).alpha).toMatchObject({
      phase: 'settled',
      contactIds: ['1'],
      coverage: { state: 'unreachable', reason: 'timeout' },
    });
    expect((await world.database.connections.get('alpha'))?.health.state).toBe('failing');
  });

  test('a failure rests before it is tried again by itself, and a limit until its end', async () => {
    const world = new TestWorld();
    const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
    await world.connect('alpha', { ...searchable([ana]), ...historyOf({}, world.now) });
    let calls = 0;
    const retryAt = world.clock + 120_000;
    await world.connect('beta', {
      find: async () => {
        calls += 1;
        throw new TransportError('rate-limited', { status: 429, retryAt });
      },
    });
    await lookUpPerson(world, ana, relaxed);
    world.clock += 100_000;
    await lookUpPerson(world, ana, relaxed);
    expect(calls).toBe(1);
    world.clock += 30_000;
    await lookUpPerson(world, ana, relaxed);
    expect(calls).toBe(2);
    await lookUpPerson(world, ana, { signal, force: true, only: 'beta' });
    expect(calls).toBe(3);
  });

  test.each(['locked', 'no-secret', 'permission-missing', 'offline'] as const)(
    'what the browser itself refused (%s) is tried again as soon as somebody looks',
    async (failure) => {
      const world = new TestWorld();
      const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
      const there = contact('beta', '9', { emailKeys: ['ana@example.com'] });
      await world.connect('alpha', { ...searchable([ana]), ...historyOf({}, world.now) });
      const works = { ...searchable([there]), ...historyOf({}, world.now) };
      let isRefused = true;
      await world.connect('beta', {
        ...works,
        find: async (identifiers) => {
          if (isRefused) throw new TransportError(failure);
          return works.find(identifiers);
        },
      });
      await lookUpPerson(world, ana, relaxed);
      isRefused = false;
      world.clock += 5_000;
      await lookUpPerson(world, ana, relaxed);
      expect((await sourcesOf(world)).beta?.coverage?.state).toBe('complete');
    },
  );

  test('without an identifier the others say so and are not asked', async () => {
    const world = new TestWorld();
    const nobody = contact('alpha', '1');
    const search = searchable([]);
    await world.connect('alpha', historyOf({}, world.now));
    await world.connect('beta', search);
    await lookUpPerson(world, nobody, relaxed);
    expect(search.asked).toEqual([]);
    expect((await sourcesOf(world)).beta?.coverage).toMatchObject({
      state: 'unknown-identity',
      reason: 'no-identifier',
    });
  });

  test('an office address, a shared identifier and a conflicting id join nobody', async () => {
    const world = new TestWorld();
    const anchor = contact('alpha', '1', {
      emailKeys: ['info@shop.example'],
      phoneKeys: ['+493090182204'],
      externalIds: ['crm-1'],
    });
    const crowd = Array.from({ length: 6 }, (_, index) =>
      contact('beta', `b${index}`, { phoneKeys: ['+493090182204'] }),
    );
    const twin = contact('alpha', '2', { phoneKeys: ['+493090182204'], externalIds: ['crm-2'] });
    const search = searchable([twin]);
    await world.connect('alpha', { ...search, ...historyOf({}, world.now) });
    await world.connect('beta', { ...searchable(crowd), ...historyOf({}, world.now) });
    await lookUpPerson(world, anchor, relaxed);
    const sources = await sourcesOf(world);
    expect(search.asked.flat().map((each) => each.value)).toEqual(['+493090182204', 'crm-1']);
    expect(sources.alpha?.contactIds).toEqual(['1']);
    expect(sources.beta?.contactIds).toEqual([]);
  });

  test('a platform without search answers from what this browser saw', async () => {
    const world = new TestWorld();
    const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
    const seen = contact('gamma', 'chat', { emailKeys: ['ana@example.com'] });
    await world.connect('alpha', { ...searchable([ana]), ...historyOf({}, world.now) });
    await world.connect('gamma', {}, { find: 'seen', history: 'captured' });
    await lookUpPerson(world, ana, relaxed);
    expect((await sourcesOf(world)).gamma?.coverage).toMatchObject({
      state: 'unknown-identity',
      reason: 'api-has-no-search',
    });
    await world.database.contacts.put(seen);
    await lookUpPerson(world, ana, relaxed);
    expect((await sourcesOf(world)).gamma).toMatchObject({
      contactIds: ['chat'],
      coverage: { state: 'captured', reason: 'api-has-no-history' },
    });
  });

  test.each([
    ['İbrahim Yılmaz', 'İbrahim Yılmaz'],
    ['İBRAHİM YILMAZ', 'İBRAHİM YILMAZ'],
    ['ALİ', 'Ali'],
    ['(İrem Su)', '(İrem Su)'],
    ['გიორგი ბერიძე', 'გიორგი ბერიძე'],
    ['ÿves Roy', 'ÿves Roy'],
    ['ÿVES ROY', 'ÿves roy'],
    ['Ünal Groß', 'ünal groß'],
  ])('a person called %s is looked up to the end, beside a stored %s', async (name, other) => {
    const world = new TestWorld();
    const anchor = contact('alpha', '1', { name });
    await world.connect('alpha', { ...searchable([anchor]), ...historyOf({}, world.now) });
    await world.database.contacts.put(contact('beta', '9', { name: other }));
    await lookUpPerson(world, anchor, relaxed);
    const suggested = (await world.database.suggestions.toArray()).map((row) => row.contact);
    expect(suggested).toEqual(other === 'Ali' ? [] : ['beta/9']);
  });

  test('while it searches again, what was found last time stays on screen', async () => {
    const world = new TestWorld();
    const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
    const there = contact('beta', '9', { emailKeys: ['ana@example.com'] });
    await world.connect('alpha', { ...searchable([ana]), ...historyOf({}, world.now) });
    await world.connect('beta', { ...searchable([there]), ...historyOf({}, world.now) });
    await lookUpPerson(world, ana, relaxed);
    world.clock += 61_000;
    world.apis.set('beta', {
      ...world.apiOf({ ...(await connectionRow(world, 'beta')) }),
      find: () => new Promise(() => undefined),
    });
    void lookUpPerson(world, ana, relaxed);
    await expect.poll(async () => (await sourcesOf(world)).beta?.phase).toBe('finding');
    expect((await sourcesOf(world)).beta?.contactIds).toEqual(['9']);
  });
});

async function connectionRow(world: TestWorld, id: string) {
  const row = await world.database.connections.get(id);
  if (row === undefined) throw new Error(`no connection ${id}`);
  return row;
}
