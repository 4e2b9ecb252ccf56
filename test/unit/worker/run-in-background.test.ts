import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  readBackgroundFailures,
  recordBackgroundFailure,
} from '../../../lib/storage/background-failures';
import { runInBackground } from '../../../lib/worker/run-in-background';

beforeEach(() => fakeBrowser.reset());

/** The next rejection that nobody hears. Takes the place of the test runner's own listeners. */
function nextUnheard(): Promise<unknown> {
  const own = process.rawListeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  return new Promise((resolve) => {
    process.once('unhandledRejection', (reason) => {
      for (const listener of own) {
        process.on('unhandledRejection', listener as NodeJS.UnhandledRejectionListener);
      }
      resolve(reason);
    });
  });
}

test('a failure is kept by the names of work and error only, and still shows in the console', async () => {
  const unheard = nextUnheard();
  const failure = new RangeError('of ana@example.com');
  runInBackground('clean-up', async () => {
    throw failure;
  });
  expect(await unheard).toBe(failure);
  const kept = await readBackgroundFailures();
  expect(kept).toEqual([{ work: 'clean-up', error: 'RangeError', at: expect.any(Number) }]);
});

test('what succeeds leaves no trace', async () => {
  let done = false;
  runInBackground('clean-up', async () => {
    done = true;
  });
  await Promise.resolve();
  expect(done).toBe(true);
  expect(await readBackgroundFailures()).toEqual([]);
});

test('work that was stopped has not failed: nothing is kept and nothing shows', async () => {
  const stop = new AbortController();
  const unheard = nextUnheard();
  runInBackground('delivery', async () => {
    stop.abort(new DOMException('stopped', 'AbortError'));
    stop.signal.throwIfAborted();
  });
  const failure = new RangeError('after it');
  runInBackground('clean-up', async () => {
    throw failure;
  });
  // The first that is heard of is the one that failed.
  expect(await unheard).toBe(failure);
  const kept = await readBackgroundFailures();
  expect(kept.map(({ work }) => work)).toEqual(['clean-up']);
});

test('of many failures at once the last twenty are kept', async () => {
  const all = Array.from({ length: 25 }, (_, at) => ({ work: 'x', error: 'Error', at }));
  await Promise.all(all.map(recordBackgroundFailure));
  expect(await readBackgroundFailures()).toEqual(all.slice(5));
});

test('what is stored and cannot be read counts as none', async () => {
  await fakeBrowser.storage.session.set({ 'background-failures': [{ work: 1 }] });
  expect(await readBackgroundFailures()).toEqual([]);
});
