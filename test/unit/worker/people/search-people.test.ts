import { describe, expect, test } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { PeopleSearches } from '../../../../lib/worker/people/search-people';
import { ref } from '../../refs';
import { contact, searchable, TestWorld } from '../world';

const ana = contact('alpha', '1', { name: 'Ana Souza', emailKeys: ['ana@mail.org'] });
const directory = { find: 'directory', history: 'api' } as const;

async function found(world: TestWorld, windowId = 1) {
  const rows = await world.database.peopleSearches.where('windowId').equals(windowId).toArray();
  return Object.fromEntries(
    rows.map((row) => [
      row.connectionId,
      {
        phase: row.phase,
        ids: row.contacts.map(({ id }) => id),
        state: row.coverage?.state,
        reason: row.coverage?.reason,
      },
    ]),
  );
}

describe('a search by hand', () => {
  test('asks each platform in its own way and tells what could not be searched', async () => {
    const world = new TestWorld();
    await world.connect('alpha', {
      searchContacts: async () => ({ contacts: [ana], dropped: 0 }),
    });
    await world.connect('beta', searchable([]));
    await world.connect('gamma', {}, directory);
    await world.connect('delta', {
      searchContacts: async () => {
        throw new TransportError('unauthorised', { status: 401 });
      },
    });
    await world.database.contacts.put(contact('gamma', 'g', { name: 'Mariana  SOUZA' }));
    await new PeopleSearches(world).search(1, ' ana souza ');
    expect(await found(world)).toEqual({
      alpha: { phase: 'done', ids: ['1'], state: 'complete', reason: undefined },
      beta: { phase: 'done', ids: [], state: 'partial', reason: 'api-has-no-search' },
      gamma: { phase: 'done', ids: ['g'], state: 'partial', reason: 'search-bound' },
      delta: { phase: 'done', ids: [], state: 'unauthorised', reason: 'wrong-key' },
    });
    expect(await world.database.contacts.get(['alpha', '1'])).toMatchObject({ id: '1' });
  });

  test('finds a number in another spelling, stored here or on a platform that searches letter by letter', async () => {
    const world = new TestWorld();
    const there = contact('alpha', '1', { phoneKeys: ['+5511987316254'] });
    const search = searchable([there]);
    await world.connect('alpha', {
      ...search,
      searchContacts: async () => ({ contacts: [], dropped: 0 }),
    });
    await world.connect('gamma', {}, directory);
    const here = contact('gamma', 'g', {
      phones: ['(11) 98731-6254'],
      phoneKeys: ['+5511987316254'],
    });
    await world.database.contacts.put(here);
    await new PeopleSearches(world).search(1, '+55 11 8731-6254');
    expect((await found(world)).alpha?.ids).toEqual(['1']);
    expect((await found(world)).gamma?.ids).toEqual(['g']);
    expect(search.asked).toEqual([[{ kind: 'phone', value: '+5511987316254' }]]);
  });

  test('the best of many stored ones are shown, and that there are more', async () => {
    const world = new TestWorld();
    await world.connect('gamma', {}, directory);
    const others = Array.from({ length: 150 }, (_none, index) =>
      contact('gamma', `a${index}`, { name: `Oliver ${index}` }),
    );
    const wanted = contact('gamma', 'z', { name: 'Li' });
    await world.database.contacts.bulkPut([...others, wanted]);
    const searches = new PeopleSearches(world);
    await searches.search(1, 'li');
    const [row] = await world.database.peopleSearches.toArray();
    expect(row?.contacts[0]?.id).toBe('z');
    expect(row?.contacts).toHaveLength(20);
    expect(row?.hasMore).toBe(true);
    await searches.search(1, 'oliver 149');
    expect((await world.database.peopleSearches.toArray())[0]?.hasMore).toBe(false);
  });

  test('says that there are more where the platform lists only its first ones', async () => {
    const world = new TestWorld();
    const searchContacts = async () => ({ contacts: [ana], dropped: 0, hasMore: true });
    await world.connect('alpha', { searchContacts });
    await world.connect('beta', { findByName: searchContacts });
    await new PeopleSearches(world).search(1, 'ana');
    const rows = await world.database.peopleSearches.toArray();
    expect(rows.map(({ hasMore }) => hasMore)).toEqual([true, true]);
  });

  test('looks an address up exactly where there is no other search', async () => {
    const world = new TestWorld();
    const search = searchable([ana]);
    await world.connect('alpha', search);
    await new PeopleSearches(world).search(1, 'Ana@Mail.org');
    expect(search.asked).toEqual([[{ kind: 'email', value: 'ana@mail.org' }]]);
    expect((await found(world)).alpha?.ids).toEqual(['1']);
  });

  test.each([
    ['which finds only whole names', { contacts: [ana], dropped: 0 }, 'exact-name-only', undefined],
    [
      'whose key may not search',
      { contacts: [], dropped: 0, missingRight: 'search.read' },
      'missing-right',
      'search.read',
    ],
  ] as const)('asks a platform %s, and says so', async (_which, answer, reason, right) => {
    const world = new TestWorld();
    const asked: string[] = [];
    await world.connect('alpha', {
      ...searchable([]),
      findByName: async (name) => {
        asked.push(name);
        return { ...answer, contacts: [...answer.contacts] };
      },
    });
    await new PeopleSearches(world).search(1, ' Ana Souza ');
    expect(asked).toEqual(['Ana Souza']);
    const [row] = await world.database.peopleSearches.toArray();
    expect(row?.contacts).toEqual(answer.contacts);
    expect(row?.coverage?.state).toBe('partial');
    expect([row?.coverage?.reason, row?.coverage?.right]).toEqual([reason, right]);
  });

  test('a pasted address of a page that was open here is known, though its platform cannot tell', async () => {
    const world = new TestWorld();
    const nobody = { state: 'unknown-identity', dropped: 0, checkedAt: 0 } as const;
    await world.connect(
      'alpha',
      { identify: async () => ({ kind: 'unknown', coverage: nobody }) },
      undefined,
      {
        readAddress: (url) => ({ conversationId: url.pathname.slice(1) }),
      },
    );
    await world.database.contacts.put(ana);
    const seen = { connectionId: 'alpha', address: 'conversation:5', contactId: '1', hints: '' };
    await world.database.sightings.put(seen);
    const named = {
      a: ref('alpha/1'),
      b: ref('alpha/conversation:6'),
      verdict: 'same',
      at: 1,
    } as const;
    await world.database.links.put(named);
    for (const [path, ids] of [
      ['5', ['1']],
      ['6', ['1']],
      ['7', []],
    ] as const) {
      await new PeopleSearches(world).search(1, `https://alpha.example/${path}`);
      expect((await found(world)).alpha?.ids).toEqual(ids);
    }
  });

  test('an address of no connected account is told to nobody', async () => {
    const world = new TestWorld();
    const asked: string[] = [];
    await world.connect(
      'alpha',
      {
        searchContacts: async (query) => {
          asked.push(query);
          return { contacts: [], dropped: 0 };
        },
      },
      undefined,
      { readAddress: (url) => ({ contactId: url.pathname }) },
    );
    await new PeopleSearches(world).search(1, 'https://elsewhere.example/customers/7');
    expect(asked).toEqual([]);
    expect((await found(world)).alpha).toMatchObject({ phase: 'done', state: 'not-found' });
  });

  test('what a page showed of somebody is not lost by an address that tells less', async () => {
    const world = new TestWorld();
    const bare = contact('alpha', '1', { fetchedAt: 9 });
    await world.connect(
      'alpha',
      { identify: async () => ({ kind: 'contact', contact: bare, dropped: 0 }) },
      { find: 'seen', history: 'captured' },
      {
        readAddress: () => ({ conversationId: '1' }),
        contactFromPage: () => bare,
      },
    );
    await world.database.contacts.put({ ...ana, handle: 'secret', emails: ['ana@mail.org'] });
    await new PeopleSearches(world).search(1, 'https://alpha.example/1');
    const [row] = await world.database.peopleSearches.toArray();
    expect(row?.contacts[0]).toMatchObject({ name: ana.name, emails: ['ana@mail.org'] });
    expect(await world.database.contacts.get(['alpha', '1'])).toMatchObject({
      name: ana.name,
      emailKeys: ana.emailKeys,
      handle: 'secret',
    });
  });

  test('what looks like an id may be the platform’s own', async () => {
    const world = new TestWorld();
    await world.connect('alpha', {
      ...searchable([]),
      identify: async ({ contactId }) => ({
        kind: 'contact',
        contact: contact('alpha', contactId ?? ''),
        dropped: 0,
      }),
    });
    await new PeopleSearches(world).search(1, '66a0c1');
    expect((await found(world)).alpha).toMatchObject({ ids: ['66a0c1'], state: 'complete' });
  });

  test('a change of the connections ends it', async () => {
    const world = new TestWorld();
    const searches = new PeopleSearches(world);
    await world.connect('alpha', {
      searchContacts: async (_query, signal) => {
        await searches.stopAll();
        signal.throwIfAborted();
        return { contacts: [ana], dropped: 0 };
      },
    });
    await searches.search(1, 'ana');
    expect(await world.database.peopleSearches.count()).toBe(0);
    expect(await world.database.contacts.count()).toBe(0);
  });

  test('a pasted address asks only the helpdesk it leads to', async () => {
    const world = new TestWorld();
    const readAddress = (url: URL) => ({ contactId: url.pathname.slice(1) });
    const identify = async () => ({ kind: 'contact', contact: ana, dropped: 0 }) as const;
    await world.connect('alpha', { identify }, undefined, { readAddress });
    await world.connect('beta', {}, undefined, { readAddress });
    await new PeopleSearches(world).search(1, 'https://alpha.example/1');
    expect(await found(world)).toEqual({
      alpha: { phase: 'done', ids: ['1'], state: 'complete', reason: undefined },
    });
  });

  test('a new query ends the one before, and nothing of it is left', async () => {
    const world = new TestWorld();
    const queries: string[] = [];
    await world.connect('alpha', {
      searchContacts: (query, signal) => {
        queries.push(query);
        if (query === 'new') return Promise.resolve({ contacts: [], dropped: 0 });
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          void searches.search(1, 'new').then(() => done());
        });
      },
    });
    let done: () => void = () => undefined;
    const second = new Promise<void>((resolve) => {
      done = resolve;
    });
    const searches = new PeopleSearches(world);
    await searches.search(1, 'old');
    await second;
    expect(queries).toEqual(['old', 'new']);
    const [row] = await world.database.peopleSearches.toArray();
    expect(row).toMatchObject({ query: 'new', phase: 'done' });
    await searches.end(1);
    expect(await world.database.peopleSearches.count()).toBe(0);
  });

  test('a query ends the one before even where that has hardly begun', async () => {
    const world = new TestWorld();
    const queries: string[] = [];
    await world.connect('alpha', {
      searchContacts: async (query) => {
        queries.push(query);
        return { contacts: [ana], dropped: 0 };
      },
    });
    const searches = new PeopleSearches(world);
    await Promise.all([searches.search(1, 'old'), searches.search(1, 'new')]);
    expect(queries).toEqual(['new']);
    const left = searches.search(1, 'left open');
    await searches.end(1);
    await left;
    expect(queries).toEqual(['new']);
    expect(await world.database.peopleSearches.count()).toBe(0);
  });
});
