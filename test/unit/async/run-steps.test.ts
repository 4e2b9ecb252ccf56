import { expect, test } from 'vitest';
import { runSteps } from '../../../lib/async/run-steps';

test('takes all steps in order, and returns what the work returns', () => {
  const done: number[] = [];
  const work = (function* (): Generator<void, string, void> {
    for (let index = 1; index <= 3; index += 1) {
      done.push(index);
      yield;
    }
    return 'counted';
  })();
  expect(runSteps(work)).toBe('counted');
  expect(done).toEqual([1, 2, 3]);
});

test('what fails, fails', () => {
  const failing = (function* (): Generator<void, void, void> {
    yield;
    throw new RangeError('no');
  })();
  expect(() => runSteps(failing)).toThrow('no');
});
