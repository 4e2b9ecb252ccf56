import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { TransportRequest } from '../../../../../lib/http/transport';
import { TransportError } from '../../../../../lib/http/transport-error';
import type { Contact } from '../../../../../lib/model/contact';
import { coverageSchema } from '../../../../../lib/model/coverage';
import { conversationSchema, messageSchema } from '../../../../../lib/model/history';
import type { HistoryPart, PlatformApi } from '../../../../../lib/platforms/contract/api';
import {
  ago,
  fakeChatwoot,
  NOW,
  rawContact,
  rawConversation,
  rawMessage,
  refusal,
  signal,
} from '../fake-chatwoot';
import { finderAnswer, range } from '../message-server';

const A = '/api/v1/accounts/3';
const filter = `POST ${A}/conversations/filter`;
const list = `GET ${A}/contacts/41/conversations`;
const messagesOf = (id: number) => `GET ${A}/conversations/${id}/messages`;

const contact: Contact = {
  connectionId: 'c-1',
  id: '41',
  platform: 'chatwoot',
  emails: [],
  phones: [],
  emailKeys: [],
  phoneKeys: [],
  externalIds: [],
  fetchedAt: 0,
};

const unknownKey = refusal(422, {
  error: 'Invalid attribute key - [contact_id]. The key should be one of [status,labels].',
});

async function allParts(api: PlatformApi, wanted = 60): Promise<HistoryPart[]> {
  if (api.history === undefined) throw new Error('expected a history');
  const parts: HistoryPart[] = [];
  for await (const part of api.history(contact, { signal, wanted })) parts.push(part);
  return parts;
}

function coverageAfter(parts: HistoryPart[]) {
  return parts.at(-1)?.coverage;
}

function messageIds(parts: HistoryPart[]): string[] {
  return [...new Set(parts.flatMap(({ messages }) => messages.map(({ id }) => id)))];
}

/** Serves so many messages, the ids from `first` on, as the server's finder does. */
function conversationOf(count: number, first = 1) {
  const messages = range(first, count).map((id) => ({ id, at: id }));
  return (request: TransportRequest) => ({
    meta: {},
    payload: finderAnswer(messages, request).map(({ id }) => rawMessage(id)),
  });
}

