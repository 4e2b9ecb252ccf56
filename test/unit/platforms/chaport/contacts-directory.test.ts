import { describe, expect, it } from 'vitest';
import { createChaportApi } from '../../../../lib/platforms/chaport/definition';
import { failure, now, scripted, signal } from './fake';

const list = '/api/v1/visitors';

async function page(answers: Record<string, unknown>, cursor?: string) {
  const { ports, asked } = scripted(answers);
  const read = createChaportApi(ports).directoryPage;
  if (read === undefined) throw new Error('no directory');
  return { ...(await read(cursor, signal)), asked };
}

describe('directory', () => {
  it('maps visitors and leaves out those without id', async () => {
    const result = [
      {
        id: 'a',
        name: ' Åsa Lind ',
        email: ' Asa@Example.COM ',
        phone: '+46 70 123 45 67',
        lastSeen: '2026-11-19T08:00:00.000Z',
        location: { city: 'Lund', country: 'Sweden' },
        language: 'sv_SE',
        custom: { plan: 'x' },
      },
      { id: 'b', name: 'Visitor #12', email: null, phone: '0701234567' },
      { id: 'c', name: 'Посетитель №7', email: 5, phone: '9'.repeat(30), lastSeen: 'never' },
      { name: 'nobody' },
      null,
    ];
    const { contacts, dropped, next } = await page({ [list]: { result, links: {} } });
    expect(dropped).toBe(2);
    expect(next).toBeUndefined();
    expect(contacts[0]).toMatchObject({
      id: 'a',
      name: 'Åsa Lind',
      emailKeys: ['asa@example.com'],
      phoneKeys: ['+46701234567'],
      lastSeenAt: Date.UTC(2026, 10, 19, 8),
      location: 'Lund, Sweden',
      language: 'sv-SE',
      fetchedAt: now,
    });
    expect(contacts[1]).toMatchObject({
      name: undefined,
      placeholderName: 'Visitor #12',
      emails: [],
      phones: ['0701234567'],
      phoneKeys: [],
    });
    expect(contacts[2]).toMatchObject({
      placeholderName: 'Посетитель №7',
      emails: ['5'],
      emailKeys: [],
      phoneKeys: [],
      lastSeenAt: undefined,
    });
  });

  it.each([
    ['root-relative', `${list}?page=2`],
    ['absolute', `https://app.chaport.com${list}?page=2`],
  ])('goes on by a %s link, which works as cursor', async (_name, next) => {
    const answers = {
      [list]: { result: [{ id: 'a' }], links: { next } },
      [`${list}?page=2`]: { result: [{ id: 'b' }], links: { next: null } },
    };
    const first = await page(answers);
    expect(first.next).toBe(`${list}?page=2`);
    const second = await page(answers, first.next);
    expect(second.contacts.map((contact) => contact.id)).toEqual(['b']);
    expect(second.asked).toEqual([`${list}?page=2`]);
    expect(second.next).toBeUndefined();
  });

  it.each([
    ['no link among links', {}],
    ['a null link', { next: null }],
    ['an empty link', { next: '' }],
    ['a link to the first page', { next: `${list}?page=1` }],
    ['a link to itself', { next: list }],
  ])('ends at %s', async (_name, links) => {
    const { next, dropped } = await page({ [list]: { result: [{ id: 'a' }], links } });
    expect(next).toBeUndefined();
    expect(dropped).toBe(0);
  });

  it('ends at a page that repeats itself and at an empty one', async () => {
    const links = { next: `${list}?page=9` };
    const repeated = await page(
      { [`${list}?page=9`]: { result: [{ id: 'a' }], links } },
      links.next,
    );
    expect(repeated.next).toBeUndefined();
    const empty = await page({ [list]: { result: [], links } });
    expect(empty.next).toBeUndefined();
  });

  it.each(['https://evil.test/api/v1/visitors?page=2', '//evil.test/api/v1/', '/admin'])(
    'does not follow %s and counts it',
    async (next) => {
      const answer = await page({ [list]: { result: [{ id: 'a' }], links: { next } } });
      expect(answer.next).toBeUndefined();
      expect(answer.dropped).toBe(1);
      expect(answer.contacts).toHaveLength(1);
    },
  );

  it.each<unknown>([
    { links: { next: 2 } },
    { links: { next: { href: `${list}?page=2` } } },
    { links: [{ rel: 'next', href: `${list}?page=2` }] },
    { next: `${list}?page=2` },
    { pagination: { next: 2 } },
  ])('goes on by %j', async (form) => {
    const body = { result: [{ id: 'a' }], ...(typeof form === 'object' ? form : {}) };
    expect(await page({ [list]: body })).toMatchObject({ next: `${list}?page=2` });
  });

  it.each([
    ['no place for links', { result: [{ id: 'a' }] }],
    ['a count of all', { result: [{ id: 'a' }], total: 3 }],
    ['a count among links', { result: [{ id: 'a' }], links: {}, pagination: { total: 3 } }],
    ['a link of an unknown form', { result: [{ id: 'a' }], links: { next: true } }],
    ['a full page', { result: Array.from({ length: 50 }, (_, i) => ({ id: `a${i}` })), links: {} }],
  ])('asks for the page after %s by its number', async (_name, first) => {
    const second = `${list}?page=2`;
    const { next } = await page({ [list]: first });
    expect(next?.startsWith(second)).toBe(true);
    const ended = await page({ [second]: { result: [] } }, next);
    expect(ended).toMatchObject({ next: undefined, contacts: [] });
    expect(ended.endUnproven).toBeUndefined();
    const longer = await page({ [second]: { result: [{ id: 'b' }], links: {} } }, next);
    expect(longer.contacts).toHaveLength(1);
    const ignored = await page({ [second]: first }, next);
    expect(ignored).toMatchObject({ next: undefined, endUnproven: true });
  });

  it.each([failure('not-found', 404), failure('refused', 400)])(
    'ends without proof when a later page is refused: %s',
    async (error) => {
      const answer = await page({ [`${list}?page=2`]: error }, `${list}?page=2`);
      expect(answer).toMatchObject({ next: undefined, contacts: [], endUnproven: true });
      await expect(page({ [list]: error })).rejects.toBe(error);
    },
  );

  it('reads addresses and numbers that come as numbers, lists and objects', async () => {
    const result = [
      { id: 'a', phone: 46701234567, email: ['a@x.test', 'b@x.test'] },
      { id: 'b', phone: ['+46 70 123 45 67', 46709999999], email: { value: 'c@x.test' } },
    ];
    const { contacts } = await page({ [list]: { result, links: {} } });
    expect(contacts[0]).toMatchObject({
      phones: ['46701234567'],
      emailKeys: ['a@x.test', 'b@x.test'],
    });
    expect(contacts[1]).toMatchObject({
      phones: ['+46 70 123 45 67', '46709999999'],
      emailKeys: ['c@x.test'],
    });
  });

  it('starts over with a cursor that is not one of ours', async () => {
    const { asked } = await page({ [list]: { result: [] } }, 'https://evil.test/api/v1/visitors');
    expect(asked).toEqual([list]);
  });

  it('fails on an answer of another form', async () => {
    await expect(page({ [list]: { result: 'x' } })).rejects.toThrow('not-json');
    await expect(page({ [list]: null })).rejects.toThrow('not-json');
    await expect(page({ [list]: failure('rate-limited', 429) })).rejects.toThrow('rate-limited');
  });
});
