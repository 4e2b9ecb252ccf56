import { describe, expect, test } from 'vitest';
import { account, call, chatwoot, filterBody, idsOf, now } from './chatwoot-world';

const filter = `${account}/contacts/filter`;

describe('contact filter', () => {
  test('e-mail in capitals, or a phone with or without plus', async () => {
    const emulator = chatwoot();
    const body = filterBody(['email', 'AMELIE@example.FR', 'OR'], ['phone_number', '000']);
    expect((await call(emulator, filter, { body })).body).toMatchObject({
      meta: { count: 1, current_page: 1 },
      payload: [
        {
          email: 'amelie@example.fr',
          identifier: 'cust_AB',
          custom_attributes: { plan: 'Gold' },
          thumbnail: '',
          contact_inboxes: [{ inbox: { channel_type: 'Channel::WebWidget' } }, {}],
        },
      ],
    });
    for (const phone of ['33617294836', '+33617294836']) {
      const byPhone = { body: filterBody(['phone_number', phone]) };
      expect((await call(emulator, filter, byPhone)).body).toMatchObject({ meta: { count: 1 } });
    }
    emulator.switches.version = '4.6.3';
    const plus = { body: filterBody(['phone_number', '+33617294836']) };
    expect((await call(emulator, filter, plus)).body).toMatchObject({ meta: { count: 0 } });
    const bare = { body: filterBody(['phone_number', '33617294836']) };
    expect((await call(emulator, filter, bare)).body).toMatchObject({ meta: { count: 1 } });
  });

  test('only the first value counts, and visitors without an address are not found', async () => {
    const emulator = chatwoot();
    const body = filterBody(['email', ['nobody@example.org', 'regular@example.org']]);
    expect((await call(emulator, filter, { body })).body).toMatchObject({ meta: { count: 0 } });
    const visitor = emulator
      .installation('app.chatwoot.com')
      .accounts[0]?.contacts.find((one) => one.personKey === 'anonymous');
    const byName = { body: filterBody(['name', visitor?.name]) };
    expect((await call(emulator, filter, byName)).body).toMatchObject({ meta: { count: 0 } });
  });

  test('AND binds tighter than OR', async () => {
    const body = filterBody(
      ['email', 'regular@example.org', 'OR'],
      ['name', 'Crowd 1', 'AND'],
      ['email', 'other@example.org'],
    );
    expect((await call(chatwoot(), filter, { body })).body).toMatchObject({ meta: { count: 1 } });
  });

  test('refusals', async () => {
    const emulator = chatwoot();
    const answer = async (body: unknown) => call(emulator, filter, { body });
    expect(await answer(filterBody(['shoe', '39']))).toMatchObject({
      status: 422,
      body: { error: expect.stringContaining('Invalid attribute key - [shoe]') },
    });
    expect((await answer(filterBody(['email', 'a@b.c', 'XOR'], ['name', 'x']))).status).toBe(422);
    expect((await answer(filterBody(['email', []]))).status).toBe(422);
    expect((await answer({ email: 'a@b.c' })).status).toBe(500);
  });
});

