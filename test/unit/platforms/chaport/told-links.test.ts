import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeFull } from '../../../../lib/platforms/chaport/tells-of-more';
import { textsAnywhere, toldLinks } from '../../../../lib/platforms/chaport/told-links';

const a = '/api/v1/visitors/v/chats/1760000000001';
const b = '/api/v1/visitors/v/chats/1760000000002';

describe('links to older chats', () => {
  it.each<[string, unknown]>([
    ['a list', { result: {}, links: { more: [a, b] } }],
    ['inside the payload', { result: { links: { more: [a, b] } } }],
    ['objects', { result: {}, links: { more: [{ url: a }, { href: b }] } }],
    ['links of links', { result: {}, links: { more: [{ links: { self: a } }, { link: b }] } }],
    ['a map', { result: {}, links: { more: { 1760000000001: a, 1760000000002: b } } }],
    ['a map of objects', { result: {}, links: { more: { one: { url: a }, two: { uri: b } } } }],
    [
      'relations',
      {
        result: {},
        links: [
          { rel: 'more', href: a },
          { rel: 'older', href: b },
        ],
      },
    ],
    ['another name', { result: {}, links: { older: [a, b] } }],
    ['beside the payload', { result: {}, more: [a, b] }],
    ['in the payload itself', { result: { olderChats: [a, b] } }],
    ['under meta', { result: {}, meta: { links: { previous: [a, b] } } }],
  ])('are found as %s', (_name, body) => {
    expect(toldLinks(body, 'more')).toMatchObject({ links: [a, b], unread: 0, hasPlace: true });
  });

  it.each<[string, unknown]>([
    ['numbers', { result: {}, links: { more: [1760000000001, 1760000000002] } }],
    [
      'keys of a map',
      { result: {}, links: { more: { 1760000000001: true, 1760000000002: null } } },
    ],
    ['objects with ids', { result: { chats: [{ id: 1760000000001 }, { id: '1760000000002' }] } }],
  ])('are ids when they come as %s', (_name, body) => {
    expect(toldLinks(body, 'more').links).toEqual(['1760000000001', '1760000000002']);
  });

  it('of an unknown form are counted, none are not', () => {
    expect(toldLinks({ links: { more: true } }, 'more')).toMatchObject({ links: [], unread: 1 });
    for (const more of [null, undefined, '', [], {}, false]) {
      expect(toldLinks({ links: { more } }, 'more')).toMatchObject({ links: [], unread: 0 });
    }
    expect(toldLinks({ result: {} }, 'more').hasPlace).toBe(false);
  });

  it('are found wherever they stand, but not in what people write', () => {
    const body = {
      result: {
        parts: [{ deep: { address: a } }],
        events: [{ params: { text: b } }],
        custom: { b },
      },
    };
    expect(textsAnywhere(body, (text) => text.includes('/chats/'))).toEqual([a]);
  });
});

describe('the link to the next page', () => {
  const next = '/api/v1/visitors?page=2';
  it.each<unknown>([
    { links: { next } },
    { links: { next: { href: next } } },
    { links: [{ rel: 'next', url: next }] },
    { next },
    { nextPage: next },
    { pagination: { next_page_url: next } },
    { meta: { paging: { next: { url: next } } } },
  ])('is read from %j', (place) => {
    const body = { result: [{ id: 'v' }], ...(typeof place === 'object' ? place : {}) };
    expect(toldLinks(body, 'next').links).toEqual([next]);
  });

  it('may be a number', () => {
    expect(toldLinks({ links: { next: 2 } }, 'next').links).toEqual(['2']);
    expect(toldLinks({ links: { next: { page: 2 } } }, 'next').links).toEqual(['2']);
  });
});

it('reads any answer without failing, in bounded steps', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 9 }), (body) => {
      toldLinks(body, 'more');
      toldLinks({ links: body, result: body }, 'next');
      textsAnywhere(body, () => true);
    }),
  );
});

it('takes round numbers for full pages', () => {
  expect([9, 10, 20, 25, 50, 75, 100].map(mayBeFull)).toEqual([false, ...Array(6).fill(true)]);
  expect([0, 3, 5, 11, 24, 51].some(mayBeFull)).toBe(false);
});
