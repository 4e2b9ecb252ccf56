import { expect, test } from 'vitest';
import { unansweredSince } from '../../../lib/timeline/unanswered-since';
import { message } from './samples';

const wrote = message({ id: 'm1', sentAt: 1 });
const answer = message({ id: 'm2', direction: 'out', sentAt: 2 });
const again = message({ id: 'm3', sentAt: 3 });

test('the first question after the last answer waits', () => {
  expect(unansweredSince([wrote, again])).toBe(1);
  expect(unansweredSince([wrote, answer, again])).toBe(3);
  expect(unansweredSince([wrote, answer])).toBeUndefined();
});

test('a reply that could not be delivered is no answer', () => {
  const failed = { ...answer, deliveryError: 'Number not on WhatsApp' };
  expect(unansweredSince([wrote, failed])).toBe(1);
  expect(unansweredSince([wrote, answer, again, { ...failed, sentAt: 4 }])).toBe(3);
});

test('a reaction is neither question nor answer', () => {
  expect(unansweredSince([wrote, answer, { ...again, isReaction: true }])).toBeUndefined();
  expect(unansweredSince([wrote, { ...answer, isReaction: true }])).toBe(1);
});

test('what was taken back is no question', () => {
  expect(unansweredSince([wrote, answer, { ...again, withdrawn: true }])).toBeUndefined();
  expect(unansweredSince([wrote, answer, { ...again, deleted: true }])).toBeUndefined();
});
