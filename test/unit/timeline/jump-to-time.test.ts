import { describe, expect, it } from 'vitest';
import { localDay } from '../../../lib/text/format-time';
import { noFilters } from '../../../lib/timeline/filters';
import { findJumpTarget, timelineMonths } from '../../../lib/timeline/jump-to-time';
import { withSeenMark } from '../../../lib/timeline/seen-mark';
import { buildTimeline } from '../../../lib/timeline/timeline-builder';
import { conversation, message } from './samples';

const at = (month: number, day: number, hour = 9) => new Date(2026, month - 1, day, hour).getTime();

function rowsAt(...times: number[]) {
  const messages = times.map((sentAt, id) => message({ id: String(id), sentAt }));
  const platforms = new Map<string, string>();
  return buildTimeline({ messages, conversations: [], platforms, filters: noFilters }).rows;
}

describe('placeOf', () => {
  const rows = rowsAt(at(11, 20), at(11, 20, 8), at(11, 10), at(3, 5));

  it.each([
    ['a day with items', at(11, 20), 'exact', at(11, 20)],
    ['a day nearer to the older item', at(11, 12), 'nearest', at(11, 10)],
    ['a day nearer to the newer item', at(11, 18), 'nearest', at(11, 20, 8)],
    ['a day after all', at(12, 24), 'nearest', at(11, 20)],
    ['a day before all', at(1, 1), 'oldest', at(3, 5)],
  ])('finds %s', (_name, time, fit, reached) => {
    const target = findJumpTarget(rows, localDay(time));
    expect(target).toMatchObject({ fit, at: reached });
  });

  it('goes to the heading over the item where it has one, else to the item', () => {
    const day = findJumpTarget(rows, localDay(at(11, 20)));
    expect(rows.find((row) => row.key === day?.key)?.kind).toBe('day');
    const later = findJumpTarget(rows, { start: at(11, 20, 8), end: at(11, 20, 9) });
    expect(rows.find((row) => row.key === later?.key)?.kind).toBe('item');
  });

  it('does not go up to other days and conversations in which there is no item', () => {
    const messages = [at(11, 28), at(11, 3)].map((sentAt, id) => message({ id: `${id}`, sentAt }));
    const silent = Array.from({ length: 20 }, (_, day) =>
      conversation({ id: `silent ${day}`, lastActivityAt: at(11, day + 4) }),
    );
    const list = (conversations: typeof silent) =>
      buildTimeline({ messages, conversations, platforms: new Map(), filters: noFilters }).rows;
    const among = list(silent);
    expect(findJumpTarget(among, localDay(at(11, 3)))).toMatchObject({
      fit: 'exact',
      key: `day:${localDay(at(11, 3)).key}`,
    });
    const sameDay = list([conversation({ id: 'later', lastActivityAt: at(11, 3, 15) })]);
    const key = findJumpTarget(sameDay, localDay(at(11, 3)))?.key;
    expect(sameDay.find((row) => row.key === key)).toMatchObject({ conversationId: 'c1' });
  });

  it('goes to the mark of the last visit where that is directly above', () => {
    const until = { seenUpTo: at(11, 15), now: at(11, 21) };
    const marked = withSeenMark(rows, until);
    expect(findJumpTarget(marked, localDay(at(11, 10)))?.key).toBe('seen-mark');
  });

  it('is nowhere in an empty list', () => {
    expect(findJumpTarget([], localDay(0))).toBeUndefined();
  });
});

describe('heldMonths', () => {
  it('counts the items of each month, newest first', () => {
    const months = timelineMonths(rowsAt(at(11, 20), at(11, 1, 0), at(3, 5), at(12, 31, 23)));
    expect(months.map(({ start, count }) => [new Date(start).getMonth() + 1, count])).toEqual([
      [12, 1],
      [11, 2],
      [3, 1],
    ]);
  });

  it('puts the first minute of a month into it, also where midnight is missing on some day', () => {
    for (let day = 1; day <= 365; day += 1) {
      const noon = new Date(2026, 0, day, 12);
      const first = new Date(2026, noon.getMonth(), 1).getTime();
      expect(timelineMonths(rowsAt(noon.getTime(), first))).toMatchObject([
        { start: first, end: new Date(2026, noon.getMonth() + 1, 1).getTime(), count: 2 },
      ]);
    }
  });

  it('survives times no calendar holds', () => {
    expect(timelineMonths(rowsAt(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY))).toHaveLength(
      2,
    );
  });
});