describe('contact search and lists', () => {
  test('15 a page; the page number comes back as the string that was sent', async () => {
    const emulator = chatwoot();
    const search = `${account}/contacts/search?q=crowd&sort=name`;
    const first = await call(emulator, search);
    expect(first.body).toMatchObject({ meta: { count: 15, current_page: 1, has_more: true } });
    const second = await call(emulator, `${search}&page=2`);
    expect(second.body).toMatchObject({ meta: { count: 2, current_page: '2', has_more: false } });
    emulator.switches.version = '4.10.1';
    const old = await call(emulator, search);
    expect(old.body).toHaveProperty('meta', { count: 17, current_page: 1 });
  });

  test('the identifier is case-sensitive, wildcards are not escaped, a blank search is empty', async () => {
    const emulator = chatwoot();
    const count = async (query: string) => {
      const path = `${account}/contacts/search?include_contact_inboxes=false&q=${query}`;
      return (await call(emulator, path)).body;
    };
    expect(await count('cust_AB')).toMatchObject({ meta: { count: 1 } });
    expect(await count('CUST_ab')).toMatchObject({ meta: { count: 0 } });
    expect(await count('reg%25org')).toMatchObject({ meta: { count: 1 } });
    expect(await count('%2B336')).toMatchObject({ meta: { count: 1 } });
    expect(await count('%20')).toMatchObject({ meta: { count: null }, payload: [] });
    expect(JSON.stringify(await count('cust_AB'))).not.toContain('contact_inboxes');
  });

  test('a contact is wrapped in payload; times are whole seconds, and absent when there is none', async () => {
    const emulator = chatwoot();
    const { contact } = idsOf(emulator, 'amelie');
    const { body } = await call(emulator, `${account}/contacts/${contact}`);
    expect(body).toMatchObject({
      payload: { id: contact, last_activity_at: (now - 871 * 60_000) / 1000 },
    });
    const crowd = idsOf(emulator, 'crowd1').contact;
    const other = await call(emulator, `${account}/contacts/${crowd}`);
    expect(other.body).not.toHaveProperty('payload.last_activity_at');
    expect((await call(emulator, `${account}/contacts/1`)).body).toEqual({
      error: 'Resource could not be found',
    });
  });

  test('an update merges attributes, and refuses a taken e-mail', async () => {
    const emulator = chatwoot();
    const path = `${account}/contacts/${idsOf(emulator, 'amelie').contact}`;
    const merged = await call(emulator, path, {
      method: 'PATCH',
      body: { custom_attributes: { seat: 'left' } },
    });
    expect(merged.body).toMatchObject({
      payload: { custom_attributes: { plan: 'Gold', seat: 'left' } },
    });
    const taken = await call(emulator, path, {
      method: 'PATCH',
      body: { email: 'Regular@example.org' },
    });
    expect(taken).toMatchObject({
      status: 422,
      body: { message: 'Email has already been taken', attributes: ['email'] },
    });
  });
});

describe('notes', () => {
  test('bare array, newest first; create, change, delete by anybody', async () => {
    const emulator = chatwoot();
    const notes = `${account}/contacts/${idsOf(emulator, 'amelie').contact}/notes`;
    const made = await call(emulator, notes, { body: { note: { content: 'second' } } });
    expect(made).toMatchObject({
      status: 200,
      body: { content: 'second', contact_id: null, user: { name: 'Maya Lindqvist' } },
    });
    const list = await call(emulator, notes);
    expect(list.body).toMatchObject([{ content: 'second' }, { content: 'Prefers French.' }]);
    const { id } = emulator.installation('app.chatwoot.com').accounts[0]?.notes.at(-1) ?? {};
    const blank = await call(emulator, `${notes}/${id}`, {
      method: 'PATCH',
      body: { content: '' },
    });
    expect(blank).toMatchObject({ status: 200, body: { content: '' } });
    expect((await call(emulator, `${notes}/${id}`)).body).toMatchObject({ content: 'second' });
    await call(emulator, `${notes}/${id}`, { method: 'DELETE' });
    expect((await call(emulator, `${notes}/${id}`)).status).toBe(404);
  });

  test('a blank note is refused', async () => {
    const emulator = chatwoot();
    const notes = `${account}/contacts/${idsOf(emulator, 'amelie').contact}/notes`;
    expect(await call(emulator, notes, { body: { content: ' ' } })).toMatchObject({
      status: 422,
      body: { message: "Content can't be blank", attributes: ['content'] },
    });
  });
});

describe('canned responses', () => {
  const path = `${account}/canned_responses`;

  test('search ranks short codes first; times are ISO strings', async () => {
    const emulator = chatwoot();
    const { body } = await call(emulator, `${path}?search=order`);
    expect(body).toMatchObject([{ short_code: 'order-number' }, { short_code: 'shipping' }]);
    expect(JSON.stringify(body)).toMatch(/"created_at":"\d{4}-\d\d-\d\dT/);
  });

  test('short codes are unique and both fields required', async () => {
    const emulator = chatwoot();
    const taken = await call(emulator, path, { body: { short_code: 'hello', content: 'x' } });
    expect(taken).toMatchObject({ status: 422, body: { attributes: ['short_code'] } });
    const empty = await call(emulator, path, { body: { short_code: 'new' } });
    expect(empty).toMatchObject({ status: 422, body: { attributes: ['content'] } });
    const made = await call(emulator, path, { body: { short_code: 'Hello', content: 'x' } });
    expect(made).toMatchObject({ status: 200, body: { account_id: 1, short_code: 'Hello' } });
  });
});
