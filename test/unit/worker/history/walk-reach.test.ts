import { expect, test } from 'vitest';
import { walkedOf } from '../../../../lib/worker/history/walk-reach';
import { contact, message } from '../world';

const messages = (...sequences: number[]) =>
  sequences.map((sequence) => ({
    ...message(contact('gamma', 'chat'), `m${sequence}`, 'hello'),
    sequence,
  }));
const proven = { proof: 'start-mark', firstId: 'm0', asOf: 5 } as const;

test('a conversation that nobody had read says nothing of it', () => {
  expect(walkedOf({}, messages(0, 1))).toBeUndefined();
});

test('one that was read stays whole while what comes joins it', () => {
  expect(walkedOf({ readThrough: proven }, messages(0, 1, 2))).toMatchObject({
    ...{ proof: 'start-mark', asOf: 5, count: 3 },
  });
});

test('what does not join leaves a gap, and an older message disproves the first', () => {
  expect(walkedOf({ readThrough: proven }, messages(0, 1, 1001))?.hasGap).toBe(true);
  expect(walkedOf({ readThrough: proven }, messages(-1, 0, 1))?.proof).toBeUndefined();
});

test('one that was not read to its first message tells how much joins its newest', () => {
  expect(walkedOf({ readThrough: { asOf: 5 } }, messages(0, 1, 1001, 1002))?.count).toBe(2);
});
