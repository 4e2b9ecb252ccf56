import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../../../lib/model/history';
import type { CapturedItem } from '../../../../../lib/model/page';
import { mergeCapture } from '../../../../../lib/platforms/chatra/history/merge';

const now = new Date(2026, 10, 20, 12).getTime();
const target = { connectionId: 'chatra-1', contactId: 'chat', conversationId: 'chat', now };

function item(text: string, extra: Partial<CapturedItem> = {}): CapturedItem {
  return { kind: 'message', direction: 'in', text, attachments: [], ...extra };
}

const items = (...texts: string[]) => texts.map((text) => item(text));
const texts = (messages: readonly Message[]) => messages.map((message) => message.text);

function merge(...snapshots: CapturedItem[][]): Message[] {
  return snapshots.reduce<Message[]>((stored, shown) => mergeCapture(stored, shown, target), []);
}

describe('what a merge keeps', () => {
  it('known messages with id and time, new ones after them', () => {
    const first = merge(items('a', 'b'));
    const later = { ...target, now: now + 60_000 };
    const second = mergeCapture(first, items('b', 'c'), later);
    expect(texts(second)).toEqual(['a', 'b', 'c']);
    expect(second.slice(0, 2)).toEqual(first);
    expect(second[2]).toMatchObject({ sentAt: now + 60_000, timeQuality: 'unknown', sequence: 2 });
  });

  it('the order when older ones are scrolled in', () => {
    const first = merge(items('c', 'd'));
    const second = mergeCapture(first, items('a', 'b', 'c'), { ...target, now: now + 5 });
    expect(texts(second)).toEqual(['a', 'b', 'c', 'd']);
    expect(second.map((message) => message.sequence)).toEqual([0, 1, 2, 3]);
    expect(second.slice(2).map((message) => message.id)).toEqual(first.map(({ id }) => id));
    expect(second.map((message) => message.sentAt)).toEqual([now, now, now, now]);
  });

  it('everything when the page shows nothing', () => {
    const first = merge(items('a'));
    expect(mergeCapture(first, [], target)).toEqual(first);
  });

  it('repeated messages, each once', () => {
    const merged = merge(
      items('hi', 'ok', 'ok'),
      items('ok', 'ok', 'ok', 'bye'),
      items('ok', 'ok'),
    );
    expect(texts(merged)).toEqual(['hi', 'ok', 'ok', 'ok', 'bye']);
    expect(new Set(merged.map((message) => message.id)).size).toBe(5);
  });

  it('a message that the page no longer shows', () => {
    expect(texts(merge(items('a', 'b', 'c'), items('a', 'c', 'd')))).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('stretches without anything in common', () => {
  it('go to the end, and are joined once the page shows what was between', () => {
    const apart = merge(items('a', 'b'), items('e', 'f'));
    expect(texts(apart)).toEqual(['a', 'b', 'e', 'f']);
    const joined = mergeCapture(apart, items('b', 'c', 'd', 'e'), target);
    expect(texts(joined)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(joined.map((message) => message.sequence)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('stay in order when the hole is filled from one side only', () => {
    const apart = merge(items('a', 'b'), items('e', 'f'));
    expect(texts(mergeCapture(apart, items('d', 'e'), target))).toEqual(['a', 'b', 'd', 'e', 'f']);
    expect(texts(mergeCapture(apart, items('b', 'c'), target))).toEqual(['a', 'b', 'c', 'e', 'f']);
  });

  it('go before later ones when their times say so', () => {
    const at = (text: string, time: number) => item(text, { time });
    const merged = merge([at('c', 3_000_000)], [at('a', 1_000_000)], [at('b', 2_000_000)]);
    expect(texts(merged)).toEqual(['a', 'b', 'c']);
  });

  it('are not torn apart by one word in common', () => {
    expect(texts(merge(items('a', 'ok', 'b'), items('x', 'ok', 'ok', 'y')))).toEqual([
      'a',
      'ok',
      'b',
      'x',
      'ok',
      'ok',
      'y',
    ]);
  });
});

it('takes the messages of a colleague who is called otherwise by now for those that are known', () => {
  const said = (text: string, minute: number, author?: string) =>
    item(text, {
      direction: author === undefined ? 'in' : 'out',
      ...{ author, dateLabel: 'Today', timeLabel: `10:0${minute}` },
    });
  const page = (name: string) => [
    said('My boots are too small', 0),
    said('Which size do you need?', 1, name),
    said('43', 2),
    said('They are on their way', 3, name),
    said('Thanks', 4),
  ];
  const before = merge(page('Sam'));
  expect(mergeCapture(before, page('Sam (Support)'), target)).toEqual(before);
});

describe('what tells messages apart', () => {
  const out = (author: string | undefined) => item('ok', { direction: 'out', author });
  it.each<[string, CapturedItem, CapturedItem, number]>([
    ['direction', item('ok'), out('Sam'), 2],
    ['a note from a message', out('Sam'), item('ok', { kind: 'note', direction: 'none' }), 2],
    ['agents', out('Sam'), out('Kim'), 2],
    ['an agent not yet told', out('Sam'), out(undefined), 1],
    [
      'the name of the customer',
      item('ok', { author: 'Visitor' }),
      item('ok', { author: 'Nora' }),
      1,
    ],
    ['files', item('', { attachments: ['a.png'] }), item('', { attachments: ['b.png'] }), 2],
    [
      'page ids',
      item('ok', { pageId: 'Ye4RkJs7BnTz2QpWd' }),
      item('ok', { pageId: 'Qd5ZtLk8WnRb3YpXh' }),
      2,
    ],
    ['one page id', item('ok', { pageId: 'Ye4RkJs7BnTz2QpWd' }), item('ok'), 1],
    ['exact times', item('ok', { time: now }), item('ok', { time: now + 3_600_000 }), 2],
    ['times of one group', item('ok', { time: now }), item('ok', { time: now + 120_000 }), 1],
    [
      'clock times',
      item('ok', { timeLabel: '10:00', dateLabel: 'Today' }),
      item('ok', { timeLabel: '11:00', dateLabel: 'Today' }),
      2,
    ],
    [
      'a stale heading',
      item('ok', { timeLabel: '10:00', dateLabel: 'Today' }),
      item('ok', { timeLabel: '10:00', dateLabel: 'Yesterday' }),
      1,
    ],
  ])('%s', (_name, one, other, count) => {
    expect(merge([one], [other])).toHaveLength(count);
  });

  it('equal words at different times, within an overlap', () => {
    const at = (text: string, minute: number) => item(text, { time: now + minute * 60_000 });
    const merged = merge(
      [at('a', 0), at('ok', 1), at('ok', 2)],
      [at('ok', 2), at('ok', 3), at('b', 4)],
    );
    expect(texts(merged)).toEqual(['a', 'ok', 'ok', 'ok', 'b']);
  });
});

describe('edits', () => {
  it('are followed by page id', () => {
    const pageId = 'Ye4RkJs7BnTz2QpWd';
    const first = merge([item('helo', { pageId })]);
    const [edited] = mergeCapture(first, [item('hello', { pageId })], target);
    expect(edited).toMatchObject({ id: `chat/${pageId}`, text: 'hello', edited: true });
  });

  it('are followed between two known messages and at the end', () => {
    const edited = item('B', { edited: true });
    expect(texts(merge(items('a', 'b', 'c'), [item('a'), edited, item('c')]))).toEqual([
      'a',
      'B',
      'c',
    ]);
    expect(texts(merge(items('a', 'b'), [item('a'), edited]))).toEqual(['a', 'B']);
  });

  it('are not guessed without a known neighbour, nor without the mark', () => {
    expect(texts(merge(items('a', 'b'), [item('B', { edited: true }), item('C')]))).toHaveLength(4);
    expect(texts(merge(items('a', 'b', 'c'), items('a', 'B', 'c')))).toHaveLength(4);
  });
});

describe('times', () => {
  const day = (hours: number, minutes: number, date = 20) =>
    new Date(2026, 10, date, hours, minutes).getTime();
  it.each<[string, Partial<CapturedItem>, number, string]>([
    ['exact', { time: 5, timeLabel: '10:00', dateLabel: 'Today' }, 5, 'exact'],
    ['24 hours', { timeLabel: '09:05', dateLabel: 'Today' }, day(9, 5), 'approximate'],
    [
      '12 hours',
      { timeLabel: '9:05\u202fPM', dateLabel: 'Yesterday' },
      day(21, 5, 19),
      'approximate',
    ],
    ['midnight', { timeLabel: '12:00 am', dateLabel: 'Nov 3' }, day(0, 0, 3), 'approximate'],
    ['a date in the label', { timeLabel: '3 Nov, 14:05' }, day(14, 5, 3), 'approximate'],
    [
      'weekday',
      { timeLabel: '14:05', dateLabel: 'Tuesday, November 3, 2026' },
      day(14, 5, 3),
      'approximate',
    ],
    ['German', { timeLabel: '14:05', dateLabel: '3. November' }, day(14, 5, 3), 'approximate'],
    ['Russian', { timeLabel: '14:05', dateLabel: '3 ноября' }, day(14, 5, 3), 'approximate'],
    ['Gestern', { timeLabel: '14:05', dateLabel: 'Gestern' }, day(14, 5, 19), 'approximate'],
    ['numeric', { timeLabel: '14.05', dateLabel: '03.11.2026' }, day(14, 5, 3), 'approximate'],
    ['ISO', { timeLabel: '14:05:59', dateLabel: '2026-11-03' }, day(14, 5, 3), 'approximate'],
    [
      'last year',
      { timeLabel: '14:05', dateLabel: '3 December' },
      new Date(2025, 11, 3, 14, 5).getTime(),
      'approximate',
    ],
    ['relative', { timeLabel: '11 minutes' }, now - 660_000, 'unknown'],
    ['nothing', {}, now, 'unknown'],
    ['no day', { timeLabel: '14:05' }, now, 'unknown'],
    ['an impossible clock', { timeLabel: '25:77', dateLabel: 'Today' }, now, 'unknown'],
    ['an impossible day', { timeLabel: '14:05', dateLabel: '31 February' }, now, 'unknown'],
    ['an ambiguous day', { timeLabel: '14:05', dateLabel: '3/4/2026' }, now, 'unknown'],
  ])('%s', (_name, told, sentAt, timeQuality) => {
    expect(merge([item('a', told)])[0]).toMatchObject({ sentAt, timeQuality });
  });

  it('of unknown ones fit between their neighbours', () => {
    const merged = merge([
      item('a', { time: 100 }),
      item('b'),
      item('c', { time: 300 }),
      item('d'),
    ]);
    expect(merged.map((message) => message.sentAt)).toEqual([100, 100, 300, now]);
  });

  it('to the minute never turn the order round', () => {
    const time = day(9, 5) + 30_000;
    const merged = merge([
      item('a', { time }),
      item('b', { timeLabel: '09:05', dateLabel: 'Today' }),
    ]);
    expect(merged[1]?.sentAt).toBe(time);
  });

  it('get better, never worse', () => {
    const known = merge([item('a')]);
    const better = mergeCapture(known, [item('a', { time: 7 })], target);
    expect(better[0]).toMatchObject({ sentAt: 7, timeQuality: 'exact', id: known[0]?.id });
    expect(mergeCapture(better, [item('a')], target)).toEqual(better);
  });
});

const word = fc.constantFrom('ok', 'yes', 'ok', 'thanks');
const anyItem = fc.record({
  kind: fc.constant<'message'>('message'),
  direction: fc.constantFrom<'in' | 'out'>('in', 'out'),
  text: fc.oneof(word, fc.string({ minLength: 1 })),
  attachments: fc.constant<string[]>([]),
  edited: fc.boolean(),
});

describe('merging the same again', () => {
  it('takes an edited message for no other than before, with equal ones around it', () => {
    const out = (text: string, edited = false) => item(text, { direction: 'out', edited });
    const before = merge([out('ok'), out(' '), out('ok'), item(' ')]);
    const shown = [out('ok'), out('ok', true)];
    const once = mergeCapture(before, shown, target);
    expect(once.map(({ edited = false }) => edited)).toEqual([false, true, false, false]);
    expect(mergeCapture(once, shown, target)).toEqual(once);
  });
});

describe('properties', () => {
  it('merging the same again changes nothing, at any later time', () => {
    const snapshots = fc.array(fc.array(anyItem, { maxLength: 12 }), { maxLength: 5 });
    fc.assert(
      fc.property(snapshots, fc.array(anyItem, { minLength: 1, maxLength: 12 }), (before, last) => {
        const once = mergeCapture(merge(...before), last, target);
        expect(mergeCapture(once, last, { ...target, now: now + 999_999 })).toEqual(once);
      }),
      { numRuns: 200 },
    );
  });

  it('nothing stored is lost, ids stay, and the order is strict', () => {
    const snapshots = fc.array(fc.array(anyItem, { minLength: 1, maxLength: 10 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(snapshots, (all) => {
        let stored: Message[] = [];
        for (const shown of all) {
          const next = mergeCapture(stored, shown, target);
          const ids = next.map((message) => message.id);
          expect(new Set(ids).size).toBe(ids.length);
          const kept = new Set(stored.map((message) => message.id));
          expect(ids.filter((id) => kept.has(id))).toEqual(stored.map((message) => message.id));
          for (const [index, message] of next.entries()) {
            expect(message.sequence).toBeGreaterThan(next[index - 1]?.sequence ?? -1);
            expect(message.sentAt).toBeGreaterThanOrEqual(next[index - 1]?.sentAt ?? 0);
          }
          stored = next;
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, (text: string, index: number) => CapturedItem]>([
    ['page ids', (text, index) => item(text, { pageId: `Ye4RkJs7BnTz2Q${100 + index}` })],
    ['exact times', (text, index) => item(text, { time: now - 9e8 + index * 700_000 })],
    [
      'words of which two in three are said once',
      (text, index) => item(index % 3 === 0 ? text : `${text} ${index}`),
    ],
  ])('overlapping readings give the whole conversation once, by %s', (_name, make) => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 8, maxLength: 40 }),
        fc.integer({ min: 0, max: 1_000 }),
        fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { minLength: 12, maxLength: 12 }),
        (said, seed, growth) => {
          const whole = said.map(make);
          let [from, to] = [seed % (whole.length - 3), (seed % (whole.length - 3)) + 4];
          let stored = mergeCapture([], whole.slice(from, to), target);
          const look = (start: number, end: number) => {
            stored = mergeCapture(stored, whole.slice(start, end), target);
          };
          for (const [left, right] of [...growth, [40, 40] as const]) {
            // Older ones by scrolling up, then newer ones; each look shares three with the last.
            const older = Math.max(0, from - left);
            look(older, Math.min(to, from + 3));
            const newer = Math.min(whole.length, to + right);
            look(Math.max(older, to - 3), newer);
            [from, to] = [older, newer];
          }
          expect(texts(stored)).toEqual(whole.map((each) => each.text));
        },
      ),
      { numRuns: 200 },
    );
  });
});
