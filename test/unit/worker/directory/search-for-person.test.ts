import { describe, expect, test } from 'vitest';
import { searchDirectory } from '../../../../lib/worker/directory/readers';
import { PAGES_PER_SEARCH } from '../../../../lib/worker/directory/search-for-person';
import { TestWorld } from '../world';
import { connectionName, VisitorList, visitor } from './contact-list';

async function setUp(list: VisitorList) {
  const world = new TestWorld();
  await world.connect(
    connectionName,
    { directoryPage: list.page },
    { find: 'directory', history: 'api' },
  );
  const search = (id: string, onProgress: () => Promise<void> = () => Promise.resolve()) =>
    searchDirectory(world, connectionName, {
      identifiers: [{ kind: 'email', value: `${id}@example.com` }],
      signal: new AbortController().signal,
      onProgress,
    });
  return { world, search };
}

describe('searching a directory', () => {
  test('stops at the page that holds the person and goes on from there for the next one', async () => {
    const list = new VisitorList(20, 3);
    const { search } = await setUp(list);
    expect(await search('v7')).toMatchObject({ indexed: 9, reachedEnd: false });
    expect(list.served).toEqual([undefined, '1', '2']);
    await search('v12');
    expect(list.served).toEqual([undefined, '1', '2', '3', '4']);
  });

  test('stops at its bound, says how far it came, and the next search goes on', async () => {
    const { search } = await setUp(new VisitorList(PAGES_PER_SEARCH + 5, 1));
    expect(await search('nobody')).toMatchObject({ indexed: PAGES_PER_SEARCH, reachedEnd: false });
    expect(await search('nobody')).toMatchObject({
      indexed: PAGES_PER_SEARCH + 5,
      reachedEnd: true,
    });
  });

  test('tells how far back it reached', async () => {
    const list = new VisitorList(9, 3);
    const { search } = await setUp(list);
    expect(await search('v5')).toMatchObject({ reachesBackTo: list.visitors[5]?.lastSeenAt });
  });

  test('somebody who wrote since is found at the head without reading everything again', async () => {
    const list = new VisitorList(30, 5);
    const { world, search } = await setUp(list);
    await search('nobody');
    const before = list.served.length;
    world.clock += 61_000;
    list.add('late');
    await search('late');
    expect(list.served.slice(before)).toEqual([undefined]);
  });

  test('two searches at once share the pages', async () => {
    const list = new VisitorList(12, 3);
    const { search } = await setUp(list);
    const [one, other] = await Promise.all([search('v4'), search('v10')]);
    expect(one.indexed).toBe(6);
    expect(other.indexed).toBe(12);
    expect(list.served.slice(0, 4)).toEqual([undefined, '1', '2', '3']);
  });

  test('whoever leaves takes nothing from the others, and the page under way is kept', async () => {
    const list = new VisitorList(9, 3);
    const { world, search } = await setUp(list);
    const controller = new AbortController();
    list.beforePage = () => controller.abort(new Error('gone'));
    const left = searchDirectory(world, connectionName, {
      identifiers: [{ kind: 'email', value: 'v8@example.com' }],
      signal: controller.signal,
      onProgress: async () => undefined,
    });
    const stays = search('v5');
    await expect(left).rejects.toThrow('gone');
    expect(await stays).toMatchObject({ indexed: 6 });
  });

  test('a failure reaches every search, and the next one begins where it stopped', async () => {
    const list = new VisitorList(9, 3);
    const { search } = await setUp(list);
    list.beforePage = (served) => {
      if (served === 2) throw new TypeError('odd answer');
    };
    await expect(search('nobody')).rejects.toThrow('odd answer');
    expect(await search('nobody')).toMatchObject({ indexed: 9, reachedEnd: true });
    expect(list.served.slice(0, 4)).toEqual([undefined, '1', '1', '2']);
  });

  test('a list entry does not pass for a fresh fetch, nor hide what one told', async () => {
    const list = new VisitorList(0, 5);
    const { world, search } = await setUp(list);
    await world.database.contacts.put({ ...visitor('known'), company: 'Acme', fetchedAt: 42 });
    list.visitors = [
      { ...visitor('known'), name: 'Ana', fetchedAt: 99 },
      { ...visitor('other'), name: undefined, avatarUrl: undefined, fetchedAt: 99 },
    ];
    await search('nobody');
    const [known, other] = await world.database.contacts.orderBy('[connectionId+id]').toArray();
    expect(known).toMatchObject({ name: 'Ana', company: 'Acme', fetchedAt: 42 });
    expect(other?.fetchedAt).toBe(0);
    expect(Object.values(other ?? {})).not.toContain(undefined);
  });

  test('a list that leads round in a circle ends, and the break is counted', async () => {
    const list = new VisitorList(9, 3);
    const { world, search } = await setUp(list);
    world.apis.set(connectionName, {
      ...world.apiOf(await connectionOf(world)),
      directoryPage: async (cursor) => ({ ...(await list.page(cursor)), next: nextOf(cursor) }),
    });
    expect(await search('nobody')).toMatchObject({ reachedEnd: true, dropped: 1 });
  });

  test('a search joined to a job that reads everything looks at each of its pages', async () => {
    const list = new VisitorList(12, 3);
    const { world, search } = await setUp(list);
    await world.database.directories.put({
      connectionId: connectionName,
      reachedEnd: false,
      indexed: 0,
      dropped: 0,
      job: 'running',
    });
    const seen: number[] = [];
    const row = await search('v7', async () => {
      seen.push(seen.length);
    });
    expect(row.indexed).toBe(9);
    expect(seen.length).toBe(3);
  });
});

/** 0 → 1 → 2 → 1 → … */
function nextOf(cursor: string | undefined): string {
  return cursor === '1' ? '2' : '1';
}

async function connectionOf(world: TestWorld) {
  const connection = await world.database.connections.get(connectionName);
  if (connection === undefined) throw new Error('not connected');
  return connection;
}
