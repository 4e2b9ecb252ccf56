import { describe, expect, it } from 'vitest';
import { FakeKustomer, list, message, NOW, note } from './fakes';
import {
  endless,
  merged,
  messages,
  messagesQuery,
  minuteAgo,
  notes,
  partsOf,
  reply,
  whole,
} from './history/history-script';

describe('pages of a list', () => {
  it('follows links.next and keeps what the link forgets to say', async () => {
    const kustomer = new FakeKustomer({
      ...whole,
      [`${messages}?${messagesQuery}`]: list([reply], `${messages}?page=2&pageSize=100`),
      [`${messages}?page=2&pageSize=100&include=attachments`]: list([message()]),
    });
    const result = merged(await partsOf(kustomer));
    expect(result.messages.has('66a0000000000000000000e1')).toBe(true);
    expect(result.coverage?.state).toBe('complete');
  });

  it.each([
    ['itself', `${messages}?page=1&pageSize=100&include=attachments`],
    ['another host', 'https://evil.example/v1/customers/1/messages?page=2'],
    ['another host without scheme', '//evil.example/v1/messages?page=2'],
    ['another part of the host', '/oauth/token?page=2'],
    ['a way out of the API', `${messages}/../../../../oauth/token`],
    ['a script', 'javascript:alert(1)'],
  ])('does not follow a link to %s', async (_case, next) => {
    const kustomer = new FakeKustomer({ ...whole, [messages]: list([reply], next) });
    const result = merged(await partsOf(kustomer));
    expect(kustomer.requests).toHaveLength(4);
    expect(result.messages.has('m2')).toBe(true);
    expect(result.coverage).toMatchObject({ state: 'partial', reason: 'bad-answer' });
  });

  it('leaves a circle of pages, and says that something may be missing', async () => {
    const pageTwo = `${messages}?page=2&pageSize=100`;
    const kustomer = new FakeKustomer({
      ...whole,
      [`${messages}?${messagesQuery}`]: list([reply], pageTwo),
      [`${pageTwo}&include=attachments`]: list([message()], `${messages}?page=1&pageSize=100`),
    });
    const result = merged(await partsOf(kustomer));
    expect(kustomer.requests.filter((each) => each.startsWith(messages))).toHaveLength(2);
    expect([...result.messages.keys()]).toContain('66a0000000000000000000e1');
    expect(result.coverage).toMatchObject({ state: 'partial', reason: 'bad-answer' });
  });

  it('ends at an empty page although it links on', async () => {
    const kustomer = new FakeKustomer({ ...whole, [notes]: list([], `${notes}?page=2`) });
    expect(merged(await partsOf(kustomer)).coverage?.state).toBe('complete');
  });

  it.each([undefined, {}, 7])('takes the links %j for the end', async (links) => {
    const kustomer = new FakeKustomer({ ...whole, [notes]: { data: [note()], links } });
    expect(merged(await partsOf(kustomer)).coverage?.state).toBe('complete');
  });

  it('stops after one screen of pages that run newest first and says how far back it reaches', async () => {
    const kustomer = new FakeKustomer({ ...whole, [messages]: endless(-1) });
    const result = merged(await partsOf(kustomer, undefined, { wanted: 10 }));
    expect(kustomer.requests.filter((each) => each.startsWith(messages))).toHaveLength(5);
    expect(result.coverage).toEqual({
      state: 'partial',
      reason: 'more-on-platform',
      since: NOW - 9 * 60_000,
      more: true,
      dropped: 0,
      checkedAt: NOW,
    });
  });

  it('goes on where it stopped, with the page it read last, as items may have moved', async () => {
    const kustomer = new FakeKustomer({ ...whole, [messages]: endless(-1, 9) });
    const { cursor } = (await partsOf(kustomer, undefined, { wanted: 4 })).at(-1) ?? {};
    expect(kustomer.requests.filter((each) => each.startsWith(messages))).toHaveLength(2);
    kustomer.requests.length = 0;
    const parts = await partsOf(kustomer, undefined, { wanted: 4, cursor });
    expect(kustomer.requests.map((each) => each.replace(/&pageSize.*/, ''))).toEqual(
      [2, 3, 4].map((page) => `${messages}?page=${page}`),
    );
    expect([...merged(parts).messages.keys()]).toEqual(
      [2, 3, 4, 5, 6, 7].map((index) => `m-${index}`),
    );
    expect(merged(parts).coverage?.since).toBe(NOW - 7 * 60_000);
  });

  it('hides nothing when items are deleted or added between two calls', async () => {
    const all = Array.from({ length: 12 }, (_, index) => index);
    for (const now of [all.slice(3), [-3, -2, -1, ...all]]) {
      let items = all;
      const kustomer = new FakeKustomer({
        ...whole,
        [messages]: (request: {
          query?: Readonly<Record<string, string | number | undefined>>;
        }) => {
          const page = Number(request.query?.page);
          const rows = items.slice((page - 1) * 4, page * 4).map(minuteAgo);
          const more = items.length > page * 4;
          return list(rows, more ? `${messages}?page=${page + 1}` : null);
        },
      });
      const first = await partsOf(kustomer, undefined, { wanted: 4 });
      items = now;
      const rest = await partsOf(kustomer, undefined, { cursor: first.at(-1)?.cursor });
      const ids = merged([...first, ...rest]).messages;
      expect(all.filter((index) => !ids.has(`m-${index}`))).toEqual([]);
      expect(merged(rest).coverage?.state).toBe('complete');
    }
  });

  it.each([['{"v":1}'], ['not a cursor'], ['{"v":9,"conversations":{}}']])(
    'starts anew from the cursor %j, which is none of its own',
    async (cursor) => {
      const result = merged(await partsOf(new FakeKustomer(whole), undefined, { cursor }));
      expect(result.coverage?.state).toBe('complete');
    },
  );

  it('does not follow a cursor to a foreign host', async () => {
    const kustomer = new FakeKustomer({ ...whole, [messages]: endless(-1, 9) });
    const { cursor = '' } = (await partsOf(kustomer, undefined, { wanted: 4 })).at(-1) ?? {};
    const evil = cursor.replaceAll(`"at":"/v1`, '"at":"https://evil.example/v1');
    expect(evil).toContain('evil');
    kustomer.requests.length = 0;
    const result = merged(await partsOf(kustomer, undefined, { cursor: evil }));
    expect(kustomer.requests.every((each) => each.startsWith('/v1/'))).toBe(true);
    expect(result.coverage?.state).toBe('complete');
  });
});
