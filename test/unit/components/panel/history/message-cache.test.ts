import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MessageCache } from '../../../../../components/panel/history/message-cache';
import { DesksideDatabase } from '../../../../../lib/storage/database';
import { listed } from '../../../../../lib/timeline/listed-message';
import { message } from '../../../timeline/samples';

const database = new DesksideDatabase('cache');
const messages = Array.from({ length: 1_100 }, (_none, id) => message({ id: String(id) }));
const items = messages.map((each) => listed(each, new Map()));
const [first, second] = items as [(typeof items)[0], (typeof items)[0]];

beforeEach(() => database.open());
afterEach(() => database.delete());

it('reads what is not at hand, once, and tells whether something came', async () => {
  await database.messages.bulkPut(messages.slice(0, 2));
  const cache = new MessageCache(database);
  expect(cache.get(first)).toBeUndefined();
  const read = vi.spyOn(database.messages, 'bulkGet');
  expect(await Promise.all([cache.load([first]), cache.load([first, second])])).toEqual([
    true,
    true,
  ]);
  expect(cache.get(first)).toEqual(messages[0]);
  expect(cache.get(second)).toEqual(messages[1]);
  expect(await cache.load([first, second])).toBe(false);
  expect(read.mock.calls).toEqual([[[['cw', '0']]], [[['cw', '1']]]]);
});

it('has nothing of a message that is gone, or that was changed since it was listed', async () => {
  const cache = new MessageCache(database);
  expect(await cache.load([first])).toBe(false);
  expect(cache.get(first)).toBeUndefined();
  cache.keep(first, messages[0] ?? message());
  const changed = listed(message({ id: '0', text: 'Edited' }), new Map());
  expect(changed.fingerprint).not.toBe(first.fingerprint);
  expect(cache.get(changed)).toBeUndefined();
});

it('lets go the one that nobody asked for longest', () => {
  const cache = new MessageCache(database);
  for (const [index, item] of items.entries()) {
    cache.keep(item, messages[index] ?? message());
    cache.get(first);
  }
  expect(cache.get(first)).toBe(messages[0]);
  expect(cache.get(second)).toBeUndefined();
  expect(items.filter((item) => cache.get(item) !== undefined)).toHaveLength(1_000);
});
