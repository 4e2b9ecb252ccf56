import { expect, test } from 'vitest';
import { RunningWork } from '../../../lib/worker/running-work';

test('what is erased one after the other never runs at once, nor beside any work, and a failure holds up nothing', async () => {
  const running = new RunningWork();
  const done: string[] = [];
  const step = (name: string) => async () => {
    done.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push(`${name} ends`);
  };
  const stop = () => done.push('stop');
  const failing = running.pauseFor(stop, async () => {
    await step('first')();
    throw new Error('no room');
  });
  const work = running.run(step('work'));
  const second = running.pauseFor(stop, step('second'));
  await expect(failing).rejects.toThrow('no room');
  await Promise.all([work, second]);
  await running.run(step('later'));
  const pairs = done.filter((each) => each !== 'stop');
  for (let index = 0; index < pairs.length; index += 2)
    expect(pairs[index + 1]).toBe(pairs[index]?.replace('begins', 'ends'));
  expect(pairs.map((each) => each.split(' ')[0]).at(-1)).toBe('later');
});
