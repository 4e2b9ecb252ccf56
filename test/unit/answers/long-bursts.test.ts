import { expect, test } from 'vitest';
import { exchangeOf } from '../../../lib/answers/question-and-reply';
import { type Line, told } from './stories';

const burst = Array.from(
  { length: 9 },
  (_none, at): Line => ['customer', `The zip of jacket number ${at} is broken`],
);
const answer = 'Send the jackets to our repair shop, zips are free of charge.';

test.each([0, 4, 8])('a burst of many messages is answered: asked by number %i', (asked) => {
  const lines: Line[] = [...burst, ['agent', answer]];
  const found = exchangeOf(told(lines), { id: `m${asked}` }, () => false);
  expect(found?.reply.map(({ text }) => text)).toEqual([answer]);
  const question = found?.question.map(({ text }) => text);
  expect(question?.length).toBeLessThanOrEqual(5);
  expect(question).toContain(burst[asked]?.[1]);
});
