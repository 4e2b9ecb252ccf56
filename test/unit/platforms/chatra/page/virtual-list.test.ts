import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '../../../../../lib/model/history';
import type { CapturedItem } from '../../../../../lib/model/page';
import { mergeCapture } from '../../../../../lib/platforms/chatra/history/merge';
import { SeenStretch } from '../../../../../lib/platforms/chatra/page/seen-stretch';

const target = {
  connectionId: 'chatra-1',
  contactId: 'chat',
  conversationId: 'chat',
  now: new Date(2026, 10, 20, 12).getTime(),
};

const rows = fc.array(
  fc.record({
    text: fc.constantFrom('ok', 'ok', 'yes', '👍', 'Thank you!'),
    direction: fc.constantFrom<'in' | 'out'>('in', 'out'),
    height: fc.integer({ min: 20, max: 90 }),
    isJoined: fc.boolean(),
  }),
  { minLength: 8, maxLength: 40 },
);
/** Where the window stands, as a share of all, and how many rows it draws. */
const looks = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.integer({ min: 2, max: 7 }),
  }),
  { minLength: 1, maxLength: 12 },
);

interface Row {
  top: number;
  item: CapturedItem;
}

function placed(
  list: readonly { text: string; direction: 'in' | 'out'; height: number; isJoined: boolean }[],
): Row[] {
  let top = 0;
  return list.map(({ text, direction, height, isJoined }, index) => {
    const place = top;
    top += height;
    const time = isJoined ? {} : { timeLabel: `9:${String(index).padStart(2, '0')}` };
    const item: CapturedItem = {
      ...{ kind: 'message', direction, text, attachments: [], dateLabel: '20 November' },
      ...time,
    };
    return { top: place, item };
  });
}

/** Looks at these rows one window after the other, as the page is scrolled. */
function scroll(all: readonly Row[], windows: readonly (readonly [number, number])[]) {
  const stretch = new SeenStretch();
  const height = (all.at(-1)?.top ?? 0) + 5_000;
  let stored: Message[] = [];
  const seen = new Set<number>();
  for (const [from, to] of windows) {
    for (let index = from; index < to; index += 1) seen.add(index);
    const shown = all.slice(from, to);
    const items = stretch.add({ conversationId: 'chat', height, drawn: 500 }, shown);
    stored = mergeCapture(stored, items, target);
  }
  const told = [...seen].sort((a, b) => a - b).map((index) => all[index]?.item.text);
  return { stored, told };
}

test('law: of a list that draws only what is near the window every row seen is kept, once, in order', () => {
  fc.assert(
    fc.property(rows, looks, (list, where) => {
      const all = placed(list);
      const windows = where.map(({ at, size }) => {
        const from = Math.floor(at * Math.max(0, all.length - size));
        return [from, Math.min(all.length, from + size)] as const;
      });
      const { stored, told } = scroll(all, windows);
      expect(stored.filter(({ deleted }) => deleted !== true).map(({ text }) => text)).toEqual(
        told,
      );
      expect(stored.some(({ deleted }) => deleted)).toBe(false);
    }),
    { numRuns: 300 },
  );
});
