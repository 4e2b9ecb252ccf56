import { describe, expect, it } from 'vitest';
import { FakeKustomer, list, message, NOW, note } from './fakes';
import { held, messages, messagesQuery, notes, partsOf, reply, whole } from './history-script';

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

  it('ends at an empty page although it links on', async () => {
    const kustomer = new FakeKustomer({ ...whole, [notes]: list([], `${notes}?page=2`) });
    expect(held(await partsOf(kustomer)).coverage?.state).toBe('complete');
  });

  it.each([undefined, {}, 7])('takes the links %j for the end', async (links) => {
    const kustomer = new FakeKustomer({ ...whole, [notes]: { data: [note()], links } });
    expect(held(await partsOf(kustomer)).coverage?.state).toBe('complete');
  });

  it('stops after five pages that run newest first and says how far back it reaches', async () => {
    const kustomer = new FakeKustomer({ ...whole, [messages]: endless(-1) });
    const result = held(await partsOf(kustomer));
    expect(kustomer.requests.filter((each) => each.startsWith(messages))).toHaveLength(5);
    expect(result.coverage).toEqual({
      state: 'partial',
      reason: 'more-on-platform',
      since: NOW - 9 * 60_000,
      dropped: 0,
      checkedAt: NOW,
    });
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

  it('claims no lower bound where even that does not end', async () => {
    const kustomer = new FakeKustomer({ ...whole, [messages]: endless(1) });
    const result = held(await partsOf(kustomer));
    expect(kustomer.requests.filter((each) => each.startsWith(messages))).toHaveLength(40);
    expect(result.coverage).toMatchObject({ state: 'partial', reason: 'more-on-platform' });
    expect(result.coverage?.since).toBeUndefined();
  });
});

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
