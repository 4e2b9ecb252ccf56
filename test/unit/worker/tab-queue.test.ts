import { expect, test } from 'vitest';
import { TabQueue } from '../../../lib/worker/tab-queue';

test('what a tab asks for is done in its order, whatever each takes; other tabs do not wait', async () => {
  const queue = new TabQueue();
  const done: string[] = [];
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = queue.run(1, async () => {
    await gate;
    done.push('slow');
  });
  const quick = queue.run(1, async () => void done.push('quick'));
  await queue.run(2, async () => void done.push('other tab'));
  release();
  await Promise.all([slow, quick]);
  expect(done).toEqual(['other tab', 'slow', 'quick']);
});

test('a failure is told to whoever asked and stops nobody else', async () => {
  const queue = new TabQueue();
  const failing = queue.run(1, async () => {
    throw new Error('no');
  });
  const next = queue.run(1, async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});
