import { beforeEach, describe, expect, it } from 'vitest';
import { call, clock, dana, keys, kustomer, parcel, startAgain, write } from './kustomer-client';

beforeEach(startAgain);

describe('history', () => {
  it('pages messages by paths, null at the ends, in the order of creation', async () => {
    const base = `/v1/customers/${kustomer.customerId('talker')}/messages`;
    const first = await call(`${base}?pageSize=500`);
    expect(first.body.meta).toEqual({ page: 1, pageSize: 100 });
    expect(first.body.links).toMatchObject({ prev: null, next: `${base}?pageSize=100&page=2` });
    expect(first.body.data[0]?.attributes.preview).toBe('line 1');
    const second = await call(first.body.links.next ?? '');
    const third = await call(second.body.links.next ?? '');
    expect(third.body.data).toHaveLength(30);
    expect(third.body.links.next).toBeNull();
    kustomer.switches.order = 'desc';
    expect((await call(base)).body.data[0]?.attributes.preview).toBe('line 230');
    kustomer.switches.order = 'random';
    const mixed = (await call(base)).body.data.map(({ attributes }) => attributes.sentAt);
    expect(mixed).not.toEqual([...mixed].sort());
  });

  it('shows messages as live ones are', async () => {
    const { body } = await call(`/v1/customers/${dana}/messages?include=attachments`);
    const [pigeon, question, failed] = body.data;
    expect(question?.relationships.customer?.data?.type).toBe('customers');
    expect(question?.relationships).not.toHaveProperty('createdBy');
    expect(failed?.attributes).toMatchObject({
      status: 'error',
      error: { detail: 'mailbox full' },
    });
    expect(failed?.relationships.createdBy?.data?.type).toBe('user');
    expect(pigeon?.attributes).toMatchObject({ channel: 'carrier-pigeon', auto: true });
    expect(body.included?.[0]?.attributes).toMatchObject({ name: 'label.png', contentLength: 9 });
    expect(JSON.stringify(body)).not.toContain('secret');
    expect((await call(`/v1/customers/${dana}/messages`)).body).not.toHaveProperty('included');
  });

  it('writes recipients in three forms', async () => {
    const { body } = await call(`/v1/conversations/${parcel}/messages`);
    const forms = new Set(
      body.data.map(({ attributes }) => {
        const meta: { to?: unknown } = { ...(attributes.meta ?? {}) };
        return Array.isArray(meta.to) ? 'array' : typeof meta.to;
      }),
    );
    expect([...forms].every((form) => ['array', 'object', 'string'].includes(form))).toBe(true);
    expect(forms.size).toBeGreaterThan(1);
  });

  it('delivers conversations one by one, by commas, and with their counts', async () => {
    const { body } = await call(`/v1/customers/${dana}/conversations`);
    const [older, newer] = body.data;
    expect(older?.attributes).toMatchObject({ status: 'snoozed', channels: ['carrier-pigeon'] });
    expect(newer?.attributes).toMatchObject({ status: 'open', messageCount: 4, noteCount: 1 });
    const both = await call(`/v1/conversations/${parcel},${older?.id},${'0'.repeat(24)}`);
    expect(both.body.data).toHaveLength(2);
    expect((await call(`/v1/conversations/${'0'.repeat(24)}`)).status).toBe(404);
  });

  it('no longer delivers users who left, and answers several ids at once', async () => {
    const { body } = await call('/v1/users?userType=user');
    expect(body.data.map(({ attributes }) => attributes.name)).toEqual(['Nora']);
    const authors = (await call(`/v1/conversations/${parcel}/messages`)).body.data.flatMap(
      ({ relationships }) => relationships.createdBy?.data?.id ?? [],
    );
    expect((await call(`/v1/users/${authors.join(',')}`)).body.data).toHaveLength(1);
    expect((await call(`/v1/users/${authors.at(-1)}`)).status).toBe(404);
  });
});

