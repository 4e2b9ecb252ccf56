import { describe, expect, test } from 'vitest';
import type { Transport } from '../../../lib/http/transport';
import { TransportError } from '../../../lib/http/transport-error';
import { createWorld } from '../../helpdesks/world/world';
import { apiOver, onChatwoot, onKustomer } from './emulated';

const world = createWorld(Date.UTC(2026, 10, 20, 12));
const signal = new AbortController().signal;

describe('Chatwoot', () => {
  function setUp() {
    const { emulator, records } = onChatwoot(world);
    const [account] = emulator.installation('app.chatwoot.com').accounts;
    const api = records[0]?.api;
    if (account === undefined || api === undefined) throw new TypeError('nobody there');
    return { emulator, account, api, records };
  }

  test('finds contacts by a part of the name, the address and the number', async () => {
    const { account, api } = setUp();
    const wanted = account.contacts.find((each) => each.email && each.phoneNumber);
    const queries = [wanted?.name.slice(1), wanted?.email, wanted?.phoneNumber].map(String);
    for (const query of queries) {
      const found = await api.searchContacts?.(query, signal);
      expect(found?.contacts.map(({ id }) => id)).toContain(String(wanted?.id));
    }
  });

  test('tells the labels of a contact', async () => {
    const chatwoot = onChatwoot(world);
    const [desk] = chatwoot.emulator.installation('app.chatwoot.com').accounts;
    const [row] = desk?.contacts ?? [];
    const [first] = chatwoot.records;
    if (row === undefined || first === undefined) throw new TypeError('nobody there');
    row.labels = ['vip', 'wholesale'];
    expect(await first.api.tagsOf?.(first.contact, signal)).toEqual({ tags: row.labels });
  });

  test('tells that a contact is gone, and by a conversation into whom it was merged', async () => {
    const { emulator, account, api, records } = setUp();
    const [conversation] = account.conversations;
    const gone = conversation?.contactId;
    const base = account.contacts.find(({ id }) => id !== gone)?.id;
    const url = 'https://app.chatwoot.com/api/v1/accounts/1/actions/contact_merge';
    const answer = await emulator.handle(
      new Request(url, {
        method: 'POST',
        headers: { 'api-access-token': emulator.tokens.admin, 'content-type': 'application/json' },
        body: JSON.stringify({ base_contact_id: base, mergee_contact_id: gone }),
      }),
    );
    expect(answer.ok).toBe(true);
    const old = records.find(({ contact }) => contact.id === String(gone));
    if (old === undefined) throw new TypeError('nobody there');
    const parts = old.api.history?.(old.contact, { signal, wanted: 60 });
    await expect(parts?.next()).rejects.toMatchObject({ failure: 'not-found' });
    const conversationIds = [String(conversation?.displayId)];
    const survivor = await api.findMergeTarget?.({ id: String(gone), conversationIds }, signal);
    expect(survivor?.id).toBe(String(base));
    expect(await api.findMergeTarget?.({ id: String(gone), conversationIds: [] }, signal)).toBe(
      undefined,
    );
  });
});

/** A customer carries ids, one of them of a tag that is gone. */
const tagged = { id: 'c1', attributes: { tags: ['t1', 't9', 't2', 7] } };
const tagList = [
  { id: 't1', attributes: { name: 'VIP' } },
  { id: 't2', attributes: { name: 'late' } },
  { id: 't3', attributes: {} },
];

describe('Kustomer', () => {
  test('finds customers by the whole name, in any case, and not by a part of it', async () => {
    const { records } = onKustomer(world);
    const record = records.find(({ name }) => name === 'amelie:0');
    const ids = async (name: string) =>
      (await record?.api.findByName?.(name, signal))?.contacts.map(({ id }) => id);
    expect(await ids('amelie laurent')).toEqual([record?.contact.id]);
    expect(await ids('amelie')).toEqual([]);
  });

  test.each([
    ['', undefined, false],
    [', at its end', null, false],
    [', with others behind it', '/v1/customers/search?page=2&pageSize=20', true],
  ])(
    'tells whether there are more of the name than a page lists%s',
    async (_where, next, hasMore) => {
      const body = { data: [{ id: 'c1', attributes: { name: 'Ana' } }], links: { next } };
      const api = apiOver(onKustomer(world).connection, {
        send: async () => ({ status: 200, body }),
      });
      const found = await api.findByName?.('Ana', signal);
      expect([found?.contacts.length, found?.hasMore]).toEqual([1, hasMore]);
    },
  );

  test.each([
    ['names of tags, asked for once', 'full', { tags: ['VIP', 'late'] }],
    [
      'which right a key lacks for tags',
      'refused',
      { tags: [], missingRight: 'org.permission.tag.read' },
    ],
  ])('tells %s', async (_what, answer, expected) => {
    const asked: string[] = [];
    const transport: Transport = {
      async send({ path }) {
        asked.push(path);
        if (path !== '/v1/tags') return { status: 200, body: { data: tagged } };
        if (answer === 'refused') throw new TransportError('forbidden', { status: 403 });
        return { status: 200, body: { data: tagList } };
      },
    };
    const { connection, records } = onKustomer(world);
    const api = apiOver(connection, transport);
    const contact = records[0]?.contact;
    if (contact === undefined) throw new TypeError('nobody there');
    expect(await api.tagsOf?.(contact, signal)).toEqual(expected);
    expect(await api.tagsOf?.(contact, signal)).toEqual(expected);
    const lists = asked.filter((path) => path === '/v1/tags');
    expect(lists.length).toBe(answer === 'full' ? 1 : 2);
  });

  test('says which right a key lacks for that', async () => {
    const refusing: Transport = {
      send: async () => {
        throw new TransportError('forbidden', { status: 403 });
      },
    };
    const api = apiOver(onKustomer(world).connection, refusing);
    expect(await api.findByName?.('Ana', signal)).toEqual({
      contacts: [],
      dropped: 0,
      missingRight: 'org.permission.search.create',
    });
  });
});

describe.each(['survivor', 'gone'] as const)('Kustomer, old ids: %s', (merged) => {
  test('tells into whom a customer was merged, and that nobody was', async () => {
    const { emulator, records } = onKustomer(world, { merged });
    const [record] = records;
    const [person = '', index = '0'] = record?.name.split(':') ?? [];
    const id = emulator.mergedId(person, Number(index));
    const survivor = await record?.api.findMergeTarget?.({ id, conversationIds: [] }, signal);
    expect(survivor?.id).toBe(record?.contact.id);
    const nobody = { id: 'f'.repeat(24), conversationIds: [] };
    expect(await record?.api.findMergeTarget?.(nobody, signal)).toBeUndefined();
  });
});
