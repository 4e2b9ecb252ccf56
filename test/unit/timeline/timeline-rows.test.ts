import { describe, expect, it } from 'vitest';
import type { Conversation, Message } from '../../../lib/model/history';
import { noFilters, type TimelineFilters } from '../../../lib/timeline/filters';
import { buildTimeline, TimelineBuilder } from '../../../lib/timeline/timeline-builder';
import { indexOfRow, type TimelineRow } from '../../../lib/timeline/timeline-rows';
import { conversation, message } from './samples';

const platforms = new Map([
  ['cw', 'chatwoot'],
  ['ku', 'kustomer'],
]);
const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

function build(
  messages: Message[],
  conversations: Conversation[] = [],
  filters: TimelineFilters = noFilters,
) {
  return buildTimeline({ messages, conversations, platforms, filters });
}

function outline(rows: readonly TimelineRow[]): string[] {
  return rows.map((row) => {
    if (row.kind === 'day') return 'day';
    if (row.kind === 'seen-mark') return '--';
    return row.kind === 'conversation' ? `> ${row.conversationId}` : row.message.id;
  });
}

describe('buildTimeline', () => {
  it('is newest first, by day, with a heading for each run of one conversation', () => {
    const { rows } = build([
      message({ id: '1', sentAt: at(18, 9) }),
      message({ id: '2', sentAt: at(20, 9) }),
      message({ id: '3', connectionId: 'ku', conversationId: 'k', sentAt: at(20, 10) }),
      message({ id: '4', sentAt: at(20, 11) }),
      message({ id: '5', sentAt: at(20, 12) }),
    ]);
    expect(outline(rows)).toEqual([
      'day',
      '> c1',
      '5',
      '4',
      '> k',
      '3',
      '> c1',
      '2',
      'day',
      '> c1',
      '1',
    ]);
  });

  it('keeps equal conversation ids of two connections apart', () => {
    const { rows } = build([
      message({ id: '1', sentAt: at(20, 9) }),
      message({ id: '1', connectionId: 'ku', sentAt: at(20, 10) }),
    ]);
    expect(outline(rows)).toEqual(['day', '> c1', '1', '> c1', '1']);
    expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length);
  });

  it('keeps the keys of rows when newer items arrive', () => {
    const stored = [
      message({ id: '1', sentAt: at(20, 9) }),
      message({ id: '2', sentAt: at(20, 10) }),
    ];
    const before = build(stored).rows.map((row) => row.key);
    const after = build([...stored, message({ id: '3', sentAt: at(20, 11) })]).rows;
    expect(after.map((row) => row.key)).toEqual(expect.arrayContaining(before));
  });

  it('loses nothing with a time outside of what a date can hold', () => {
    const times = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 9e15, -9e15, at(20, 9)];
    const { rows, shown } = build(times.map((sentAt, id) => message({ id: String(id), sentAt })));
    expect(shown).toBe(5);
    expect(rows.filter((row) => row.kind === 'item')).toHaveLength(5);
  });

  it('puts the future under its own day', () => {
    const { rows } = build([
      message({ id: 'now', sentAt: at(20, 9) }),
      message({ id: 'later', sentAt: new Date(2031, 0, 1).getTime() }),
    ]);
    expect(outline(rows)).toEqual(['day', '> c1', 'later', 'day', '> c1', 'now']);
  });

  it('shows a conversation of which no item is stored, at its last activity', () => {
    const { rows, total } = build(
      [message({ id: '1', sentAt: at(20, 9) })],
      [conversation({ id: 'silent', lastActivityAt: at(20, 10) }), conversation()],
    );
    expect(outline(rows)).toEqual(['day', '> silent', '> c1', '1']);
    expect(rows[1]).toMatchObject({ isEmpty: true });
    expect(rows[2]).toMatchObject({ isEmpty: false, conversation: conversation() });
    expect(total).toBe(1);
  });

  it('narrows to platforms and kinds, and still tells what there is', () => {
    const messages = [
      message({ id: '1', sentAt: at(20, 9) }),
      message({ id: '2', kind: 'note', sentAt: at(20, 10) }),
      message({ id: '3', kind: 'note', connectionId: 'ku', sentAt: at(20, 11) }),
    ];
    const silent = conversation({ id: 'silent', lastActivityAt: at(20, 10) });
    const timeline = build(messages, [silent], {
      ...noFilters,
      platforms: ['chatwoot'],
      kinds: ['note'],
    });
    expect(outline(timeline.rows)).toEqual(['day', '> c1', '2']);
    expect(timeline).toMatchObject({ shown: 1, total: 3 });
    expect(timeline.platforms).toEqual(new Set(['chatwoot', 'kustomer']));
    expect(timeline.kinds).toEqual(new Set(['message', 'note']));
  });

  it('narrows to a direction, to days and to open conversations', () => {
    const messages = [
      message({ id: '1', sentAt: at(18, 9), direction: 'out' }),
      message({ id: '2', sentAt: at(19, 9), conversationId: 'done' }),
      message({ id: '3', sentAt: at(20, 9), conversationId: 'untold' }),
      message({ id: '4', sentAt: at(21, 0), kind: 'note', direction: 'none' }),
    ];
    const conversations = [
      conversation(),
      conversation({ id: 'done', status: 'resolved' }),
      conversation({ id: 'silent', lastActivityAt: at(20, 10) }),
    ];
    const shown = (filters: Partial<TimelineFilters>) =>
      outline(build(messages, conversations, { ...noFilters, ...filters }).rows).filter(
        (line) => line !== 'day',
      );
    expect(shown({ directions: ['in'] })).toEqual(['> untold', '3', '> done', '2']);
    expect(shown({ directions: ['out', 'in'] })).toHaveLength(6);
    expect(shown({ from: at(19, 0), until: at(20, 0) })).toEqual(['> done', '2']);
    expect(shown({ from: at(21, 0) })).toEqual(['> c1', '4']);
    expect(shown({ until: at(21, 0) })).not.toContain('4');
    expect(shown({ openOnly: true })).toEqual(['> c1', '4', '> silent', '> c1', '1']);
  });

  it('keeps the row of an unchanged message, and makes a new one for another platform', () => {
    const stored = message({ id: '1', sentAt: at(20, 9) });
    const builder = new TimelineBuilder();
    const rowsWith = (
      names: Map<string, string>,
      also: Message[] = [],
      filters: TimelineFilters = noFilters,
    ) => {
      const parts = [[...also, stored]];
      return builder.build({ parts, conversations: [], platforms: names, filters }).rows;
    };
    const first = rowsWith(platforms)[2];
    expect(rowsWith(platforms)[2]).toBe(first);
    // Also in a day that is built anew because of another message, or another filter.
    expect(rowsWith(platforms, [message({ id: '2', sentAt: at(20, 10) })])[3]).toBe(first);
    expect(rowsWith(platforms, [], { ...noFilters, kinds: ['message'] })[2]).toBe(first);
    expect(rowsWith(new Map())[2]).toMatchObject({ platform: '', message: stored });
  });

  it('finds a row by its key', () => {
    const { rows } = build([
      message({ id: '1', sentAt: at(19, 9) }),
      message({ id: '11', sentAt: at(20, 9) }),
      message({ id: '1', connectionId: 'ku', sentAt: at(20, 10) }),
    ]);
    for (const [index, row] of rows.entries()) expect(indexOfRow(rows, row.key)).toBe(index);
    expect(indexOfRow(rows, 'item:ku/11')).toBe(-1);
  });

  it('is empty for nothing', () => {
    expect(build([]).rows).toEqual([]);
  });
});
