import { expect, test } from 'vitest';
import { inTurns } from '../../../lib/async/in-turns';

function* counting(to: number, done: number[]): Generator<void, string, void> {
  for (let index = 1; index <= to; index += 1) {
    done.push(index);
    yield;
  }
  return 'counted';
}

test('lets others in whenever its turn is over, and returns what the work returns', async () => {
  const done: number[] = [];
  const seen: number[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    seen.push(done.length);
    if (seen.length < 20) port2.postMessage(undefined);
    else port1.close();
  };
  port2.postMessage(undefined);
  const isOver = () => done.length % 10 === 0;
  expect(await inTurns(counting(100, done), isOver)).toBe('counted');
  expect(done).toHaveLength(100);
  // Somebody else's messages came in between, not only before and after.
  expect(seen.some((count) => count > 0 && count < 100)).toBe(true);
  port1.close();
});

test('what fails, fails', async () => {
  const failing = (function* (): Generator<void, void, void> {
    yield;
    throw new RangeError('no');
  })();
  await expect(inTurns(failing, () => true)).rejects.toThrow('no');
});
