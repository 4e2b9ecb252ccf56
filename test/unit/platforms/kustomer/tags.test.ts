import { expect, test } from 'vitest';
import type { TransportRequest } from '../../../../lib/http/transport';
import { CustomerTags } from '../../../../lib/platforms/kustomer/tags';
import { CUSTOMER, contact, FakeKustomer, NOW } from './fakes';

const { signal } = new AbortController();
const year = 365 * 24 * 60 * 60 * 1_000;

const tag = (name: string) => ({ id: `tag-${name}`, attributes: { name } });
const customer = (...names: string[]) => ({
  data: { id: CUSTOMER, attributes: { tags: names.map((name) => tag(name).id) } },
});

test('pages are followed by their links, however few tags each of them has', async () => {
  const pages = [['vip'], ['late'], ['gift']];
  const kustomer = new FakeKustomer({
    [`/v1/customers/${CUSTOMER}`]: customer('vip', 'gift'),
    '/v1/tags': ({ query }: TransportRequest) => {
      const page = Number(query?.page);
      const next = page < pages.length ? `/v1/tags?deleted=false&page=${page + 1}` : null;
      return { data: pages[page - 1]?.map(tag), links: { next } };
    },
  });
  const tags = new CustomerTags(kustomer.ports());
  expect(await tags.of(contact, signal)).toEqual({ tags: ['vip', 'gift'] });
});

test('a list that leads back to itself gives the names it has', async () => {
  const kustomer = new FakeKustomer({
    [`/v1/customers/${CUSTOMER}`]: customer('vip', 'late'),
    '/v1/tags': { data: [tag('vip')], links: { next: '/v1/tags?page=1' } },
  });
  const tags = new CustomerTags(kustomer.ports());
  expect(await tags.of(contact, signal)).toEqual({ tags: ['vip'] });
});

test('an answer that is no list is told as such', async () => {
  const kustomer = new FakeKustomer({
    [`/v1/customers/${CUSTOMER}`]: customer('vip'),
    '/v1/tags': { status: 'ok' },
  });
  await expect(new CustomerTags(kustomer.ports()).of(contact, signal)).rejects.toMatchObject({
    failure: 'not-json',
  });
});

test('a clock that was far ahead during a reading does not put the next one off', async () => {
  const script: Record<string, unknown> = {
    [`/v1/customers/${CUSTOMER}`]: customer('vip'),
    '/v1/tags': { data: [tag('vip')] },
  };
  const kustomer = new FakeKustomer(script);
  const tags = new CustomerTags(kustomer.ports());
  kustomer.now = NOW + year;
  expect(await tags.of(contact, signal)).toEqual({ tags: ['vip'] });
  kustomer.now = NOW;
  script[`/v1/customers/${CUSTOMER}`] = customer('vip', 'new');
  script['/v1/tags'] = { data: [tag('vip'), tag('new')] };
  expect(await tags.of(contact, signal)).toEqual({ tags: ['vip', 'new'] });
});
