import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withLock } from '../../../lib/async/with-lock';

/** A promise that is settled from outside. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('what is asked for under one key is done in order, whatever each takes; other keys do not wait', async () => {
  const owner = {};
  const done: string[] = [];
  const { open, opened } = gate();
  const slow = withLock(owner, 'tab 1', async () => {
    await opened;
    done.push('slow');
  });
  const quick = withLock(owner, 'tab 1', async () => void done.push('quick'));
  await withLock(owner, 'tab 2', async () => void done.push('other tab'));
  await withLock({}, 'tab 1', async () => void done.push('other owner'));
  open();
  await Promise.all([slow, quick]);
  expect(done).toEqual(['other tab', 'other owner', 'slow', 'quick']);
});

test('a failure is told to whoever asked and stops nobody else', async () => {
  const owner = {};
  const failing = withLock(owner, 'a', async () => {
    throw new Error('no');
  });
  const next = withLock(owner, 'a', async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});

test('an abort while waiting leaves at once, and those behind still wait for the one before', async () => {
  const owner = {};
  const done: string[] = [];
  const { open, opened } = gate();
  const first = withLock(owner, 'a', async () => {
    await opened;
    done.push('first');
  });
  const controller = new AbortController();
  const second = withLock(owner, 'a', async () => void done.push('second'), controller.signal);
  controller.abort(new Error('left'));
  await expect(second).rejects.toThrow('left');
  // Asked for after the one that left was the last in the queue.
  const third = withLock(owner, 'a', async () => void done.push('third'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(done).toEqual([]);
  open();
  await Promise.all([first, third]);
  expect(done).toEqual(['first', 'third']);
});

test('an abort during the work frees the lock before the work has ended', async () => {
  const owner = {};
  const { open, opened } = gate();
  const controller = new AbortController();
  const first = withLock(owner, 'a', () => opened, controller.signal);
  const second = withLock(owner, 'a', async () => 'done');
  controller.abort();
  expect(await second).toBe('done');
  open();
  await first;
});

test('who is aborted before does not even ask', async () => {
  const signal = AbortSignal.abort(new Error('late'));
  let ran = false;
  const work = async () => {
    ran = true;
  };
  await expect(withLock({}, 'a', work, signal)).rejects.toThrow('late');
  expect(ran).toBe(false);
});

test('law: never two at once under a key, and first come, first served', async () => {
  const request = fc.record({
    key: fc.constantFrom('a', 'b'),
    steps: fc.nat(4),
    fails: fc.boolean(),
    leaves: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(request, { maxLength: 20 }), async (requests) => {
      const owner = {};
      const inside = new Map<string, number>();
      const order = new Map<string, number[]>();
      const all = requests.map(({ key, steps, fails, leaves }, index) => {
        const controller = new AbortController();
        const work = async () => {
          expect(inside.get(key) ?? 0).toBe(0);
          inside.set(key, 1);
          order.set(key, [...(order.get(key) ?? []), index]);
          for (let step = 0; step < steps; step += 1) await Promise.resolve();
          inside.set(key, 0);
          if (fails) throw new Error('failed');
        };
        const done = withLock(owner, key, work, controller.signal);
        // Only who still waits leaves: leaving during the work lets the next one in on purpose.
        if (leaves && order.get(key)?.includes(index) !== true) controller.abort();
        return done;
      });
      await Promise.allSettled(all);
      for (const [key, came] of order) {
        expect(came).toEqual([...came].sort((a, b) => a - b));
        const stayed = requests.flatMap((each, index) =>
          each.key === key && !each.leaves ? [index] : [],
        );
        expect(came).toEqual(expect.arrayContaining(stayed));
      }
    }),
  );
});
