import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listed } from '../../../lib/timeline/listed-message';
import { message } from './samples';

const attachment = { name: 'a.png', kind: 'image' } as const;

const told = fc.record({
  id: fc.string({ minLength: 1 }),
  connectionId: fc.constantFrom('cw', 'ku'),
  conversationId: fc.string({ minLength: 1 }),
  kind: fc.constantFrom('message', 'note', 'activity'),
  direction: fc.constantFrom('in', 'out', 'none'),
  timeQuality: fc.constantFrom('exact', 'approximate', 'unknown'),
  sentAt: fc.oneof(fc.integer(), fc.constantFrom(Number.POSITIVE_INFINITY, 1_790_000_000_000)),
  sequence: fc.integer(),
  text: fc.string({ maxLength: 700, unit: fc.constantFrom('a', ' ', '\n', '👍') }),
  attachments: fc.array(fc.constant(attachment), { maxLength: 70 }),
});

it('tells of a message what the message tells', () => {
  fc.assert(
    fc.property(told, ({ text, attachments, ...rest }) => {
      const item = listed(message({ ...rest, text, attachments }), new Map());
      const { id, connectionId, conversationId, kind, direction } = item;
      const { timeQuality, sentAt, sequence } = item;
      const same = { id, connectionId, conversationId, kind, direction };
      expect({ ...same, timeQuality, sentAt, sequence }).toEqual(rest);
      expect(item.textLength).toBe(Math.min(text.length, 640));
      expect(item.attachmentCount).toBe(Math.min(attachments.length, 63));
      const breaks = [...text.matchAll(/\n/g)].filter(({ index }) => index <= 640);
      expect(item.lineBreaks).toBe(Math.min(breaks.length, 9));
    }),
  );
});

it('is another one for another text of the same length', () => {
  const [one, other] = ['one', 'two'].map((text) => listed(message({ text }), new Map()));
  expect(one?.fingerprint).not.toBe(other?.fingerprint);
});
