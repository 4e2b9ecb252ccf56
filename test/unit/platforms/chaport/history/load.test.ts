import { describe, expect, it } from 'vitest';
import { createChaportApi } from '../../../../../lib/platforms/chaport/definition';
import type { HistoryPart } from '../../../../../lib/platforms/contract/api';
import { contact, failure, noContent, now, scripted, signal, visitor } from '../fake';

const start = 1_760_000_000_000;
const chats = `/api/v1/visitors/${visitor}/chats`;
const operators = { result: [{ id: 'op1', name: 'Sam' }] };

async function read(
  answers: Record<string, unknown>,
  options: { wanted?: number; cursor?: string | undefined } = {},
) {
  const all = { signal, wanted: Number.POSITIVE_INFINITY, ...options };
  const { ports, asked } = scripted(answers);
  const parts: HistoryPart[] = [];
  const history = createChaportApi(ports).history;
  if (history === undefined) throw new Error('no history');
  for await (const part of history(contact(), all)) parts.push(part);
  const cursor = parts.at(-1)?.cursor;
  return { parts, asked, cursor, messages: parts.flatMap((part) => part.messages) };
}

function chat(id: number | string, events: unknown[] = [], more: unknown = undefined) {
  return { result: { id, stage: 'closed', events }, links: { more } };
}

function say(text: string, extra: Record<string, unknown> = {}) {
  return { id: text, type: 'visitor-message', params: { text }, ...extra };
}

describe('a visitor without chats', () => {
  it.each([
    ['404', failure('not-found', 404)],
    ['null', { result: null }],
    ['a missing result', {}],
  ])('is an empty, complete history when the answer is %s', async (_name, answer) => {
    const known = { [`/api/v1/visitors/${visitor}`]: { result: { id: visitor } } };
    const { parts } = await read({ [chats]: answer, ...known });
    expect(parts).toEqual([
      {
        conversations: [],
        messages: [],
        coverage: { state: 'complete', dropped: 0, checkedAt: now },
      },
    ]);
  });

  it.each([
    ['400', failure('refused', 400), { state: 'complete', dropped: 0 }],
    ['500', failure('server-error', 500), { state: 'partial', reason: 'platform-cap' }],
  ])(
    'is no failure when the answer is %s and the visitor can be read',
    async (_name, answer, coverage) => {
      const known = { [`/api/v1/visitors/${visitor}`]: { result: { id: visitor } } };
      const { parts } = await read({ [chats]: answer, ...known });
      expect(parts).toHaveLength(1);
      expect(parts[0]).toMatchObject({ conversations: [], coverage });
      await expect(read({ [chats]: answer })).rejects.toBe(answer);
    },
  );

  it('is no failure where a success holds an error, but may be one whose chats are kept back', async () => {
    const answer = { error: 'No chats yet' };
    const known = { [`/api/v1/visitors/${visitor}`]: { result: { id: visitor } } };
    const { parts } = await read({ [chats]: answer, ...known });
    const coverage = { state: 'partial', reason: 'platform-cap' };
    expect(parts).toMatchObject([{ conversations: [], coverage }]);
    await expect(
      read({ [chats]: answer, [`/api/v1/visitors/${visitor}`]: answer }),
    ).rejects.toThrow();
  });

  it('is gone, and no empty history, where the visitor is unknown as well', async () => {
    await expect(read({})).rejects.toMatchObject({ failure: 'not-found' });
  });

  it('fails when the platform does, rather than looking empty', async () => {
    await expect(read({ [chats]: failure('server-error', 500) })).rejects.toThrow('server-error');
    await expect(read({ [chats]: ['?'] })).rejects.toThrow('not-json');
    await expect(read({ [chats]: {} })).rejects.toThrow('refused');
  });
});

describe('times of events', () => {
  const iso = '2026-10-03T10:47:31.873Z';
  const ms = Date.parse(iso);
  it.each([
    ['timestamp', iso, ms],
    ['createdAt', ms, ms],
    ['created_at', Math.trunc(ms / 1000), Math.trunc(ms / 1000) * 1000],
    ['time', String(ms), ms],
    ['date', '2026-10-03T10:47:31.873', ms],
  ])('%s = %s', async (key, value, expected) => {
    const { messages } = await read({ [chats]: chat(start, [say('hi', { [key]: value })]) });
    expect(messages[0]).toMatchObject({ sentAt: expected, timeQuality: 'exact' });
  });

  it('come from the chat id and the order when no event has one', async () => {
    const { messages } = await read({ [chats]: chat(start, [say('a'), say('b'), say('c')]) });
    expect(messages.map((message) => message.sentAt)).toEqual([start, start + 1, start + 2]);
    expect(messages.map((message) => message.timeQuality)).toEqual(Array(3).fill('approximate'));
    expect(messages.map((message) => message.sequence)).toEqual([0, 1, 2]);
  });

  it('follow the last known time when only some events have one', async () => {
    const events = [say('a', { timestamp: start + 5_000 }), say('b', { timestamp: 'soon' })];
    const { messages } = await read({ [chats]: chat(start, events) });
    expect(messages[1]).toMatchObject({ sentAt: start + 5_000, timeQuality: 'approximate' });
  });

  it('are unknown when the chat id does not read as a time either', async () => {
    const { messages } = await read({ [chats]: chat(42, [say('a')]) });
    expect(messages[0]).toMatchObject({ sentAt: now, timeQuality: 'unknown' });
  });
});

