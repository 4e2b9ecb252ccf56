import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../lib/model/history';
import { noFilters, type TimelineFilters } from '../../../lib/timeline/filters';
import { newestFirst } from '../../../lib/timeline/newest-first';
import { buildTimeline, TimelineBuilder } from '../../../lib/timeline/timeline-builder';
import { conversation, message } from './samples';

const platforms = new Map([
  ['cw', 'chatwoot'],
  ['ku', 'kustomer'],
]);
const hour = 3_600_000;
const start = new Date(2026, 10, 18, 22).getTime();

const messages = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 60 }).map(String),
    connectionId: fc.constantFrom('cw', 'ku'),
    conversationId: fc.constantFrom('c1', 'c2', 'c3'),
    sentAt: fc.oneof(
      { weight: 20, arbitrary: fc.integer({ min: 0, max: 80 }).map((at) => start + at * hour) },
      { weight: 1, arbitrary: fc.constantFrom(Number.POSITIVE_INFINITY, -9e15) },
    ),
    kind: fc.constantFrom('message' as const, 'note' as const),
  }),
  { selector: ({ connectionId, id }) => `${connectionId}/${id}`, maxLength: 40 },
);
const conversations = fc.subarray([
  conversation(),
  conversation({ id: 'c2', status: 'resolved', lastActivityAt: start }),
  conversation({ id: 'silent', lastActivityAt: start + 30 * hour }),
  conversation({ id: 'c3', connectionId: 'ku', createdAt: start + hour }),
]);
const filters = fc.constantFrom<TimelineFilters>(
  noFilters,
  { ...noFilters, openOnly: true },
  { ...noFilters, kinds: ['note'], platforms: ['chatwoot'] },
  { ...noFilters, from: start + 5 * hour, until: start + 40 * hour },
);

/** What is stored at one moment, cut into parts by connection and by a time. */
const moment = fc
  .record({ messages, conversations, filters, border: fc.integer({ min: 0, max: 80 }) })
  .map(({ border, ...content }) => ({ ...content, border: start + border * hour }));

function cut(content: { messages: readonly Partial<Message>[]; border: number }) {
  const parts = new Map<string, Message[]>();
  for (const name of ['cw new', 'cw old', 'ku new', 'ku old']) parts.set(name, []);
  for (const given of content.messages) {
    const added = message(given);
    const age = added.sentAt >= content.border ? 'new' : 'old';
    parts.get(`${added.connectionId} ${age}`)?.push(added);
  }
  for (const part of parts.values()) part.sort(newestFirst);
  return parts;
}

describe('TimelineBuilder', () => {
  it('gives what a whole new build gives, whatever arrived, changed or went in between', () => {
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 6 }), (moments) => {
        const builder = new TimelineBuilder();
        const parts = new Map<string, readonly Message[]>();
        for (const content of moments) {
          for (const [key, part] of cut(content)) {
            // A part that says the same stays the same object, as in the panel.
            if (JSON.stringify(parts.get(key)) !== JSON.stringify(part)) parts.set(key, part);
          }
          const kept = {
            conversations: content.conversations,
            platforms,
            filters: content.filters,
          };
          const current = [...parts.values()];
          const built = builder.build({ ...kept, parts: current });
          expect(built).toEqual(buildTimeline({ ...kept, messages: current.flat() }));
        }
      }),
    );
  });

  it('keeps the rows of the days in which nothing changed', () => {
    const builder = new TimelineBuilder();
    const content = { conversations: [conversation()], platforms, filters: noFilters };
    const today = [message({ id: '2', sentAt: start + 48 * hour })];
    const before = [message({ id: '1', sentAt: start })];
    const first = builder.build({ ...content, parts: [today] }).rows;
    const second = builder.build({ ...content, parts: [today, before] }).rows;
    expect(second).toHaveLength(6);
    for (const [index, row] of first.entries()) expect(second[index]).toBe(row);
  });

  it('tells a changed conversation in every day that has it', () => {
    const builder = new TimelineBuilder();
    const parts = [[message({ id: '1', sentAt: start })]];
    const rest = { parts, platforms, filters: noFilters };
    builder.build({ ...rest, conversations: [] });
    const now = conversation({ subject: 'Invoice' });
    expect(builder.build({ ...rest, conversations: [now] }).rows[1]).toMatchObject({
      conversation: now,
    });
  });
});
