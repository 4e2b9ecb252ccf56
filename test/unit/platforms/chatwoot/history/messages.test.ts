import { expect, it } from 'vitest';
import type { Conversation } from '../../../../../lib/model/history';
import type { HistoryPart } from '../../../../../lib/platforms/contract/api';
import { ago, fakeChatwoot, rawConversation, rawMessage, signal } from '../fake-chatwoot';

const A = '/api/v1/accounts/3';
const contact = {
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

const survey = (id: number, rating: unknown) =>
  rawMessage(id, {
    message_type: 3,
    content_type: 'input_csat',
    content_attributes: { submitted_values: { csat_survey_response: { rating } } },
  });

/** What is told of conversation 12 at the end, by its newest message and by a page of all. */
async function told(
  newest: unknown,
  all: unknown[],
  extra: Record<string, unknown> = {},
): Promise<Conversation | undefined> {
  const { api } = fakeChatwoot({
    [`POST ${A}/conversations/filter`]: () => ({
      meta: { all_count: 1 },
      payload: [
        rawConversation(12, {
          messages: [newest],
          labels: ['late', ' ', 7, 'vip'],
          custom_attributes: { order_number: 4711, gift: true, empty: '', odd: {} },
          ...extra,
        }),
      ],
    }),
    [`GET ${A}/conversations/12/messages`]: () => ({ meta: {}, payload: all }),
  });
  const conversations: Conversation[] = [];
  for await (const part of api.history?.(contact, { signal, wanted: 60 }) ?? [])
    conversations.push(...part.conversations);
  return conversations.at(-1);
}

const plain = rawMessage(9);

it.each([
  ['the newest message', survey(9, 4), [survey(9, 4)], '4/5'],
  ['an older one', plain, [survey(3, 2), plain], '2/5'],
  ['the latest of two', plain, [survey(3, 1), survey(5, 5), plain], '5/5'],
  ['nobody', plain, [survey(3, undefined), plain], undefined],
  ['nonsense', plain, [survey(3, 'great'), survey(4, 11), plain], undefined],
])('the customer’s rating is told by %s', async (_which, newest, all, expected) => {
  expect((await told(newest, all))?.satisfaction).toBe(expected);
});

it('a rating that is reached only by reading on is told for its conversation', async () => {
  const old = (id: number) => ({ conversation_id: 13, created_at: ago(9_000 - id) });
  const { api } = fakeChatwoot({
    [`POST ${A}/conversations/filter`]: () => ({
      meta: { all_count: 2 },
      payload: [
        rawConversation(12, { messages: [rawMessage(60)] }),
        rawConversation(13, { last_activity_at: ago(8_950), messages: [rawMessage(31, old(31))] }),
      ],
    }),
    [`GET ${A}/conversations/12/messages`]: () => ({
      meta: {},
      payload: [rawMessage(59), rawMessage(60)],
    }),
    [`GET ${A}/conversations/13/messages`]: () => ({
      meta: {},
      payload: [{ ...survey(30, 2), ...old(30) }, rawMessage(31, old(31))],
    }),
  });
  const read = async (cursor?: string) => {
    const parts: HistoryPart[] = [];
    const options = { signal, wanted: 2, ...(cursor !== undefined && { cursor }) };
    for await (const part of api.history?.(contact, options) ?? []) parts.push(part);
    const ratings = parts.flatMap((part) => [...(part.ratings ?? [])]);
    const rated = parts.flatMap((part) => part.conversations.map((each) => each.satisfaction));
    return {
      cursor: parts.at(-1)?.cursor,
      ratings,
      isRated: rated.some((each) => each !== undefined),
    };
  };
  const first = await read();
  expect(first).toEqual({ cursor: expect.any(String), ratings: [], isRated: false });
  const second = await read(first.cursor);
  expect(second).toEqual({ cursor: undefined, ratings: [['13', '2/5']], isRated: false });
});

it('takes along the labels of a conversation that can be read', async () => {
  expect((await told(plain, [plain]))?.labels).toEqual(['late', 'vip']);
});

it('takes along what the team keeps about a conversation', async () => {
  expect((await told(plain, [plain]))?.attributes).toEqual([
    { label: 'Order number', value: '4711' },
    { label: 'Gift', value: 'yes', truth: true },
  ]);
});

it.each([
  [true, true],
  [false, undefined],
  [null, undefined],
  ['true', undefined],
  [1, undefined],
])('takes hmac_verified %j for proof only where it is true', async (hmac_verified, expected) => {
  const conversation = await told(plain, [plain], { meta: { hmac_verified } });
  expect(conversation?.isVerified).toBe(expected);
});
