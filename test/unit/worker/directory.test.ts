import { describe, expect, test } from 'vitest';
import type { Contact } from '../../../lib/model/contact';
import { PAGES_PER_SEARCH, searchDirectory } from '../../../lib/worker/directory';
import { contact, TestWorld } from './world';

const signal = new AbortController().signal;

/** A platform's list of visitors, newest first, `size` on a page; counts the pages it served. */
function listOf(visitors: Contact[], size: number) {
  const served: (string | undefined)[] = [];
  return {
    visitors,
    served,
    page: async (cursor: string | undefined) => {
      served.push(cursor);
      const from = Number(cursor ?? 0);
      const next = from + size < visitors.length ? String(from + size) : undefined;
      return { contacts: visitors.slice(from, from + size), next, dropped: 0 };
    },
  };
}

function people(count: number): Contact[] {
  return Array.from({ length: count }, (_, index) =>
    contact('beta', `v${index}`, { emailKeys: [`v${index}@example.com`] }),
  );
}

const wanted = (index: number) => [{ kind: 'email', value: `v${index}@example.com` }] as const;

async function setUp() {
  const world = new TestWorld();
  const connection = await world.connect('beta', {}, { find: 'directory', history: 'api' });
  const search = (list: ReturnType<typeof listOf>, index: number) =>
    searchDirectory(world, connection, list.page, wanted(index), signal, async () => undefined);
  return { world, connection, search };
}

describe('searchDirectory', () => {
  test('stops at the page that holds the person and goes on from there for the next one', async () => {
    const { search } = await setUp();
    const list = listOf(people(20), 3);
    expect(await search(list, 7)).toMatchObject({ indexed: 9, reachedEnd: false });
    expect(list.served).toEqual([undefined, '3', '6']);
    await search(list, 12);
    expect(list.served).toEqual([undefined, '3', '6', '9', '12']);
  });

  test('stops at its bound, says how far it came, and the next search goes on', async () => {
    const { search } = await setUp();
    const list = listOf(people(PAGES_PER_SEARCH + 5), 1);
    expect(await search(list, 9_999)).toMatchObject({
      indexed: PAGES_PER_SEARCH,
      reachedEnd: false,
    });
    expect(await search(list, 9_999)).toMatchObject({
      indexed: PAGES_PER_SEARCH + 5,
      reachedEnd: true,
    });
  });

  test('somebody who wrote since is found at the head without reading everything again', async () => {
    const { world, search } = await setUp();
    const list = listOf(people(30), 5);
    await search(list, 9_999);
    const before = list.served.length;
    world.clock += 61_000;
    list.visitors.unshift(contact('beta', 'new', { emailKeys: ['v77@example.com'] }));
    await search(list, 77);
    // One page further than the person: the head is read up to what is known.
    expect(list.served.slice(before)).toEqual([undefined, '5']);
  });

  test('nobody between a found person and the known part stays unknown', async () => {
    const { world, search } = await setUp();
    const list = listOf(people(6), 2);
    await search(list, 9_999);
    world.clock += 61_000;
    for (let index = 20; index < 26; index += 1) {
      list.visitors.unshift(contact('beta', `v${index}`, { emailKeys: [`v${index}@example.com`] }));
    }
    await search(list, 25);
    expect(await world.database.contacts.count()).toBe(12);
  });

  test('a head that was left in the middle is not taken for read', async () => {
    const { world, connection, search } = await setUp();
    const list = listOf(people(6), 2);
    await search(list, 9_999);
    world.clock += 61_000;
    for (let index = 20; index < 26; index += 1) {
      list.visitors.unshift(contact('beta', `v${index}`, { emailKeys: [`v${index}@example.com`] }));
    }
    const dying = searchDirectory(world, connection, list.page, wanted(9_999), signal, async () => {
      throw new Error('killed');
    });
    await dying.catch(() => undefined);
    world.clock += 61_000;
    await search(list, 9_999);
    expect(await world.database.contacts.count()).toBe(12);
  });

  test('the worker may die after any page: the next search goes on at the cursor', async () => {
    for (let deadAfter = 1; deadAfter <= 6; deadAfter += 1) {
      const { world, connection } = await setUp();
      const list = listOf(people(18), 3);
      const controller = new AbortController();
      const dying = searchDirectory(
        world,
        connection,
        list.page,
        wanted(9_999),
        controller.signal,
        async () => {
          if (list.served.length === deadAfter) throw new Error('killed');
        },
      );
      await dying.catch(() => undefined);
      await searchDirectory(
        world,
        connection,
        list.page,
        wanted(9_999),
        signal,
        async () => undefined,
      );
      expect(await world.database.contacts.count()).toBe(18);
      expect(new Set(list.served).size).toBe(list.served.length);
    }
  });

  test('a list entry does not pass for a fresh fetch of the contact', async () => {
    const { world, search } = await setUp();
    const [first] = people(1);
    if (first === undefined) throw new Error('no visitor');
    await world.database.contacts.put({ ...first, fetchedAt: 42 });
    await search(
      listOf([{ ...first, fetchedAt: 99 }, contact('beta', 'other', { fetchedAt: 99 })], 5),
      0,
    );
    const rows = await world.database.contacts.toArray();
    expect(rows.map((row) => row.fetchedAt).sort()).toEqual([0, 42]);
  });
});