describe('events', () => {
  it('become messages, neutral lines, or nothing', async () => {
    const events = [
      say('Hello <b>there</b> 👋'),
      { id: 2, type: 'operator-message', params: { text: 'Hi', operatorId: 'op1' } },
      { id: 3, type: 'operator-message', params: { text: 'Bye', operatorId: 'gone' } },
      { id: 4, type: 'trigger', params: { text: 'Can I help?' } },
      { id: 5, type: 'opened-page', params: { url: 'https://x.test' } },
      { id: 6, type: 'visitor-message', params: { text: '' } },
      null,
      { id: 8 },
      { type: 'visitor-message', params: { text: 'no id' } },
    ];
    const answers = { [chats]: chat(start, events), '/api/v1/operators': operators };
    const { messages, parts, asked } = await read(answers);
    expect(messages.map((m) => [m.kind, m.direction, m.author.name, m.text])).toEqual([
      ['message', 'in', 'Ana', 'Hello <b>there</b> 👋'],
      ['message', 'out', 'Sam', 'Hi'],
      ['message', 'out', 'Former operator', 'Bye'],
      ['activity', 'none', undefined, 'Can I help?'],
      ['message', 'in', 'Ana', 'no id'],
    ]);
    expect(parts[0]?.coverage.dropped).toBe(3);
    expect(new Set(messages.map((message) => message.id)).size).toBe(5);
    expect(messages[1]?.id).toBe(`${visitor}/${start}/2`);
    expect(asked).toEqual([chats, '/api/v1/operators']);
  });

  it.each<[string, unknown, string | undefined]>([
    ['paged', { ...operators, links: { next: '/api/v1/operators?page=2' } }, 'Lea'],
    ['paged by number', { ...operators, links: { next: 2 } }, 'Lea'],
    ['empty', { result: [] }, undefined],
    [
      'perhaps a full page',
      { result: Array.from({ length: 50 }, (_, id) => ({ id: `o${id}` })) },
      undefined,
    ],
  ])('name a colleague rightly where the list of operators is %s', async (_name, list, name) => {
    const event = { type: 'operator-message', params: { text: 'Hi', operatorId: 'op2' } };
    const { messages } = await read({
      [chats]: chat(start, [event]),
      '/api/v1/operators': list,
      '/api/v1/operators?page=2': { result: [{ id: 'op2', name: 'Lea' }] },
    });
    expect(messages[0]?.author).toEqual({ role: 'agent', name });
  });

  it('keep no name when the operators cannot be read', async () => {
    const event = { type: 'operator-message', params: { text: 'Hi', operatorId: 'op1' } };
    const { messages } = await read({ [chats]: chat(start, [event]) });
    expect(messages[0]?.author).toEqual({ role: 'agent', name: undefined });
  });

  it('of a 200,000-character message keep every character', async () => {
    const { messages } = await read({ [chats]: chat(start, [say('x'.repeat(200_000))]) });
    expect(messages[0]?.text.length).toBe(200_000);
  });
});

describe('conversations', () => {
  it.each([
    ['closed', 'resolved'],
    ['engaged', 'open'],
    ['offline', 'pending'],
    ['a new stage', 'unknown'],
    [null, 'unknown'],
  ])('stage %s is %s', async (stage, status) => {
    const { parts } = await read({
      [chats]: { result: { id: start, stage, events: [], operators: [{ id: 'op1' }] } },
      '/api/v1/operators': operators,
    });
    expect(parts[0]?.conversations[0]).toMatchObject({
      id: `${visitor}/${start}`,
      status,
      assignee: 'Sam',
      createdAt: start,
      url: `https://app.chaport.com/#/chats/${visitor}/${start}`,
    });
  });

  it('without a usable id, or without events, are counted', async () => {
    const nameless = await read({ [chats]: { result: { events: [say('a')] } } });
    expect(nameless.parts[0]).toMatchObject({ conversations: [], coverage: { dropped: 1 } });
    const hollow = await read({ [chats]: { result: { id: start } } });
    expect(hollow.parts[0]?.coverage.dropped).toBe(1);
  });
});

