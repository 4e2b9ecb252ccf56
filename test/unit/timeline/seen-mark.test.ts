import { describe, expect, it } from 'vitest';
import { noFilters } from '../../../lib/timeline/filters';
import { newKeys, withSeenMark } from '../../../lib/timeline/seen-mark';
import { buildTimeline } from '../../../lib/timeline/timeline-builder';
import { message } from './samples';

const hour = 3_600_000;
const now = new Date(2026, 10, 20, 14).getTime();
const until = { seenUpTo: now - 2 * hour, now };

const messages = [
  message({ id: 'future', sentAt: now + 300 * 24 * hour }),
  message({ id: 'fast-clock', sentAt: now + hour / 60 }),
  message({ id: 'new', sentAt: now - hour }),
  message({ id: 'line', sentAt: now - hour, kind: 'activity' }),
  message({ id: 'guessed', sentAt: now - hour, timeQuality: 'unknown' }),
  message({ id: 'seen', sentAt: now - 2 * hour }),
];

function rowsOf(stored: typeof messages) {
  const platforms = new Map<string, string>();
  return buildTimeline({ messages: stored, conversations: [], platforms, filters: noFilters }).rows;
}

describe('newKeys', () => {
  it('names what came since, without system lines, guesses and wrong dates', () => {
    expect(newKeys(rowsOf(messages), until)).toEqual(['item:cw/fast-clock', 'item:cw/new']);
  });
});

describe('withSeenMark', () => {
  it('stands below the last new item and above the first that was seen', () => {
    const stored = messages.filter((each) => each.id === 'new' || each.id === 'seen');
    const rows = withSeenMark(rowsOf(stored), until);
    const kinds = rows.map((row) => (row.kind === 'item' ? row.message.id : row.kind));
    expect(kinds).toEqual(['day', 'conversation', 'new', 'seen-mark', 'seen']);
  });

  it('is left out when nothing is new', () => {
    const rows = rowsOf(messages.slice(-1));
    expect(withSeenMark(rows, until)).toBe(rows);
  });
});
