import { describe, expect, it } from 'vitest';
import { fakeChatwoot, rawContact, signal } from './fake-chatwoot';

const A = '/api/v1/accounts/3';

describe('find', () => {
  const path = `POST ${A}/contacts/filter`;
  const identifiers = [
    { kind: 'email', value: 'ana@example.com' },
    { kind: 'phone', value: '+46701234567' },
    { kind: 'external-id', value: 'crm-7' },
  ] as const;

  it('asks for all identifiers in one repeatable call, the phone number without plus', async () => {
    const { api, requests } = fakeChatwoot({
      [path]: () => ({ meta: { count: 1, current_page: 1 }, payload: [rawContact()] }),
    });
    const found = await api.find?.([...identifiers], signal);
    expect(found?.contacts.map(({ id }) => id)).toEqual(['41']);
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      repeatable: true,
      query: { page: 1, include_contact_inboxes: 'false' },
      body: {
        payload: [
          { attribute_key: 'email', values: ['ana@example.com'], query_operator: 'OR' },
          { attribute_key: 'phone_number', values: ['46701234567'], query_operator: 'OR' },
          { attribute_key: 'identifier', values: ['crm-7'], query_operator: null },
        ],
      },
    });
  });

  it('asks in every spelling that may be stored, and takes what is stored in another', async () => {
    const stored = [
      rawContact({
        id: 1,
        email: 'ana@xn--mller-kva.example',
        phone_number: null,
        identifier: null,
      }),
      rawContact({ id: 2, email: null, phone_number: '+551187316254', identifier: null }),
      rawContact({ id: 3, email: null, phone_number: '+551137316254', identifier: null }),
    ];
    const { api, requests } = fakeChatwoot({ [path]: () => ({ payload: stored }) });
    const found = await api.find?.(
      [
        { kind: 'email', value: 'ana@müller.example' },
        { kind: 'phone', value: '+5511987316254' },
      ],
      signal,
    );
    expect(found?.contacts.map(({ id }) => id)).toEqual(['1', '2']);
    expect(requests[0]?.body).toMatchObject({
      payload: [
        { values: ['ana@müller.example'] },
        { values: ['ana@xn--mller-kva.example'] },
        { values: ['ana@müller.example'.normalize('NFD')] },
        { values: ['5511987316254'] },
        { values: ['551187316254'], query_operator: null },
      ],
    });
  });

  it('asks nothing for nothing', async () => {
    const { api, requests } = fakeChatwoot({});
    expect(await api.find?.([{ kind: 'email', value: ' ' }], signal)).toEqual({
      contacts: [],
      dropped: 0,
    });
    expect(requests).toEqual([]);
  });

  it('believes only equal identifiers', async () => {
    const others = [
      rawContact({ id: 1, email: 'diana@example.com', phone_number: null, identifier: null }),
      rawContact({ id: 2, email: null, phone_number: '+46701234560', identifier: 'CRM-7' }),
      rawContact({ id: 3, email: 'ANA@EXAMPLE.COM', phone_number: null, identifier: null }),
    ];
    const { api } = fakeChatwoot({ [path]: () => ({ meta: { count: 3 }, payload: others }) });
    const found = await api.find?.([...identifiers], signal);
    expect(found?.contacts.map(({ id }) => id)).toEqual(['3']);
  });

  it('drops and counts what it cannot read', async () => {
    const payload = [null, 'x', { name: 'no id' }, { id: 'a/b' }, { id: -1 }, rawContact()];
    const { api } = fakeChatwoot({ [path]: () => ({ payload }) });
    const found = await api.find?.([...identifiers], signal);
    expect(found?.dropped).toBe(5);
    expect(found?.contacts).toHaveLength(1);
  });

  it('pages through up to 60 contacts', async () => {
    const { api, requests } = fakeChatwoot({
      [path]: ({ query }) => ({
        meta: { count: 200, current_page: String(query?.page) },
        payload: Array.from({ length: 15 }, (_, index) =>
          rawContact({ id: Number(query?.page) * 100 + index }),
        ),
      }),
    });
    const found = await api.find?.([...identifiers], signal);
    expect(requests.map(({ query }) => query?.page)).toEqual([1, 2, 3, 4]);
    expect(found?.contacts).toHaveLength(60);
  });

  it.each([[null], [{}], [{ payload: {} }], [[]]])(
    'does not take %j for "nobody"',
    async (body) => {
      const { api } = fakeChatwoot({ [path]: () => body });
      await expect(api.find?.([...identifiers], signal)).rejects.toMatchObject({
        reason: 'bad-answer',
      });
    },
  );
});

describe('searchContacts', () => {
  it.each([
    [' Ana ', 'Ana'],
    ['100%', '100'],
    ['ana_s@example.com', 'ana_s@example.com'],
    ['+46 (0)70-123', '4670123'],
    ['tel:+46–70‑123', '4670123'],
    ['Ana <ana_s@example.com>', 'ana_s@example.com'],
  ])('asks for %j once, as it is stored, and takes the readable ones', async (query, q) => {
    const { api, requests } = fakeChatwoot({
      [`GET ${A}/contacts/search`]: () => ({
        meta: { count: 2, current_page: '1', has_more: true },
        payload: [rawContact(), { name: 'without id' }],
      }),
    });
    const found = await api.searchContacts?.(query, signal);
    expect(found?.contacts.map(({ id }) => id)).toEqual(['41']);
    expect(found?.dropped).toBe(1);
    expect(requests.map((request) => request.query?.q)).toEqual([q]);
  });

  it.each([
    ['4.11.0 says so', { count: 1, current_page: '1', has_more: true }, true],
    ['4.11.0 denies it', { count: 1, current_page: '1', has_more: false }, false],
    ['an older one counts more', { count: 40, current_page: '1' }, true],
    ['an older one counts as many', { count: 1, current_page: '1' }, false],
  ])('tells of others that the page does not list, where %s', async (_version, meta, hasMore) => {
    const { api } = fakeChatwoot({
      [`GET ${A}/contacts/search`]: () => ({ meta, payload: [rawContact()] }),
    });
    expect((await api.searchContacts?.('ana', signal))?.hasMore).toBe(hasMore);
  });

  it('asks nothing for nothing', async () => {
    const { api, requests } = fakeChatwoot({});
    expect(await api.searchContacts?.(' % ', signal)).toEqual({ contacts: [], dropped: 0 });
    expect(requests).toEqual([]);
  });
});
