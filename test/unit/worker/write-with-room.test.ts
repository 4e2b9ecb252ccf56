import { describe, expect, test } from 'vitest';
import { lookUpPerson } from '../../../lib/worker/person-lookup/look-up-person';
import { writeWithRoom } from '../../../lib/worker/write-with-room';
import { shelve, shelved } from './history/stored-history';
import { contact, historyOf, searchable, TestWorld } from './world';

const full = () => new DOMException('full', 'QuotaExceededError');

async function worldWithShelf() {
  const world = new TestWorld();
  await world.connect('alpha', {});
  await shelve(world, 'alpha', 'long-ago', 10, 20);
  await shelve(world, 'alpha', 'today', 10, 0);
  return world;
}

describe('writeWithRoom', () => {
  test('makes room and writes once more', async () => {
    const world = await worldWithShelf();
    let tries = 0;
    const write = async () => {
      tries += 1;
      if (tries === 1) throw full();
      return 'written';
    };
    expect(await writeWithRoom(world, write)).toBe('written');
    expect(await shelved(world)).toEqual(['today']);
  });

  test('tries no third time, and drops nothing for other errors', async () => {
    const world = await worldWithShelf();
    let tries = 0;
    const failing = (error: unknown) => async () => {
      tries += 1;
      throw error;
    };
    await expect(writeWithRoom(world, failing(new TypeError('no')))).rejects.toThrow('no');
    expect([tries, await shelved(world)]).toEqual([1, ['long-ago', 'today']]);
    await expect(writeWithRoom(world, failing(full()))).rejects.toThrow('full');
    expect(tries).toBe(3);
  });

  test('writers that fail together share one clean-up', async () => {
    const world = await worldWithShelf();
    const once = () => {
      let tries = 0;
      return async () => {
        tries += 1;
        if (tries === 1) throw full();
      };
    };
    await Promise.all([writeWithRoom(world, once()), writeWithRoom(world, once())]);
    expect(await shelved(world)).toEqual(['today']);
  });
});

/** From now on each write of messages fails, so many times. */
function fillUp(world: TestWorld, times: number): void {
  let left = times;
  world.database.messages.hook('creating', () => {
    if (left <= 0) return;
    left -= 1;
    throw full();
  });
}

describe('a full storage while a person is looked up', () => {
  const ana = contact('alpha', '1', { emailKeys: ['ana@example.com'] });
  const relaxed = { signal: new AbortController().signal, force: false };

  async function lookUpWith(fails: number) {
    const world = new TestWorld();
    await world.connect('alpha', {
      ...searchable([ana]),
      ...historyOf({ 1: ['hello'] }, world.now),
    });
    await shelve(world, 'alpha', 'long-ago', 3, 20);
    fillUp(world, fails);
    await lookUpPerson(world, ana, relaxed);
    return { world, source: await world.database.sources.get(['alpha/1', 'alpha']) };
  }

  test('costs the histories looked at longest ago, and nobody notices', async () => {
    const { world, source } = await lookUpWith(1);
    expect(await shelved(world)).toEqual(['1']);
    expect(source?.coverage?.state).toBe('complete');
  });

  test('practice 19: that stays full is said in the coverage', async () => {
    const { source } = await lookUpWith(Number.POSITIVE_INFINITY);
    expect(source).toMatchObject({
      phase: 'settled',
      coverage: { state: 'partial', reason: 'storage-full' },
    });
  });

  const there = contact('beta', '9', { emailKeys: ['ana@example.com'] });

  async function twoPlatforms() {
    const world = new TestWorld();
    for (const each of [ana, there]) {
      const history = historyOf({ [each.id]: ['hello'] }, world.now);
      await world.connect(each.connectionId, { ...searchable([each]), ...history });
    }
    const shownOf = (platform: string) => world.database.sources.get(['alpha/1', platform]);
    return { world, shownOf };
  }

  test('one platform for which there was no room at first does not keep the others waiting', async () => {
    const { world, shownOf } = await twoPlatforms();
    let left = 2;
    world.database.sources.hook('creating', (_key, row) => {
      if (row.connectionId !== 'beta' || left <= 0) return;
      left -= 1;
      throw full();
    });
    await lookUpPerson(world, ana, relaxed);
    expect((await shownOf('alpha'))?.coverage?.state).toBe('complete');
    expect((await shownOf('beta'))?.coverage?.reason).toBe('storage-full');
  });

  test('what was found before stays on screen when the new answer finds no room', async () => {
    const { world, shownOf } = await twoPlatforms();
    await lookUpPerson(world, ana, relaxed);
    world.clock += 61_000;
    world.database.lookups.hook('updating', () => {
      throw full();
    });
    await lookUpPerson(world, ana, relaxed);
    expect(await shownOf('beta')).toMatchObject({
      contactIds: ['9'],
      coverage: { state: 'partial', reason: 'storage-full' },
    });
  });
});
