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
  whole,
} from './history/history-script';

/** Notes that are newer than nearly all messages. */
const newNotes = [0, 1].map((index) =>
  note({ createdAt: new Date(NOW - index * 1_000).toISOString() }, `n-${index}`),
);

describe('the order of a list', () => {
  it('reads on where a list runs oldest first, as the newest come last', async () => {
    const kustomer = new FakeKustomer({ ...whole, [messages]: endless(1, 12) });
    const result = merged(await partsOf(kustomer));
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
    const result = merged(await partsOf(kustomer));
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
    expect(merged(rest).coverage?.state).toBe('complete');
    expect(merged([...parts, ...rest]).messages.size).toBe(100 + 1);
  });

  it.each([
    ['an answer that makes no sense', { data: 'x' }],
    ['a link that leads elsewhere', list(newNotes, 'https://evil.example/v1/notes')],
  ])('reads the others on where a list broke off at %s', async (_name, answer) => {
    const kustomer = new FakeKustomer({ ...whole, [messages]: endless(-1, 9), [notes]: answer });
    let parts = await partsOf(kustomer, undefined, { wanted: 4 });
    for (let calls = 0; calls < 4 && parts.at(-1)?.cursor !== undefined; calls += 1) {
      const { cursor } = parts.at(-1) ?? {};
      parts = [...parts, ...(await partsOf(kustomer, undefined, { wanted: 4, cursor }))];
    }
    const read = [...merged(parts).messages.keys()].filter((id) => id.startsWith('m-'));
    expect(read).toHaveLength(18);
    expect(parts.at(-1)?.cursor).toBeUndefined();
    expect(merged(parts).coverage).toMatchObject({ state: 'partial', reason: 'bad-answer' });
    expect(merged(parts).coverage?.more).toBeUndefined();
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
