import { describe, expect, test } from 'vitest';
import { account, call, chatwoot, filterBody, idsOf, now } from './chatwoot-world';

const filter = `${account}/conversations/filter`;

function payload(body: unknown): Record<string, unknown>[] {
  if (typeof body !== 'object' || body === null || !('payload' in body))
    throw new Error('no payload');
  if (!Array.isArray(body.payload)) throw new Error('payload is no list');
  return body.payload;
}

describe('conversations', () => {
  test("a contact's conversations stop at 20, newest first; the filter gives all, 25 a page", async () => {
    const emulator = chatwoot();
    const { contact } = idsOf(emulator, 'regular');
    const capped = await call(emulator, `${account}/contacts/${contact}/conversations?page=2`);
    expect(capped.body).not.toHaveProperty('meta');
    const rows = payload(capped.body);
    expect(rows).toHaveLength(20);
    const times = rows.map((row) => Number(row.last_activity_at));
    expect(times).toEqual([...times].sort((one, other) => other - one));

    const body = filterBody(['contact_id', contact]);
    const first = await call(emulator, filter, { body });
    expect(first.body).toHaveProperty('meta', {
      mine_count: 0,
      unassigned_count: 30,
      all_count: 30,
    });
    expect(payload(first.body)).toHaveLength(25);
    expect(payload((await call(emulator, `${filter}?page=2`, { body })).body)).toHaveLength(5);
  });

  test.each([
    ['4.15.1', false],
    ['4.1.0', false],
    ['4.0.1', true],
    ['2.12.0', true],
    ['2.11.0', false],
  ])("%s lists a contact's newest made first: %s", async (version, isNewestMade) => {
    const emulator = chatwoot({ version, messageOrder: 'live' });
    const { contact, conversations } = idsOf(emulator, 'regular');
    const [oldest] = conversations;
    const [message] = oldest?.messages ?? [];
    if (message !== undefined) oldest?.messages.push({ ...message, id: 999_999, createdAt: now });
    const { body } = await call(emulator, `${account}/contacts/${contact}/conversations`);
    const ids = payload(body).map(({ id }) => id);
    expect(ids.includes(oldest?.displayId)).toBe(!isNewestMade);
  });

  test('before 4.14.2 contact_id is an unknown key', async () => {
    const body = filterBody(['contact_id', 1]);
    const answer = await call(chatwoot({ version: '4.14.1' }), filter, { body });
    expect(answer).toMatchObject({
      status: 422,
      body: { error: expect.stringMatching(/^Invalid attribute key - \[contact_id\]/) },
    });
  });

  test('all values of a condition count', async () => {
    const emulator = chatwoot();
    const ids = ['amelie', 'regular'].map((person) => idsOf(emulator, person).contact);
    const { body } = await call(emulator, filter, { body: filterBody(['contact_id', ids]) });
    expect(body).toMatchObject({ meta: { all_count: 32 } });
  });

  test('one conversation is bare, its id is the display id, and times come in all forms', async () => {
    const emulator = chatwoot();
    const [mail] = idsOf(emulator, 'amelie').conversations;
    const { body } = await call(emulator, `${account}/conversations/${mail?.displayId}`);
    expect(body).toMatchObject({
      id: mail?.displayId,
      status: 'resolved',
      created_at: (now - 5000 * 60_000) / 1000,
      snoozed_until: null,
      first_reply_created_at: (now - 4960 * 60_000) / 1000,
      additional_attributes: { mail_subject: 'Order AO-1' },
      meta: { sender: { email: 'amelie@example.fr' }, channel: 'Channel::Email' },
      messages: [{ content: null, sender_type: 'Contact', updated_at: expect.any(String) }],
      last_non_activity_message: { message_type: 0 },
    });
    expect(body).not.toHaveProperty('meta.assignee');
    expect(body).toHaveProperty('updated_at', expect.not.closeTo((now - 4940 * 60_000) / 1000, 6));
  });

  test('unread is capped at ten', async () => {
    const emulator = chatwoot();
    const [, chat] = idsOf(emulator, 'amelie').conversations;
    const { body } = await call(emulator, `${account}/conversations/${chat?.displayId}`);
    expect(body).toMatchObject({
      unread_count: 10,
      meta: { assignee: { name: 'Maya Lindqvist' } },
    });
  });

  test('display ids overlap between accounts, contacts do not', async () => {
    const emulator = chatwoot();
    const one = await call(emulator, '/api/v1/accounts/1/conversations/101');
    const two = await call(emulator, '/api/v1/accounts/2/conversations/101');
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(one.body).toMatchObject({ account_id: 1 });
    expect(two.body).toMatchObject({ account_id: 2 });
  });

  test('global search finds conversations by the e-mail of the contact', async () => {
    const emulator = chatwoot();
    const path = `${account}/search/conversations?q=regular%40example.org`;
    const { body } = await call(emulator, path);
    expect(body).toHaveProperty('payload.conversations.length', 15);
    const second = await call(emulator, `${path}&page=2`);
    expect(second.body).toHaveProperty('payload.conversations.length', 15);
    const messages = await call(emulator, `${account}/search/messages?q=line%20129`);
    expect(messages.body).toHaveProperty('payload.messages.length', 1);
  });
});

