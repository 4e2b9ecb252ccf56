import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ContactFeed } from '../../../../../components/panel/history/contact-feed';
import type { Message } from '../../../../../lib/model/history';
import { DesksideDatabase } from '../../../../../lib/storage/database';
import { putTracked } from '../../../../../lib/storage/put-tracked';
import { listed } from '../../../../../lib/timeline/listed-message';
import { newestFirst } from '../../../../../lib/timeline/newest-first';
import { eventually } from '../../../eventually';
import { conversation, message } from '../../../timeline/samples';

const database = new DesksideDatabase('feed');
const contact = { connectionId: 'cw', id: 'ana' };
const feeds: ContactFeed[] = [];

beforeEach(() => database.open());

afterEach(async () => {
  for (const feed of feeds.splice(0)) feed.close();
  await database.delete();
});

function feedOf(onChange = vi.fn()): ContactFeed {
  const onError = (error: unknown) => {
    throw error;
  };
  const feed = new ContactFeed(database, contact, { onChange, onError });
  feeds.push(feed);
  return feed;
}

function many(from: number, until: number): Message[] {
  return Array.from({ length: until - from }, (_none, index) =>
    message({ id: String(from + index), sentAt: from + index }),
  );
}

const put = (messages: readonly Message[]) =>
  database.transaction('rw', database.messages, () => putTracked(database.messages, messages));

/** Waits until the feed holds what the database holds, each once, in order in every part. */
async function expectAllRead(feed: ContactFeed): Promise<void> {
  const stored = await database.messages
    .where('[connectionId+contactId]')
    .equals([contact.connectionId, contact.id])
    .toArray();
  stored.sort(newestFirst);
  // Long enough for a busy machine; it ends as soon as all is read.
  await vi.waitFor(
    () => {
      expect(feed.readDownTo).toBe(Number.NEGATIVE_INFINITY);
      expect(feed.parts.flat()).toEqual(stored.map((each) => listed(each, new Map())));
    },
    { timeout: 15_000 },
  );
  const whole = await Promise.all(feed.parts.map((part) => feed.readPart(part)));
  expect(whole.flatMap((part) => part?.toSorted(newestFirst))).toEqual(stored);
}

describe('ContactFeed', { timeout: 30_000 }, () => {
  it('reads the newest part first, and then all of it', async () => {
    await put(many(0, 1_000));
    await database.conversations.put(conversation());
    const lengths: number[] = [];
    const feed = feedOf(vi.fn(() => lengths.push(feed.parts.flat().length)));
    await expectAllRead(feed);
    expect(lengths.filter((length) => length > 0)[0]).toBeLessThan(200);
    expect(Math.max(...feed.parts.map((part) => part.length))).toBeLessThanOrEqual(600);
    expect(feed.conversations).toEqual([conversation()]);
  });

  it('waits once for what is being written, before it has the newest part', async () => {
    await put(many(0, 1_000));
    const begun = vi.spyOn(database.core, 'transaction');
    const counts: number[] = [];
    const onMessages = () => begun.mock.calls.filter(([tables]) => tables.includes('messages'));
    const feed = feedOf(vi.fn(() => feed.parts.length > 0 && counts.push(onMessages().length)));
    await eventually(() => expect(counts[0]).toBe(1));
    await expectAllRead(feed);
  });

  it('tells of no conversation as empty before its messages were read', async () => {
    await put(many(0, 1_000).map((each, index) => ({ ...each, conversationId: `c${index % 2}` })));
    await put([message({ id: 'old', sentAt: -1, conversationId: 'long-ago' })]);
    const ids = ['c0', 'c1', 'long-ago', 'empty'];
    await database.conversations.bulkPut(ids.map((id) => conversation({ id })));
    const told: string[][] = [];
    const feed = feedOf(
      vi.fn(() => {
        const read = new Set(feed.parts.flat().map(({ conversationId }) => conversationId));
        const isWhole = feed.readDownTo === Number.NEGATIVE_INFINITY;
        if (!isWhole) told.push(feed.tellable.map(({ id }) => id).filter((id) => !read.has(id)));
      }),
    );
    await expectAllRead(feed);
    expect(told.length).toBeGreaterThan(0);
    expect(told.flat()).toEqual([]);
    expect(feed.tellable.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });

  it('reads only the part in which something arrived, changed or went', async () => {
    await put(many(0, 1_000));
    const feed = feedOf();
    await expectAllRead(feed);
    const untouched = (before: readonly unknown[]) =>
      feed.parts.filter((part) => before.includes(part)).length;
    for (const change of [
      () => put([message({ id: 'late', sentAt: 420.5 })]),
      () => put([message({ id: '500', sentAt: 500, text: 'Edited' })]),
      () => database.messages.delete(['cw', '10']),
      () => put(many(1_000, 1_040)),
    ]) {
      const before = feed.parts;
      await change();
      await expectAllRead(feed);
      expect(untouched(before)).toBe(before.length - 1);
    }
  });

  it('does not read again for another contact', async () => {
    await put(many(0, 10));
    const onChange = vi.fn();
    const feed = feedOf(onChange);
    await expectAllRead(feed);
    await eventually(() => expect(feed.conversations).toEqual([]));
    onChange.mockClear();
    await put([message({ id: 'other', contactId: 'bea', sentAt: 5 })]);
    await put([message({ id: 'own', sentAt: 5 })]);
    await expectAllRead(feed);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('cuts a part that grows, at either end, and keeps what it showed meanwhile', async () => {
    const feed = feedOf(vi.fn(() => lengths.push(feed.parts.flat().length)));
    const lengths: number[] = [];
    await put(many(5_000, 5_500));
    await expectAllRead(feed);
    for (const [from, until] of [
      [4_000, 5_000],
      [5_500, 6_300],
      [3_900, 4_000],
    ] as const) {
      await put(many(from, until));
      await expectAllRead(feed);
    }
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect(Math.max(...feed.parts.map((part) => part.length))).toBeLessThanOrEqual(600);
  });

  it('reads what cannot be cut, and times beyond any date', async () => {
    const at = (sentAt: number, count: number) =>
      Array.from({ length: count }, (_none, index) =>
        message({ id: `${sentAt} ${index}`, sentAt }),
      );
    await put([...at(7, 800), ...many(0, 20)]);
    await put([...at(Number.POSITIVE_INFINITY, 3), ...at(Number.NEGATIVE_INFINITY, 700)]);
    const feed = feedOf();
    await expectAllRead(feed);
    await put(at(7, 900));
    await expectAllRead(feed);
  });

  it('follows a message whose time was corrected', async () => {
    await put(many(0, 700));
    const feed = feedOf();
    await expectAllRead(feed);
    await put([message({ id: '699', sentAt: 3.5 })]);
    await expectAllRead(feed);
    await put([message({ id: '0', sentAt: 900 })]);
    await expectAllRead(feed);
  });
});
