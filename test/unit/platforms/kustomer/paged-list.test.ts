import { describe, expect, it } from 'vitest';
import { FakeKustomer, list, message, NOW, note } from './fakes';
import {
  held,
  messages,
  messagesQuery,
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
    const result = held(await partsOf(kustomer));
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
    const result = held(await partsOf(kustomer));
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
    const result = held(await partsOf(kustomer));
    expect(kustomer.requests.filter((each) => each.startsWith(messages))).toHaveLength(2);
    expect([...result.messages.keys()]).toContain('66a0000000000000000000e1');
    expect(result.coverage).toMatchObject({ state: 'partial', reason: 'bad-answer' });
  });

  it('ends at an empty page although it links on', async () => {
    const kustomer = new FakeKustomer({ ...whole, [notes]: list([], `${notes}?page=2`) });
    expect(held(await partsOf(kustomer)).coverage?.state).toBe('complete');
  });

  it.each([undefined, {}, 7])('takes the links %j for the end', async (links) => {
    const kustomer = new FakeKustomer({ ...whole, [notes]: { data: [note()], links } });
    expect(held(await partsOf(kustomer)).coverage?.state).toBe('complete');
  });

  it('stops after one screen of pages that run newest first and says how far back it reaches', async () => {
    const kustomer = new FakeKustomer({ ...whole, [messages]: endless(-1) });
    const result = held(await partsOf(kustomer, undefined, { wanted: 10 }));
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
    expect([...held(parts).messages.keys()]).toEqual(
      [2, 3, 4, 5, 6, 7].map((index) => `m-${index}`),
    );
    expect(held(parts).coverage?.since).toBe(NOW - 7 * 60_000);
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
      const ids = held([...first, ...rest]).messages;
      expect(all.filter((index) => !ids.has(`m-${index}`))).toEqual([]);
      expect(held(rest).coverage?.state).toBe('complete');
    }
  });

  it.each([['{"v":1}'], ['not a cursor'], ['{"v":9,"conversations":{}}']])(
    'starts anew from the cursor %j, which is none of its own',
    async (cursor) => {
      const result = held(await partsOf(new FakeKustomer(whole), undefined, { cursor }));
      expect(result.coverage?.state).toBe('complete');
    },
  );

  it('does not follow a cursor to a foreign host', async () => {
    const kustomer = new FakeKustomer({ ...whole, [messages]: endless(-1, 9) });
    const { cursor = '' } = (await partsOf(kustomer, undefined, { wanted: 4 })).at(-1) ?? {};
    const evil = cursor.replaceAll(`"at":"/v1`, '"at":"https://evil.example/v1');
    expect(evil).toContain('evil');
    kustomer.requests.length = 0;
    const result = held(await partsOf(kustomer, undefined, { cursor: evil }));
    expect(kustomer.requests.every((each) => each.startsWith('/v1/'))).toBe(true);
    expect(result.coverage?.state).toBe('complete');
  });

  it('reads on where a list runs oldest first, as the newest come last', async () => {
    const kustomer = new FakeKustomer({ ...whole, [messages]: endless(1, 12) });
    const result = held(await partsOf(kustomer));
    expect(kustomer.requests.filter((each) => each.startsWith(messages))).toHaveLength(12);
    expect(result.coverage?.state).toBe('complete');
  });

  it('reads on where a list has no order at all', async () => {
    const mixed = [1, 3, 2].map((minute) =>
      message({ sentAt: null, createdAt: `2026-10-21T14:0${minute}:00.000Z` }, `x-${minute}`),
    );
    const pages = endless(-1, 7);
    const kustomer = new FakeKustomer({
      ...whole,
      [messages]: pages,
      [`${messages}?${messagesQuery}`]: list(mixed, `${messages}?page=2&pageSize=100`),
    });
    const result = held(await partsOf(kustomer));
    expect(kustomer.requests.filter((each) => each.startsWith(messages))).toHaveLength(7);
    expect(result.coverage?.state).toBe('complete');
  });

  it('claims no lower bound where even that does not end, and can be asked to go on', async () => {
    const kustomer = new FakeKustomer({ ...whole, [messages]: endless(1, 50) });
    const parts = await partsOf(kustomer, undefined, { wanted: 60 });
    expect(kustomer.requests.filter((each) => each.startsWith(messages))).toHaveLength(40);
    const { coverage, cursor } = parts.at(-1) ?? {};
    expect(coverage).toMatchObject({ state: 'partial', reason: 'more-on-platform', more: true });
    expect(coverage?.since).toBeUndefined();
    const rest = await partsOf(kustomer, undefined, { wanted: 60, cursor });
    expect(held(rest).coverage?.state).toBe('complete');
    expect(held([...parts, ...rest]).messages.size).toBe(100 + 1);
  });

  it('sees through a list that turns out to be in no order', async () => {
    const kustomer = new FakeKustomer({
      ...whole,
      [messages]: endless(-1, 4),
      [`${messages}?page=2&pageSize=100&include=attachments`]: list(
        [minuteAgo(9), minuteAgo(2)],
        `${messages}?page=3`,
      ),
    });
    const parts = await partsOf(kustomer, undefined, { wanted: 3 });
    expect(parts.at(-1)?.coverage.state).toBe('complete');
    expect(kustomer.requests.filter((each) => each.startsWith(messages))).toHaveLength(4);
  });
});

function minuteAgo(index: number) {
  const at = new Date(NOW - index * 60_000).toISOString();
  return message({ sentAt: at, createdAt: at }, `m-${index}`);
}

/**
 * A list of pages with two messages each, a minute apart: `step` is 1 for oldest first, -1 for
 * newest first. Ends after `pages`, or never.
 */
function endless(step: 1 | -1, pages = Number.POSITIVE_INFINITY) {
  return (request: { query?: Readonly<Record<string, string | number | undefined>> }) => {
    const page = Number(request.query?.page);
    const items = [0, 1].map((place) => {
      const index = (page - 1) * 2 + place;
      const sentAt = new Date(NOW + step * index * 60_000).toISOString();
      return message({ sentAt }, `m-${index}`);
    });
    return list(items, page < pages ? `${messages}?page=${page + 1}&pageSize=100` : null);
  };
}
