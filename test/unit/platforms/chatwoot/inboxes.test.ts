import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../../lib/model/contact';
import type { Conversation } from '../../../../lib/model/history';
import { fakeChatwoot, NOW, rawConversation, refusal, signal } from './fake-chatwoot';

const A = '/api/v1/accounts/3';
const filter = `POST ${A}/conversations/filter`;
const list = `GET ${A}/inboxes`;

const contact: Contact = {
  connectionId: 'c-1',
  id: '41',
  platform: 'chatwoot',
  emails: [],
  phones: [],
  emailKeys: [],
  phoneKeys: [],
  externalIds: [],
  fetchedAt: NOW,
};

const inboxes = () => ({
  payload: [
    {
      id: 2,
      name: 'Support mail',
      channel_type: 'Channel::Email',
      email: 'desk@acme.test',
      phone_number: null,
    },
    { id: 5, name: 'WhatsApp Brasil', phone_number: 'whatsapp:+551130901820', medium: 'whatsapp' },
    { id: 6, name: 'Shop', email: null, website_url: 'https://acme.test' },
    { id: 7, name: 'Telegram', bot_name: 'acme_bot' },
    { id: 8, name: '', email: 7 },
    { name: 'without a number' },
  ],
});

function desk(
  ids: readonly unknown[],
  routes: Parameters<typeof fakeChatwoot>[0] = {},
  facts = {},
) {
  const rows = ids.map((inbox_id, index) => rawConversation(index + 1, { inbox_id }));
  return fakeChatwoot(
    { [filter]: () => ({ payload: rows }), [list]: inboxes, ...routes },
    { facts },
  );
}

async function conversationsOf({ api }: ReturnType<typeof desk>): Promise<Conversation[]> {
  const found: Conversation[] = [];
  for await (const part of api.history?.(contact, { signal, wanted: 1 }) ?? []) {
    found.push(...part.conversations);
  }
  return found;
}

const wordsOf = ({ inboxName, inboxAddress }: Conversation) => [inboxName, inboxAddress];
const asked = ({ requests }: ReturnType<typeof desk>) =>
  requests.filter(({ path }) => path.endsWith('/inboxes')).length;

describe('the inbox of a conversation', () => {
  it('is named, with the address or number of the team', async () => {
    const found = await conversationsOf(desk([2, 5, 6, 7, 8, 99]));
    expect(found.map(wordsOf)).toEqual([
      ['Support mail', 'desk@acme.test'],
      ['WhatsApp Brasil', '+551130901820'],
      ['Shop', 'https://acme.test'],
      ['Telegram', 'acme_bot'],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('is asked for once, and kept across restarts', async () => {
    const first = desk([2]);
    await conversationsOf(first);
    const second = desk([2], {}, first.remembered);
    expect((await conversationsOf(second)).map(wordsOf)).toEqual([
      ['Support mail', 'desk@acme.test'],
    ]);
    expect([asked(first), asked(second)]).toEqual([1, 0]);
  });

  it('is asked for again when one is new, but not at once when it stays hidden', async () => {
    const at = (minutes: number) => ({
      at: NOW - minutes * 60_000,
      inboxes: [{ id: '2', name: 'Old' }],
    });
    const hidden = desk([2, 9], {}, { inboxes: JSON.stringify(at(5)) });
    expect((await conversationsOf(hidden)).map(wordsOf)[0]).toEqual(['Old', undefined]);
    const later = desk([2, 9], {}, { inboxes: JSON.stringify(at(11)) });
    expect((await conversationsOf(later)).map(wordsOf)[0]).toEqual([
      'Support mail',
      'desk@acme.test',
    ]);
    const nextDay = desk([2], {}, { inboxes: JSON.stringify(at(60 * 25)) });
    await conversationsOf(nextDay);
    expect([asked(hidden), asked(later), asked(nextDay)]).toEqual([0, 1, 1]);
  });

  it('is asked for again after the clock was put back, whether it is known or new', async () => {
    const ahead = { at: NOW + 365 * 86_400_000, inboxes: [{ id: '2', name: 'Old' }] };
    for (const ids of [[2], [2, 5]]) {
      const back = desk(ids, {}, { inboxes: JSON.stringify(ahead) });
      expect((await conversationsOf(back)).map(wordsOf)[0]).toEqual([
        'Support mail',
        'desk@acme.test',
      ]);
    }
  });

  it.each([
    ['a refusal', refusal(401, { error: 'x' })],
    ['a failing server', refusal(500, {})],
    ['an answer of another form', () => []],
  ])('is left out, and the history shown, after %s', async (_, answer) => {
    const closed = desk([2], { [list]: answer });
    expect((await conversationsOf(closed)).map(wordsOf)).toEqual([[undefined, undefined]]);
    expect(asked(closed)).toBe(1);
    const again = desk([2], {}, closed.remembered);
    await conversationsOf(again);
    expect(asked(again)).toBe(0);
  });

  it.each([['{'], ['[]'], ['{"at":1}']])(
    'reads past what it cannot read: %s',
    async (inboxFact) => {
      const found = await conversationsOf(desk([2], {}, { inboxes: inboxFact }));
      expect(found.map(wordsOf)).toEqual([['Support mail', 'desk@acme.test']]);
    },
  );

  it('is not asked for where no conversation names one', async () => {
    const none = desk([undefined, null, 'x']);
    expect(await conversationsOf(none)).toHaveLength(3);
    expect(asked(none)).toBe(0);
  });
});
