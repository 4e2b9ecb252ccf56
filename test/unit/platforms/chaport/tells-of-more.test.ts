import { describe, expect, it } from 'vitest';
import { tellsOfMore } from '../../../../lib/platforms/chaport/tells-of-more';
import { toldLinks } from '../../../../lib/platforms/chaport/told-links';

const link = '/api/v1/visitors?page=2';
const three = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('an answer that lists three and tells of more in an unknown way', () => {
  it.each<Record<string, unknown>>([
    { meta: { total: 8 } },
    { meta: { pages: 3 } },
    { meta: { hasMore: true } },
    { pageInfo: { hasNextPage: true } },
    { pagination: { cursor: 'abc' } },
    { pagination: { totalPages: 2 } },
    { pagination: { has_next: true } },
    { links: { last: link } },
    { links: { following: link } },
    { links: { after: { href: link } } },
    { links: { pages: [link] } },
    { links: [link] },
    { links: [{ href: link }] },
    { links: [{ rel: 'after', href: link }] },
    { links: [{ rel: ['next'], href: link }] },
    { links: link },
    { links: {}, nextPageToken: 'abc' },
    { links: {}, scroll_id: 'abc' },
    { links: {}, total: 8 },
    { links: {}, count: 8 },
    { links: {}, has_more: true },
  ])('%j is not taken for whole', (beside) => {
    expect(toldLinks({ result: three, ...beside }, 'next')).toMatchObject({ links: [] });
    expect(toldLinks({ result: three, ...beside }, 'next').unread).toBeGreaterThan(0);
  });
});

describe('an answer that lists all and says so', () => {
  it.each<Record<string, unknown>>([
    { links: { next: null, self: link, prev: link } },
    { links: [] },
    { links: [{ rel: 'self', href: link }] },
    { links: {}, total: 3, count: 3, has_more: false },
    { meta: { total: 3, pages: 1, page: 1, per_page: 50, hasMore: false } },
    { pageInfo: { hasNextPage: false, hasPreviousPage: true, endCursor: null } },
    { links: {}, status: 'ok', success: true },
  ])('%j is whole', (beside) => {
    expect(toldLinks({ result: three, ...beside }, 'next')).toMatchObject({ links: [], unread: 0 });
  });
});

describe('a chat that may name older ones', () => {
  it.each<Record<string, unknown>>([
    { links: { archive: link } },
    { links: { earlier: ['1760000000001'] } },
    { links: ['1760000000001'] },
    { links: [{ rel: 'archive', id: '1760000000001' }] },
    { links: { visitor: { more: [link] } } },
    { total: 3 },
    { chatsCount: 3 },
    { hasMore: true },
  ])('%j leaves the history partial, beside the chat and in it', (told) => {
    expect(toldLinks({ result: { id: '1' }, ...told }, 'more').unread).toBeGreaterThan(0);
    expect(toldLinks({ result: { id: '1', ...told } }, 'more').unread).toBeGreaterThan(0);
  });

  it('has fields of its own that tell nothing of other chats', () => {
    const own = { id: '1', messagesCount: 12, unread_count: 3, token: 'abc', nextStep: 'call' };
    expect(toldLinks({ result: { ...own, isOnline: true } }, 'more').unread).toBe(0);
  });
});

it('a count is compared with what is listed', () => {
  const at = { listed: 3, isPlace: true };
  expect(tellsOfMore('total', 3, at)).toBe(false);
  expect(tellsOfMore('total', 4, at)).toBe(true);
});