describe('older chats', () => {
  const one = start - 1_000;
  const two = start - 2_000;
  it.each([
    ['root-relative, in a list', { links: { more: [`${chats}/${two}`, `${chats}/${one}`] } }],
    [
      'absolute',
      { links: { more: [two, one].map((id) => `https://app.chaport.com${chats}/${id}`) } },
    ],
    ['as objects', { links: { more: [{ url: `${chats}/${two}` }, { link: `${chats}/${one}` }] } }],
  ])('%s, are read newest first', async (_name, links) => {
    const { parts, asked } = await read({
      [chats]: { result: { id: start, events: [] }, ...links },
      [`${chats}/${one}`]: chat(one, [say('one')]),
      [`${chats}/${two}`]: chat(two, [say('two')]),
    });
    expect(asked).toEqual([chats, `${chats}/${one}`, `${chats}/${two}`]);
    expect(parts.map((part) => part.coverage.state)).toEqual(['partial', 'partial', 'complete']);
    expect(parts[0]?.coverage).toMatchObject({ reason: 'more-on-platform', since: start });
  });

  it('are found when the links stand inside the result, and behind an older chat', async () => {
    const { asked, parts } = await read({
      [chats]: { result: { id: start, events: [], links: { more: `${chats}/${one}` } } },
      [`${chats}/${one}`]: chat(
        one,
        [],
        [`${chats}/${two}`, `${chats}/${start}`, `${chats}/${one}`],
      ),
      [`${chats}/${two}`]: chat(two),
    });
    expect(asked).toEqual([chats, `${chats}/${one}`, `${chats}/${two}`]);
    expect(parts.at(-1)?.coverage.state).toBe('complete');
  });

  it.each([
    `https://evil.test${chats}/1`,
    `//evil.test${chats}/1`,
    `http://app.chaport.com${chats}/1`,
    `https://user@app.chaport.com${chats}/1`,
    '/api/v2/visitors',
    '/api/v1/../../admin',
    'javascript:alert(1)',
  ])('behind %s are refused and stated', async (link) => {
    const { asked, parts } = await read({ [chats]: chat(start, [], [link, 7, null, '']) });
    expect(asked).toEqual([chats]);
    expect(parts).toHaveLength(1);
    expect(parts[0]?.coverage).toMatchObject({
      state: 'partial',
      reason: 'more-on-platform',
      dropped: 2,
    });
  });

  it.each<[string, unknown]>([
    ['a map', { links: { more: { 1759000000000: `${chats}/1759000000000` } } }],
    ['addresses of events', { links: { more: [`${chats}/1759000000000/events`] } }],
    ['ids', { links: { more: [1759000000000] } }],
    ['another place', { extra: { deep: [`${chats}/1759000000000`] } }],
  ])('are read where the answer tells them as %s', async (_name, told) => {
    const first = { ...chat(start), ...(typeof told === 'object' ? told : {}) };
    const { parts, asked } = await read({
      [chats]: first,
      [`${chats}/1759000000000`]: chat(1759000000000, [say('old')]),
    });
    expect(asked).toEqual([chats, `${chats}/1759000000000`]);
    expect(parts.at(-1)?.coverage).toMatchObject({ state: 'complete', dropped: 0 });
  });

  it('may be more than a round number of links tells, until the oldest names none', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => start - index - 1);
    const answers = Object.fromEntries(
      ids.map((id) => [`${chats}/${id}`, { result: { id, events: [] } }]),
    );
    const first = chat(
      start,
      [],
      ids.map((id) => `${chats}/${id}`),
    );
    const silent = await read({ [chats]: first, ...answers });
    expect(silent.parts.at(-1)?.coverage).toMatchObject({
      state: 'partial',
      reason: 'more-on-platform',
    });
    const oldest = `${chats}/${ids.at(-1)}`;
    const proven = await read({ [chats]: first, ...answers, [oldest]: chat(start - 10, [], []) });
    expect(proven.parts.at(-1)?.coverage.state).toBe('complete');
  });

  it('that the plan withholds leave the rest readable', async () => {
    const { parts } = await read({
      [chats]: chat(start, [], [`${chats}/${one}`, `${chats}/${two}`]),
      [`${chats}/${one}`]: chat(one),
      [`${chats}/${two}`]: failure('forbidden', 403),
    });
    expect(parts.at(-1)?.coverage).toMatchObject({
      state: 'partial',
      reason: 'platform-cap',
      since: one,
    });
  });

  it.each([
    ['an error', { error: 'This chat is not available on your plan' }],
    ['no success', { success: false }],
    ['a long error', { error: 'This is not available. '.repeat(50) }],
  ])('in whose place a success holds %s leave the rest readable', async (_name, answer) => {
    const answers = {
      [chats]: chat(start, [], [`${chats}/${one}`, `${chats}/${two}`]),
      [`${chats}/${one}`]: answer,
      [`${chats}/${two}`]: chat(two, [say('two')]),
    };
    const address = `/api/v1/visitors/${visitor}`;
    const { parts, messages } = await read({ ...answers, [address]: { result: { id: visitor } } });
    expect(messages.map(({ text }) => text)).toEqual(['two']);
    expect(parts.at(-1)?.coverage).toMatchObject({
      state: 'partial',
      reason: 'platform-cap',
      since: start,
    });
    // Where the visitor cannot be read either, it is the key that is refused.
    await expect(read({ ...answers, [address]: answer })).rejects.toThrow('not-json');
  });

  it.each([
    ['null', { result: null }],
    ['an empty list', { result: [] }],
    ['204', noContent],
  ])('that come as %s are stated, and the rest stays readable', async (_name, answer) => {
    const { parts, messages, cursor } = await read({
      [chats]: chat(start, [], [`${chats}/${one}`, `${chats}/${two}`]),
      [`${chats}/${one}`]: answer,
      [`${chats}/${two}`]: chat(two, [say('two')]),
    });
    expect(messages.map(({ text }) => text)).toEqual(['two']);
    expect(cursor).toBeUndefined();
    expect(parts.at(-1)?.coverage).toMatchObject({
      state: 'partial',
      reason: 'platform-cap',
      since: start,
    });
  });

  it('end with an empty page of their list', async () => {
    const { parts, asked } = await read({
      [chats]: chat(start, [], `${chats}?page=2`),
      [`${chats}?page=2`]: { result: [] },
    });
    expect(asked).toEqual([chats, `${chats}?page=2`]);
    expect(parts.at(-1)?.coverage.state).toBe('complete');
  });

  it('that are missing in between hide what is older from the claim', async () => {
    const three = start - 3_000;
    const { parts } = await read({
      [chats]: chat(
        start,
        [],
        [one, two, three].map((id) => `${chats}/${id}`),
      ),
      [`${chats}/${one}`]: chat(one),
      [`${chats}/${two}`]: failure('not-found', 404),
      [`${chats}/${three}`]: chat(three),
    });
    expect(parts.at(-1)?.conversations).toHaveLength(1);
    expect(parts.at(-1)?.coverage).toMatchObject({ reason: 'platform-cap', since: one });
  });

  describe('more than one screen of them', () => {
    const ids = Array.from({ length: 250 }, (_, index) => start - 1 - index);
    const answers: Record<string, unknown> = {
      [chats]: chat(
        start,
        [say('newest')],
        ids.map((id) => `${chats}/${id}`),
      ),
    };
    for (const id of ids) answers[`${chats}/${id}`] = chat(id, [say(`chat ${id}`)]);

    it('stop after what is wanted', async () => {
      const { asked, parts } = await read(answers, { wanted: 25 });
      expect(asked).toHaveLength(25);
      expect(parts.at(-1)?.coverage).toMatchObject({
        state: 'partial',
        reason: 'more-on-platform',
        more: true,
        since: start - 24,
      });
    });

    it('go on from any part, without asking for a chat twice', async () => {
      const first = await read(answers, { wanted: 3 });
      const rest = await read(answers, { cursor: first.parts[1]?.cursor });
      expect(first.asked.slice(0, 2)).toEqual([chats, `${chats}/${start - 1}`]);
      expect(rest.asked).toEqual(ids.slice(1).map((id) => `${chats}/${id}`));
      expect(rest.parts.at(-1)).toMatchObject({
        coverage: { state: 'complete' },
        cursor: undefined,
      });
    });

    it('are kept in a cursor of a few kilobytes', async () => {
      const { cursor = '' } = await read(answers, { wanted: 25 });
      expect(cursor.length).toBeLessThan(5_000);
    });

    it('are read from the newest when the cursor is none of its own', async () => {
      for (const cursor of ['', '{"v":2}', 'chat 7', '{"v":1,"waiting":[1]}']) {
        expect((await read(answers, { cursor, wanted: 1 })).asked).toEqual([chats]);
      }
    });

    it('lead nowhere else by a cursor that was tampered with', async () => {
      const { cursor = '' } = await read(answers, { wanted: 249 });
      const links = ['https://evil.test/api/v1/x', '/admin', `${start - 250}`];
      const evil = JSON.stringify({ ...JSON.parse(cursor), waiting: links });
      const { asked, parts } = await read(answers, { cursor: evil });
      expect(asked).toEqual([`${chats}/${start - 250}`]);
      expect(parts.at(-1)?.coverage.state).toBe('partial');
    });
  });
});