describe('history', () => {
  it('gives conversations with their last message first, then all messages', async () => {
    const { api, requests, remembered } = fakeChatwoot({
      [filter]: () => ({
        meta: { all_count: 2 },
        payload: [
          rawConversation(12, { messages: [rawMessage(45)] }),
          rawConversation(30, { status: 'resolved', messages: [rawMessage(8)] }),
        ],
      }),
      [messagesOf(12)]: conversationOf(45),
      [messagesOf(30)]: conversationOf(8, 101),
    });
    const parts = await allParts(api);
    expect(parts[0]?.conversations.map(({ id }) => id)).toEqual(['12', '30']);
    expect(parts[0]?.messages.map(({ id }) => id)).toEqual(['45', '8']);
    expect(parts[0]?.coverage).toMatchObject({ state: 'partial', reason: 'more-on-platform' });
    expect(messageIds(parts)).toHaveLength(45 + 8);
    expect(coverageAfter(parts)).toEqual({
      state: 'complete',
      reason: undefined,
      since: undefined,
      dropped: 0,
      checkedAt: NOW,
    });
    const windows = { after: 1, before: Number.MAX_SAFE_INTEGER };
    expect(requests.filter(({ method }) => method === 'GET').map(({ query }) => query)).toEqual([
      {},
      {},
      windows,
    ]);
    expect(requests[0]).toMatchObject({
      repeatable: true,
      query: { page: 1 },
      body: { payload: [{ attribute_key: 'contact_id', values: [41] }] },
    });
    expect(remembered).toEqual({ contactIdFilter: 'yes' });
  });

  it('gives only what the model allows', async () => {
    const { api } = fakeChatwoot({
      [filter]: () => ({ payload: [rawConversation(12, { messages: [rawMessage(45)] })] }),
      [messagesOf(12)]: conversationOf(3),
    });
    for (const part of await allParts(api)) {
      expect(v.is(v.array(conversationSchema), part.conversations)).toBe(true);
      expect(v.is(v.array(messageSchema), part.messages)).toBe(true);
      expect(v.is(coverageSchema, part.coverage)).toBe(true);
    }
  });

  it('maps a conversation', async () => {
    const { api } = fakeChatwoot({
      [filter]: () => ({ payload: [rawConversation(12)] }),
      [messagesOf(12)]: conversationOf(0),
    });
    expect((await allParts(api))[0]?.conversations).toEqual([
      {
        connectionId: 'c-1',
        id: '12',
        contactId: '41',
        subject: 'Broken zip',
        channel: 'E-mail',
        status: 'open',
        assignee: 'Tom',
        createdAt: ago(5_000) * 1000,
        lastActivityAt: ago(12) * 1000,
        url: 'https://desk.example.com/app/accounts/3/conversations/12',
      },
    ]);
  });

  it.each([
    [{ status: 'archived' }, { status: 'unknown' }],
    [
      { status: null, additional_attributes: null },
      { status: 'unknown', subject: undefined },
    ],
    [{ meta: { sender: rawContact(), channel: 'Channel::Carrier' } }, { channel: 'Carrier' }],
    [{ meta: null }, { channel: undefined, assignee: undefined }],
    [
      { last_activity_at: 0, created_at: 0 },
      { createdAt: undefined, lastActivityAt: ago(12) * 1000 },
    ],
  ])('tolerates the conversation fields %j', async (change, expected) => {
    const { api } = fakeChatwoot({
      [filter]: () => ({ payload: [rawConversation(12, change)] }),
      [messagesOf(12)]: conversationOf(0),
    });
    expect((await allParts(api))[0]?.conversations[0]).toMatchObject(expected);
  });

  it('says complete of a contact without conversations', async () => {
    const { api } = fakeChatwoot({
      [filter]: () => ({ meta: { all_count: 0 }, payload: [] }),
      [list]: () => ({ payload: [] }),
    });
    const parts = await allParts(api);
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({
      conversations: [],
      messages: [],
      coverage: { state: 'complete' },
    });
  });

  it('takes a contact for gone that only the filter does not miss', async () => {
    const { api } = fakeChatwoot({ [filter]: () => ({ meta: { all_count: 0 }, payload: [] }) });
    await expect(allParts(api)).rejects.toMatchObject({ failure: 'not-found' });
  });

  it('pages the filter by 25 and takes none twice', async () => {
    const { api, requests } = fakeChatwoot({
      [filter]: ({ query }) => {
        const page = Number(query?.page);
        const count = page === 3 ? 4 : 25;
        // The last one of a page comes again on the next, as when activity moves the order.
        const first = page * 24 + 1;
        return {
          meta: {},
          payload: Array.from({ length: count }, (_, index) => rawConversation(first + index)),
        };
      },
      ...Object.fromEntries(
        Array.from({ length: 200 }, (_, id) => [messagesOf(id), conversationOf(1, id)]),
      ),
    });
    const parts = await allParts(api, Number.POSITIVE_INFINITY);
    const ids = parts.flatMap(({ conversations }) => conversations.map(({ id }) => id));
    expect(ids).toHaveLength(25 + 24 + 3);
    expect(new Set(ids).size).toBe(ids.length);
    // A repeated one may mean that another jumped ahead: the pages are looked through once more.
    const pages = requests
      .filter(({ method }) => method === 'POST')
      .map(({ query }) => query?.page);
    expect(pages).toEqual([1, 2, 1, 2, 3]);
  });

  it.each([
    [10, [1, 2, 3, 4, 5, 6]],
    [25, [1, 2, 3]],
    [50, [1, 2]],
  ])('lists as many as the server counts, also in pages of %i', async (size, pages) => {
    const all = range(1, 60).map((id) => rawConversation(id));
    const { api, requests } = fakeChatwoot({
      [filter]: ({ query }) => {
        const end = Number(query?.page) * size;
        return { meta: { all_count: all.length }, payload: all.slice(end - size, end) };
      },
      ...Object.fromEntries(all.map(({ id }) => [messagesOf(Number(id)), conversationOf(0)])),
    });
    const parts = await allParts(api, Number.POSITIVE_INFINITY);
    expect(parts.flatMap(({ conversations }) => conversations)).toHaveLength(60);
    expect(coverageAfter(parts)?.state).toBe('complete');
    const listed = requests.filter(({ method }) => method === 'POST');
    expect(listed.map(({ query }) => query?.page)).toEqual(pages);
  });

  it('never has more than three requests for messages under way', async () => {
    let running = 0;
    let most = 0;
    const slow = (answer: unknown) => async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return answer;
    };
    const ids = Array.from({ length: 9 }, (_, index) => index + 1);
    const { api } = fakeChatwoot({
      [filter]: () => ({ payload: ids.map((id) => rawConversation(id)) }),
      ...Object.fromEntries(ids.map((id) => [messagesOf(id), slow({ payload: [rawMessage(id)] })])),
    });
    expect(messageIds(await allParts(api))).toHaveLength(9);
    expect(most).toBe(3);
  });

  it('does not loop when a server ignores all bounds', async () => {
    const same = () => ({
      payload: Array.from({ length: 20 }, (_, index) => rawMessage(index + 1)),
    });
    const { api, requests } = fakeChatwoot({
      [filter]: () => ({ payload: [rawConversation(12)] }),
      [messagesOf(12)]: same,
    });
    const parts = await allParts(api);
    expect(requests.length).toBeLessThan(8);
    expect(coverageAfter(parts)?.state).toBe('partial');
  });

  it('leaves out conversations of somebody else', async () => {
    const { api } = fakeChatwoot({
      [filter]: () => ({
        payload: [
          rawConversation(12),
          rawConversation(13, { meta: { sender: rawContact({ id: 99 }) } }),
        ],
      }),
      [messagesOf(12)]: conversationOf(1),
    });
    const parts = await allParts(api);
    expect(parts[0]?.conversations.map(({ id }) => id)).toEqual(['12']);
    expect(coverageAfter(parts)?.dropped).toBe(1);
  });

  it('practice 9: drops and counts unreadable items of every list', async () => {
    const { api } = fakeChatwoot({
      [filter]: () => ({
        payload: [null, { id: '1/2' }, rawConversation(12, { messages: [{ id: null }] })],
      }),
      [messagesOf(12)]: () => ({
        payload: ['x', rawMessage(3, { attachments: [null, { file_type: 'image' }] })],
      }),
    });
    const parts = await allParts(api);
    expect(messageIds(parts)).toEqual(['3']);
    expect(coverageAfter(parts)).toMatchObject({ state: 'complete', dropped: 5 });
  });

  it('passes over a conversation that was deleted in the meantime', async () => {
    const { api } = fakeChatwoot({
      [filter]: () => ({ payload: [rawConversation(12), rawConversation(13)] }),
      [messagesOf(13)]: conversationOf(2),
    });
    const parts = await allParts(api);
    expect(messageIds(parts)).toEqual(['1', '2']);
    expect(coverageAfter(parts)?.state).toBe('complete');
  });

  it.each([
    '404 page not found\n',
    'default backend - 404',
    '<html><head><title>404 Not Found</title></head></html>',
  ])('does not take a conversation for empty because of a proxy that says %j', async (body) => {
    const { api } = fakeChatwoot({
      [filter]: () => ({ payload: [rawConversation(12)] }),
      [messagesOf(12)]: () => {
        throw new TransportError('not-found', { status: 404, body });
      },
    });
    await expect(allParts(api)).rejects.toMatchObject({ failure: 'not-json', status: 404, body });
  });

  it('throws what the platform refuses, after what it gave', async () => {
    const { api } = fakeChatwoot({
      [filter]: () => ({ payload: [rawConversation(12)] }),
      [messagesOf(12)]: () => {
        throw new TransportError('server-error', { status: 500 });
      },
    });
    const running = api.history?.(contact, { signal, wanted: 60 });
    expect((await running?.next())?.value).toMatchObject({ conversations: [{ id: '12' }] });
    await expect(running?.next()).rejects.toMatchObject({ failure: 'server-error' });
  });

  it('aborts the requests under way when nobody listens any more', async () => {
    const seen: AbortSignal[] = [];
    const hanging = (request: TransportRequest) => {
      seen.push(request.signal);
      return new Promise(() => undefined);
    };
    const { api } = fakeChatwoot({
      [filter]: () => ({ payload: [rawConversation(12), rawConversation(13)] }),
      [messagesOf(12)]: conversationOf(1),
      [messagesOf(13)]: hanging,
    });
    for await (const part of api.history?.(contact, { signal, wanted: 60 }) ?? []) {
      if (part.conversations.length === 0) break;
    }
    expect(seen.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it("throws the signal's reason when aborted", async () => {
    const { api } = fakeChatwoot({});
    const reason = new Error('another person is on screen');
    const running = api.history?.(contact, { signal: AbortSignal.abort(reason), wanted: 60 });
    await expect(running?.next()).rejects.toBe(reason);
  });
});

describe('history of servers that cannot filter by contact', () => {
  const twenty = Array.from({ length: 20 }, (_, index) => rawConversation(index + 1));
  const messages = Object.fromEntries(
    twenty.map((_, index) => [messagesOf(index + 1), conversationOf(1, index + 1)]),
  );

  it('takes the list of 20, names the cap, claims no time, and remembers', async () => {
    const { api, remembered } = fakeChatwoot({
      [filter]: unknownKey,
      [list]: () => ({ payload: twenty }),
      ...messages,
    });
    const parts = await allParts(api);
    expect(parts[0]?.conversations).toHaveLength(20);
    expect(coverageAfter(parts)).toMatchObject({
      state: 'partial',
      reason: 'platform-cap',
      since: undefined,
    });
    expect(remembered).toEqual({ contactIdFilter: 'no' });
  });

  it('is complete when fewer than 20 came', async () => {
    const { api } = fakeChatwoot({
      [filter]: unknownKey,
      [list]: () => ({ payload: twenty.slice(0, 19) }),
      ...messages,
    });
    expect(coverageAfter(await allParts(api))?.state).toBe('complete');
  });

  it.each([
    ['remembered', { contactIdFilter: 'no', version: '4.9.2' }, list],
    ['remembered, version unknown', { contactIdFilter: 'no' }, list],
    ['a version before 3.8.0', { version: '3.5.0' }, list],
    ['remembered, but updated since', { contactIdFilter: 'no', version: '4.14.2' }, filter],
    ['never asked', { version: '4.9.2' }, filter],
  ])('asks the right endpoint first: %s', async (_, facts, first) => {
    const { api, requests } = fakeChatwoot(
      {
        [filter]: () => ({ payload: [] }),
        [list]: () => ({ payload: [] }),
      },
      { facts },
    );
    await allParts(api);
    const [asked] = requests.map(({ method, path }) => `${method} ${path}`);
    expect(asked).toBe(first);
  });

  it('takes a 500 for "cannot filter" only while the version is unknown', async () => {
    const routes = {
      [filter]: refusal(500, {}),
      [list]: () => ({ payload: [] }),
    };
    const unknown = fakeChatwoot(routes);
    expect(coverageAfter(await allParts(unknown.api))?.state).toBe('complete');
    expect(unknown.remembered).toEqual({});
    const known = fakeChatwoot(routes, { version: '4.9.2' });
    await expect(allParts(known.api)).rejects.toMatchObject({ failure: 'server-error' });
  });
});
