import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../lib/model/coverage';
import { activityWords, monthWords } from '../../../lib/timeline/activity-words';
import { type ActivitySource, activityMonths } from '../../../lib/timeline/monthly-activity';
import { message } from './samples';

const now = new Date(2026, 10, 20, 14).getTime();
const at = (year: number, month: number, day: number) => new Date(year, month - 1, day).getTime();
const complete: Coverage = { state: 'complete', dropped: 0, checkedAt: now };

function source(connectionId: string, label: string, coverage?: Coverage): ActivitySource {
  const platform = label.toLowerCase();
  return { connectionId, platform, platformLabel: label, label, coverage };
}

function monthsOf(messages: ReturnType<typeof message>[], sources: ActivitySource[]) {
  return activityMonths({ messages, sources, now });
}

describe('activityMonths', () => {
  it('has the twelve months up to this one, each beside the next', () => {
    const months = monthsOf([], []);
    expect(months).toHaveLength(12);
    expect(months[0]?.start).toBe(at(2025, 12, 1));
    expect(months[11]).toMatchObject({ start: at(2026, 11, 1), end: at(2026, 12, 1) });
    expect(months.slice(1).every((month, index) => month.start === months[index]?.end)).toBe(true);
  });

  it('counts messages by platform; notes, system lines, guesses and other years do not count', () => {
    const sources = [source('cw', 'Chatwoot', complete), source('ku', 'Kustomer', complete)];
    const sentAt = at(2026, 3, 5);
    const months = monthsOf(
      [
        message({ sentAt }),
        message({ sentAt, direction: 'out' }),
        message({ sentAt: at(2026, 3, 31), connectionId: 'ku' }),
        message({ sentAt, kind: 'note' }),
        message({ sentAt, kind: 'activity' }),
        message({ sentAt, timeQuality: 'unknown' }),
        message({ sentAt: at(2025, 3, 5) }),
        message({ sentAt: at(2027, 3, 5) }),
        message({ sentAt, connectionId: 'gone' }),
      ],
      sources,
    );
    const march = months[3];
    expect(march && monthWords(march)).toBe('March 2026: 3 messages (Chatwoot 2 and Kustomer 1).');
    expect(months.reduce((sum, month) => sum + month.total, 0)).toBe(3);
    expect(activityWords(months)).toBe(
      '3 messages in the last twelve months. The busiest month was March 2026 (3).',
    );
  });

  it('adds two accounts of one platform', () => {
    const sources = [source('cw', 'Chatwoot', complete), source('cw2', 'Chatwoot', complete)];
    const sentAt = at(2026, 11, 1);
    const months = monthsOf(
      [message({ sentAt }), message({ sentAt, connectionId: 'cw2' })],
      sources,
    );
    expect(months[11]?.shares).toEqual([{ platform: 'chatwoot', label: 'Chatwoot', count: 2 }]);
  });

  it.each([
    ['complete', complete, 0],
    ['not there at all', { ...complete, state: 'not-found' }, 0],
    ['stored back to 10 March', { ...complete, state: 'partial', since: at(2026, 3, 10) }, 4],
    ['stored back to 1 March', { ...complete, state: 'partial', since: at(2026, 3, 1) }, 3],
    ['seen since June', { ...complete, state: 'captured', since: at(2026, 6, 1) }, 6],
    [
      'seen since June, and read back to the first message',
      { ...complete, state: 'captured', since: at(2026, 6, 1), wholeAsOf: now },
      0,
    ],
    ['stored in part, nobody knows how far', { ...complete, state: 'partial' }, 10],
    ['failed after something was stored', { ...complete, state: 'unreachable' }, 10],
    ['not asked yet', undefined, 10],
  ] as const)('never shows a month as empty that is not known: %s', (_name, coverage, unknown) => {
    const stored = message({ sentAt: at(2026, 9, 15), text: 'the only one that is stored' });
    const months = monthsOf([stored], [source('cw', 'Chatwoot', coverage)]);
    expect(months.filter((month) => month.unknown.length > 0)).toEqual(months.slice(0, unknown));
    const empty = months.find((month) => month.total === 0);
    expect(empty && monthWords(empty)).toBe(
      unknown === 0 ? 'December 2025: no messages.' : 'December 2025: not known (Chatwoot).',
    );
  });

  it('knows nothing where nothing is stored and the platform failed', () => {
    const failed: Coverage = { ...complete, state: 'unreachable' };
    const months = monthsOf(
      [],
      [source('cw', 'Chatwoot', complete), source('ku', 'Kustomer', failed)],
    );
    expect(months.every((month) => month.unknown.join() === 'Kustomer')).toBe(true);
    expect(activityWords(months)).toContain('12 months are not fully known.');
  });

  it('says of a month with messages that there may be more', () => {
    const stored = message({ sentAt: at(2026, 9, 15) });
    const months = monthsOf([stored], [source('cw', 'Chatwoot')]);
    expect(months[9] && monthWords(months[9])).toBe(
      'September 2026: 1 message (Chatwoot 1). Not everything is known from Chatwoot.',
    );
  });
});
