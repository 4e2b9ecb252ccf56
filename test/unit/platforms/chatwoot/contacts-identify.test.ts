import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { contactSchema } from '../../../../lib/model/contact';
import type { PageContext } from '../../../../lib/model/page';
import { fakeChatwoot, NOW, rawContact, rawConversation, refusal, signal } from './fake-chatwoot';

const A = '/api/v1/accounts/3';

function page(change: Partial<PageContext> = {}): PageContext {
  return {
    platform: 'chatwoot',
    view: 'person',
    account: '3',
    hints: { emails: [], phones: [] },
    composer: 'reply',
    ...change,
  };
}

describe('identify', () => {
  it('takes the contact from the conversation on screen, in one request', async () => {
    const { api, requests } = fakeChatwoot({
      [`GET ${A}/conversations/12`]: () => rawConversation(12),
    });
    const found = await api.identify(page({ conversationId: '12' }), signal);
    if (found.kind !== 'contact') throw new Error('expected a contact');
    expect(found.contact).toEqual({
      connectionId: 'c-1',
      id: '41',
      platform: 'chatwoot',
      name: 'Ana Lindqvist',
      placeholderName: undefined,
      avatarUrl: 'https://desk.example.com/rails/active_storage/ana.png',
      emails: ['ana@example.com'],
      phones: ['+46701234567'],
      emailKeys: ['ana@example.com'],
      phoneKeys: ['+46701234567'],
      externalIds: ['crm-7'],
      company: 'Fjäll AB',
      language: 'sv',
      location: 'Lund, Sweden',
      lastSeenAt: NOW - 600_000,
      attributes: [
        { label: 'Shirt size', value: 'M' },
        { label: 'Newsletter', value: 'yes', truth: true },
      ],
      url: 'https://desk.example.com/app/accounts/3/contacts/41',
      fetchedAt: NOW,
    });
    expect(requests).toHaveLength(1);
  });

  it('asks for the contact of a contact page', async () => {
    const { api, requests } = fakeChatwoot({
      [`GET ${A}/contacts/41`]: () => ({ payload: rawContact() }),
    });
    const found = await api.identify(page({ contactId: '41' }), signal);
    expect(found).toMatchObject({ kind: 'contact', contact: { id: '41' } });
    expect(requests[0]?.query).toEqual({ include_contact_inboxes: 'false' });
  });

  it('does not ask about a page of another account', async () => {
    const { api, requests } = fakeChatwoot({});
    const found = await api.identify(page({ account: '9', conversationId: '12' }), signal);
    expect(found).toMatchObject({ kind: 'unknown', coverage: { state: 'unknown-identity' } });
    expect(requests).toEqual([]);
  });

  it('is unknown when the conversation was deleted', async () => {
    const { api } = fakeChatwoot({});
    const found = await api.identify(page({ conversationId: '12' }), signal);
    expect(found).toMatchObject({ kind: 'unknown', coverage: { state: 'not-found' } });
  });

  it.each([
    [null],
    [[]],
    [{}],
    [{ id: 12 }],
    [{ id: 12, meta: null }],
    [{ id: 12, meta: { sender: null } }],
    [{ id: 12, meta: { sender: { id: 'x' } } }],
  ])('counts an unreadable answer: %j', async (body) => {
    const { api } = fakeChatwoot({ [`GET ${A}/conversations/12`]: () => body });
    const found = await api.identify(page({ conversationId: '12' }), signal);
    expect(found).toMatchObject({
      kind: 'unknown',
      coverage: { reason: 'bad-answer', dropped: 1 },
    });
  });

  it('keeps the wrong key apart from a right that is missing; Chatwoot says 401 to both', async () => {
    const wrong = fakeChatwoot({
      [`GET ${A}/conversations/12`]: refusal(401, { error: 'Invalid Access Token' }),
      'GET /api/v1/profile': refusal(401, { error: 'Invalid Access Token' }),
    });
    const hidden = fakeChatwoot({
      [`GET ${A}/conversations/12`]: refusal(401, {
        error: 'Você não tem permissão para executar esta ação',
      }),
      'GET /api/v1/profile': () => ({ id: 7 }),
    });
    const context = page({ conversationId: '12' });
    await expect(wrong.api.identify(context, signal)).rejects.toMatchObject({
      failure: 'unauthorised',
    });
    await expect(hidden.api.identify(context, signal)).rejects.toMatchObject({
      failure: 'forbidden',
    });
  });

  it('calls no key wrong while it cannot be asked about', async () => {
    const { api } = fakeChatwoot({
      [`GET ${A}/conversations/12`]: refusal(401, { error: 'Account is suspended' }),
      'GET /api/v1/profile': refusal(500, {}),
    });
    await expect(api.identify(page({ conversationId: '12' }), signal)).rejects.toMatchObject({
      failure: 'server-error',
    });
  });

  it('notices from the page that the server was updated', async () => {
    const { api, remembered } = fakeChatwoot(
      { [`GET ${A}/contacts/41`]: () => ({ payload: rawContact() }) },
      { facts: { version: '4.9.2' } },
    );
    await api.identify(page({ contactId: '41', version: '4.15.1' }), signal);
    await api.identify(page({ contactId: '41', version: 'rubbish' }), signal);
    expect(remembered).toEqual({ version: '4.15.1' });
  });

  it('never lets an id from a page choose another path', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ minLength: 1 }),
          fc.constantFrom('..', '../7', '1/../2', '1?a=b', '%2f'),
        ),
        async (id) => {
          const { api, requests } = fakeChatwoot({});
          await api.identify(page({ conversationId: id }), signal);
          await api.identify(page({ contactId: id }), signal);
          for (const { path } of requests) {
            expect(path).toMatch(/^\/api\/v1\/accounts\/3\/(?:conversations|contacts)\/\d+$/);
          }
        },
      ),
    );
  });

  it.each([
    ['nothing but an id', { id: 41 }, { emails: [], phones: [], url: expect.any(String) }],
    [
      'fields of other types',
      { id: '41', name: 7, email: [], phone_number: {}, additional_attributes: 'x', thumbnail: 1 },
      { id: '41', emails: [], phones: [] },
    ],
    ['no picture', rawContact({ thumbnail: '' }), { avatarUrl: undefined }],
    [
      'a picture over http',
      rawContact({ thumbnail: 'http://a.example/p.png' }),
      { avatarUrl: undefined },
    ],
    ['a picture as script', rawContact({ thumbnail: 'javascript:1' }), { avatarUrl: undefined }],
    [
      'e-mail in capitals',
      rawContact({ email: 'ANA@Example.COM' }),
      {
        emails: ['ANA@Example.COM'],
        emailKeys: ['ana@example.com'],
      },
    ],
    [
      'thirty digits',
      rawContact({ phone_number: `+${'1'.repeat(30)}` }),
      {
        phones: [`+${'1'.repeat(30)}`],
        phoneKeys: [],
      },
    ],
    [
      'a generated name',
      rawContact({ name: 'quiet-river-412' }),
      {
        name: undefined,
        placeholderName: 'quiet-river-412',
      },
    ],
    ['a blank name', rawContact({ name: '  ' }), { name: undefined }],
    ['an endless name', rawContact({ name: 'x'.repeat(9_000) }), { name: 'x'.repeat(2_000) }],
    [
      'a language',
      rawContact({ additional_attributes: { language: 'pt_BR', city: 'Porto' } }),
      {
        language: 'pt-BR',
        location: 'Porto',
        company: undefined,
      },
    ],
    [
      'no language',
      rawContact({ additional_attributes: { language: '<b>' } }),
      {
        language: undefined,
        location: undefined,
      },
    ],
  ])('maps a contact with %s', async (_, raw, expected) => {
    const { api } = fakeChatwoot({ [`GET ${A}/contacts/41`]: () => ({ payload: raw }) });
    const found = await api.identify(page({ contactId: '41' }), signal);
    if (found.kind !== 'contact') throw new Error('expected a contact');
    expect(found.contact).toMatchObject(expected);
    expect(v.is(contactSchema, found.contact)).toBe(true);
  });
});

