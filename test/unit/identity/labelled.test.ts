import { expect, test } from 'vitest';
import { scoreLabelledPeople } from './labelled/score';

test('of 200 records made to be hard none is joined wrongly, and nearly all that may be joined are', () => {
  const score = scoreLabelledPeople();
  expect(score.records).toBeGreaterThanOrEqual(200);
  expect(score.wrong).toEqual([]);
  const share = (score.allowed - score.missed.length) / score.allowed;
  expect(share, `not joined: ${score.missed.join('; ')}`).toBeGreaterThanOrEqual(0.95);
});