function lines(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `line ${index + from}`);
}

describe('messages', () => {
  test('page sizes: newest 20, 20 before, 100 after, everything between; ascending', async () => {
    const emulator = chatwoot({ messageOrder: 'live' });
    const [, chat] = idsOf(emulator, 'amelie').conversations;
    const path = `${account}/conversations/${chat?.displayId}/messages`;
    const texts = async (query: string) =>
      payload((await call(emulator, `${path}${query}`)).body).map((message) => message.content);
    const ids = chat?.messages.map((message) => message.id) ?? [];
    expect(await texts('')).toEqual(
      Array.from({ length: 20 }, (_, index) => `line ${index + 110}`),
    );
    expect((await texts(`?before=${ids[110]}`)).at(-1)).toBe('line 109');
    expect(await texts(`?before=${ids[5]}`)).toHaveLength(5);
    expect(await texts(`?before=${ids[0]}`)).toEqual([]);
    const after = await texts(`?after=${ids[0]}`);
    expect([after.length, after[0]]).toEqual([100, 'line 1']);
    expect(await texts(`?after=1&before=${(ids.at(-1) ?? 0) + 1}`)).toHaveLength(130);
  });

  test('ids decide what is looked at, times what is answered', async () => {
    const emulator = chatwoot({ messageOrder: 'imported' });
    const [, chat] = idsOf(emulator, 'amelie').conversations;
    const path = `${account}/conversations/${chat?.displayId}/messages`;
    const read = async (query: string) => payload((await call(emulator, `${path}${query}`)).body);
    const texts = async (query: string) => (await read(query)).map((message) => message.content);
    const newest = await read('');
    expect(newest.map((message) => message.content)).toEqual(lines(110, 20));
    const ids = newest.map(({ id }) => Number(id));
    // Below the newest 20 lie 45 others that were written live; the 65 older ones came later.
    expect(await texts(`?before=${ids[0]}`)).toEqual(lines(90, 20));
    expect(await texts(`?before=${Number(ids[0]) - 44}`)).toEqual(['line 65']);
    expect(await texts(`?after=${ids[19]}`)).toEqual(lines(0, 65));
    expect(await texts('?after=1&before=99999999')).toEqual(lines(0, 130));
    const listed = await call(emulator, `${account}/conversations/${chat?.displayId}`);
    expect(listed.body).toMatchObject({
      messages: [{ content: 'line 129' }],
      last_activity_at: (now - 936 * 60_000) / 1000,
    });
  });

  test.each([
    ['mixed', 'line 129'],
    ['backdated', 'line 0'],
    ['live', 'line 129'],
  ] as const)('in the order %s the last one written is %s', async (messageOrder, last) => {
    const [, chat] = idsOf(chatwoot({ messageOrder }), 'amelie').conversations;
    expect(chat?.messages.at(-1)?.content).toBe(last);
  });

  test('one of each kind', async () => {
    const emulator = chatwoot();
    const [mail] = idsOf(emulator, 'amelie').conversations;
    const path = `${account}/conversations/${mail?.displayId}/messages`;
    const { body } = await call(emulator, path);
    expect(body).toMatchObject({
      meta: { labels: [], contact: { type: 'contact' }, agent_last_seen_at: expect.any(String) },
    });
    const [incoming, template, activity, note, deleted, failed, file] = payload(body);
    expect(incoming).toMatchObject({
      message_type: 0,
      content_type: 'incoming_email',
      content: 'Where is it?',
      created_at: (now - 5000 * 60_000) / 1000,
      sender: { type: 'contact', email: 'amelie@example.fr' },
      content_attributes: {
        email: {
          subject: 'Order AO-1',
          text_content: { full: 'Where is it?\n\n> Mon', quoted: 'Where is it?' },
          html_content: { full: '<p>Where is it?</p><blockquote>&gt; Mon</blockquote>' },
        },
      },
    });
    expect(template).toMatchObject({ message_type: 3 });
    expect(activity).toMatchObject({ message_type: 2, content: 'Assigned to Maya' });
    expect(activity).not.toHaveProperty('sender');
    expect(note).toMatchObject({ message_type: 1, private: true, sender: { type: 'user' } });
    expect(deleted).toMatchObject({ content: 'This message was deleted' });
    expect(deleted?.content_attributes).toEqual({ deleted: true });
    expect(failed).toMatchObject({
      status: 'failed',
      content_attributes: { external_error: 'Mailbox full' },
    });
    expect(file).toMatchObject({
      content: null,
      attachments: [
        {
          file_type: 'image',
          file_size: 2048,
          extension: 'jpg',
          data_url: expect.stringMatching(
            /\/rails\/active_storage\/blobs\/redirect\/.*box%201\.jpg$/,
          ),
        },
      ],
    });
    expect(note).not.toHaveProperty('attachments');
    const public_ = await call(emulator, `${path}?filter_internal_messages=true`);
    expect(payload(public_.body)).toHaveLength(5);
  });

  test('a reply is written and answered with its echo id; refusals are 422', async () => {
    const emulator = chatwoot();
    const [mail] = idsOf(emulator, 'amelie').conversations;
    const path = `${account}/conversations/${mail?.displayId}/messages`;
    const sent = await call(emulator, path, { body: { content: 'On its way', echo_id: 'e1' } });
    expect(sent).toMatchObject({
      status: 200,
      body: { message_type: 1, private: false, echo_id: 'e1', sender: { name: 'Maya Lindqvist' } },
    });
    expect(payload((await call(emulator, path)).body).at(-1)).toMatchObject({
      content: 'On its way',
    });
    const incoming = { body: { content: 'x', message_type: 'incoming' } };
    expect(await call(emulator, path, incoming)).toMatchObject({
      status: 422,
      body: { error: 'Incoming messages are only allowed in Api inboxes' },
    });
    const unknown = { body: { content: 'x', message_type: 'is_private' } };
    expect((await call(emulator, path, unknown)).status).toBe(422);
  });

  test('deleting leaves the flag', async () => {
    const emulator = chatwoot();
    const [, chat] = idsOf(emulator, 'amelie').conversations;
    const path = `${account}/conversations/${chat?.displayId}/messages/${chat?.messages[3]?.id}`;
    const { body } = await call(emulator, path, { method: 'DELETE' });
    expect(body).toMatchObject({ content_attributes: { deleted: true } });
    const edit = await call(emulator, path, { method: 'PATCH', body: { status: 'read' } });
    expect(edit.status).toBe(403);
  });
});