describe('what something before Chatwoot refuses with a page of its own', () => {
  const body = '<html><head><title>Attention required</title></head></html>';

  it.each([
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [404, 'not-found'],
  ] as const)('says nothing of the key or the contact: %i', async (status, failure) => {
    const { api, requests } = fakeChatwoot({
      [`GET ${A}/contacts/41`]: () => {
        throw new TransportError(failure, { status, body });
      },
    });
    const identified = api.identify(page({ contactId: '41' }), signal);
    await expect(identified).rejects.toMatchObject({ failure: 'not-json', status, body });
    expect(requests).toHaveLength(1);
  });
});

describe('into whom a contact was merged', () => {
  const profile = { id: 7, name: 'Tom', accounts: [{ id: 3, role: 'agent' }] };
  const refused = refusal(401, { error: 'You are not authorized to do this action' });
  const gone = { id: '40', conversationIds: ['11', '12'] };

  it.each([
    ['was deleted', undefined],
    ['is in an inbox that this key does not see', refused],
    ['is not readable', () => ({ id: 'x' })],
    ['is of the contact itself', () => rawConversation(11, { meta: { sender: { id: 40 } } })],
  ])('the next conversation tells where the first one %s', async (_how, first) => {
    const { api } = fakeChatwoot({
      ...(first && { [`GET ${A}/conversations/11`]: first }),
      [`GET ${A}/conversations/12`]: () => rawConversation(12),
      'GET /api/v1/profile': () => profile,
    });
    expect((await api.findMergeTarget?.(gone, signal))?.id).toBe('41');
  });

  it('is not known while the server cannot be asked', async () => {
    const { api } = fakeChatwoot({ [`GET ${A}/conversations/11`]: refusal(500, {}) });
    const asked = api.findMergeTarget?.(gone, signal);
    await expect(asked).rejects.toMatchObject({ failure: 'server-error' });
  });
});
