import fc from 'fast-check';
import { expect, test } from 'vitest';
import { singleFlight } from '../../../lib/async/single-flight';

/** Work that ends when it is told to, and fails when it is aborted. */
function hanging() {
  const runs: { signal: AbortSignal; finish: (answer: string) => void; fail: () => void }[] = [];
  const work = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      runs.push({ signal, finish: resolve, fail: () => reject(new Error('broken')) });
    });
  return { work, runs };
}

test('equal work at the same time is one, later work is a new one', async () => {
  const share = singleFlight<string, string>();
  const { work, runs } = hanging();
  const both = [share('a', work), share('a', work)];
  const other = share('b', work);
  expect(runs).toHaveLength(2);
  runs[0]?.finish('one');
  runs[1]?.finish('two');
  expect(await Promise.all([...both, other])).toEqual(['one', 'one', 'two']);
  const again = share('a', work);
  expect(runs).toHaveLength(3);
  runs[2]?.finish('three');
  expect(await again).toBe('three');
});

test('a failure is told to all, and the next one tries anew', async () => {
  const share = singleFlight<string, string>();
  const { work, runs } = hanging();
  const both = [share('a', work), share('a', work)];
  runs[0]?.fail();
  for (const each of both) await expect(each).rejects.toThrow('broken');
  const again = share('a', work);
  runs[1]?.finish('fine');
  expect(await again).toBe('fine');
});

test('is aborted only when nobody waits any longer; who has no signal waits to the end', async () => {
  const share = singleFlight<string, string>();
  const { work, runs } = hanging();
  const [a, b] = [new AbortController(), new AbortController()];
  const first = share('a', work, a.signal);
  const second = share('a', work, b.signal);
  a.abort(new Error('left'));
  await expect(first).rejects.toThrow('left');
  expect(runs[0]?.signal.aborted).toBe(false);
  b.abort(new Error('left too'));
  await expect(second).rejects.toThrow('left too');
  expect(runs[0]?.signal.aborted).toBe(true);

  const c = new AbortController();
  const patient = share('a', work);
  const impatient = share('a', work, c.signal);
  c.abort(new Error('gone'));
  await expect(impatient).rejects.toThrow('gone');
  runs[1]?.finish('still here');
  expect(await patient).toBe('still here');
});

test('who asks after everybody left gets work of their own', async () => {
  const share = singleFlight<string, string>();
  const { work, runs } = hanging();
  const a = new AbortController();
  const left = share('a', work, a.signal);
  a.abort(new Error('left'));
  const asked = share('a', work);
  await expect(left).rejects.toThrow('left');
  expect(runs).toHaveLength(2);
  runs[1]?.finish('new');
  expect(await asked).toBe('new');
});

test('law: never two at once of a key, and everybody who stays gets an answer', async () => {
  const request = fc.record({
    key: fc.constantFrom('a', 'b'),
    steps: fc.nat(3),
    leaves: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(request, { maxLength: 20 }), async (requests) => {
      const share = singleFlight<string, string>();
      const wanted = new Map<string, number>();
      const all: Promise<string>[] = [];
      for (const { key, steps, leaves } of requests) {
        const controller = new AbortController();
        const work = async (signal: AbortSignal) => {
          wanted.set(key, (wanted.get(key) ?? 0) + 1);
          expect(wanted.get(key)).toBe(1);
          signal.addEventListener('abort', () => wanted.set(key, 0), { once: true });
          for (let step = 0; step < steps; step += 1) await Promise.resolve();
          if (!signal.aborted) wanted.set(key, 0);
          return key;
        };
        const asked = share(key, work, controller.signal);
        if (leaves) controller.abort(new Error('left'));
        all.push(asked.catch((error: Error) => (leaves ? `${key} ${error.message}` : 'wrong')));
        await Promise.resolve();
      }
      const answers = await Promise.all(all);
      for (const [index, { key, leaves }] of requests.entries()) {
        expect(leaves ? [key, `${key} left`] : [key]).toContain(answers[index]);
      }
    }),
  );
});