describe('notes', () => {
  const path = `/v1/conversations/${parcel}/notes`;

  it('creates, changes and deletes one', async () => {
    const made = await write('POST', path, { body: 'call back', externalId: 'n-1' });
    expect(made.status).toBe(201);
    const { id } = made.body.data;
    const list = await call(`/v1/customers/${dana}/notes`);
    expect(list.body.data.map(({ attributes }) => attributes.body)).toEqual([
      'Asked the courier',
      'call back',
    ]);
    clock.now += 1_000;
    const changed = await write('PATCH', `/v1/notes/${id}`, { body: 'called back' });
    expect(changed.body.data.attributes).toMatchObject({ body: 'called back', externalId: 'n-1' });
    expect((await call(`/v1/notes/${id}`, keys.full, { method: 'GET' })).status).toBe(200);
    expect((await write('DELETE', `/v1/notes/${id}`, {})).status).toBe(204);
    expect((await write('DELETE', `/v1/notes/${id}`, {})).status).toBe(404);
    expect((await call(path)).body.data).toHaveLength(1);
  });

  it('refuses what Kustomer refuses', async () => {
    const refused = async (body: unknown) => (await write('POST', path, body)).status;
    expect((await write('POST', `/v1/customers/${dana}/notes`, { body: 'x' })).status).toBe(404);
    expect(await refused({ body: '' })).toBe(400);
    expect(await refused({ body: 'x'.repeat(10_241) })).toBe(400);
    expect(await refused({ body: 'x'.repeat(100_001) })).toBe(413);
    expect(await refused(['x'])).toBe(400);
    expect(await refused({ body: 'x', createdAt: '2020-01-01' })).toBe(403);
    expect((await write('POST', path, { body: 'x' }, keys.noMessages)).status).toBe(403);
    const unknown = await write('POST', path, { body: 'x', data: {} });
    expect(unknown.body.errors?.[0]).toMatchObject({
      code: 'badparam',
      source: { parameter: 'data' },
    });
    expect((await write('POST', '/v1/notes', { body: 'x' })).status).toBe(400);
    expect((await write('POST', '/v1/notes', { body: 'x', conversation: parcel })).status).toBe(
      201,
    );
  });

  it('opens a conversation to hold one', async () => {
    const made = await write(
      'POST',
      `/v1/customers/${kustomer.customerId('nobody')}/conversations`,
      {
        name: 'Notes',
        status: 'done',
        externalId: 'notes:1',
      },
    );
    expect(made.status).toBe(201);
    const found = await call('/v1/conversations/externalId=notes%3A1');
    expect(found.body.data).toMatchObject({
      id: made.body.data.id,
      attributes: { status: 'done' },
    });
  });

  it('limits how many a minute a customer gets', async () => {
    kustomer.switches.noteLimit = 1;
    expect((await write('POST', path, { body: 'x' })).status).toBe(201);
    expect((await write('POST', path, { body: 'x' })).status).toBe(429);
  });
});

describe('search, shortcuts and the rest', () => {
  it('searches by criteria, and links beyond the last page', async () => {
    const search = (body: unknown, query = '') =>
      write('POST', `/v1/customers/search${query}`, body);
    const byMail = await search({
      queryContext: 'customer',
      or: [
        { customer_email: { equals: 'twin@example.com' } },
        { customer_shared_email: { equals: 'twin@example.com' } },
      ],
    });
    expect(byMail.body.meta.total).toBe(2);
    const messages = {
      queryContext: 'message',
      and: [
        { message_customer_id: { equals: kustomer.customerId('talker') } },
        { message_updated_at: { gt: '2026-01-01T00:00:00.000Z' } },
      ],
    };
    expect((await search(messages)).body.meta.total).toBe(230);
    kustomer.switches.searchMaxPages = 2;
    const last = await search(messages, '?page=2&pageSize=2');
    expect(last.body.links.next).toContain('page=3');
    expect((await search(messages, '?page=3&pageSize=2')).status).toBe(400);
    expect((await search({ and: { customer_shoe_size: { equals: 43 } } })).status).toBe(400);
  });

  it('delivers shortcuts with Draft.js content, deleted ones too', async () => {
    const { body } = await call('/v1/shortcuts');
    const greeting = body.data.find(({ attributes }) => attributes.name === 'greeting');
    expect(greeting?.attributes).toMatchObject({
      draft: { text: 'Hello {{customer.firstName}}, thanks for writing.' },
      payload: { text: { blocks: [{ text: 'Hello First name, thanks for writing.' }] } },
    });
    expect(body.data.some(({ attributes }) => attributes.deleted === true)).toBe(true);
    const categories = await call('/v1/shortcuts/categories');
    expect(categories.body.data.map(({ id }) => id)).toContain(
      greeting?.relationships.parent?.data?.id,
    );
  });

  it.each(['/v1/tags', '/v1/teams', '/v1/companies', `/v1/customers/${dana}/drafts`])(
    'lists %s',
    async (path) => {
      const { status, body } = await call(path);
      expect(status).toBe(200);
      expect(body.data.length).toBeGreaterThan(0);
    },
  );
});
