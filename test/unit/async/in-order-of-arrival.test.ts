import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrderOfArrival } from '../../../lib/async/in-order-of-arrival';

test('yields each result as it arrives, and a result can lead to new work', async () => {
  const waiting = [3, 1];
  const results: number[] = [];
  const run = async (steps: number) => {
    for (let step = 0; step < steps * 5; step += 1) await Promise.resolve();
    return steps;
  };
  for await (const result of inOrderOfArrival(() => waiting.shift(), run, 2)) {
    results.push(result);
    if (result === 3) waiting.push(2);
  }
  expect(results).toEqual([1, 3, 2]);
});

test('the first failure ends it, and those still under way leave no unheard rejection', async () => {
  const waiting = ['slow', 'broken'];
  let end: () => void = () => undefined;
  const isOver = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async (name: string) => {
    if (name === 'slow') await isOver;
    throw new Error(name);
  };
  const all = async () => {
    for await (const _result of inOrderOfArrival(() => waiting.shift(), run, 2));
  };
  await expect(all()).rejects.toThrow('broken');
  end();
  // A rejection that nobody hears shows at the end of this turn.
  await new Promise((resolve) => setTimeout(resolve));
});

test('law: everything is done once, never more than the limit at a time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(6), { maxLength: 20 }),
      fc.integer({ min: 1, max: 5 }),
      async (steps, limit) => {
        const waiting = [...steps.entries()];
        let underWay = 0;
        const run = async ([index, count]: [number, number]) => {
          underWay += 1;
          expect(underWay).toBeLessThanOrEqual(limit);
          for (let step = 0; step < count; step += 1) await Promise.resolve();
          underWay -= 1;
          return index;
        };
        const done: number[] = [];
        for await (const index of inOrderOfArrival(() => waiting.shift(), run, limit)) {
          done.push(index);
        }
        expect(done.sort((a, b) => a - b)).toEqual([...steps.keys()]);
      },
    ),
  );
});
