import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { path } from '../../../lib/http/encode-path';
import { CAUTION_MS, type Pace, type RateLimit, withPace } from '../../../lib/http/pace';
import type { Transport, TransportRequest } from '../../../lib/http/transport';
import { TransportError } from '../../../lib/http/transport-error';

const pace: Pace = { concurrency: 1, intervalMs: 500, perInterval: 1, burst: 4 };
const get = { method: 'GET', path: path`/a`, signal: new AbortController().signal } as const;
const behind: TransportRequest = { ...get, isBackground: true };

/** Takes down when each request started, in ms since the clock was at `begin`. */
function recording(answerMs = 0, answers: (TransportError | undefined)[] = []) {
  const begin = performance.now();
  const starts: { at: number; isBackground: boolean; name: string }[] = [];
  const transport: Transport = {
    async send({ isBackground = false, query }) {
      const name = String(query?.name ?? '');
      starts.push({ at: performance.now() - begin, isBackground, name });
      if (answerMs > 0) await new Promise((resolve) => setTimeout(resolve, answerMs));
      const error = answers.shift();
      if (error !== undefined) throw error;
      return { status: 200, body: undefined };
    },
  };
  return { transport, starts, times: () => starts.map(({ at }) => at) };
}

/** Sends so many at once. Failures are of no interest here. */
function send(paced: Transport, request: TransportRequest, count: number): void {
  for (let sent = 0; sent < count; sent += 1) {
    const { signal } = new AbortController();
    paced.send({ ...request, signal }).catch(() => undefined);
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a burst', () => {
  test('whoever is on screen gets five at once, then one for each interval', async () => {
    const { transport, times } = recording();
    send(withPace(transport, pace), get, 8);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(times()).toEqual([0, 0, 0, 0, 0, 500, 1_000, 1_500]);
  });

  test('it is there again once it was paid back, and in part before', async () => {
    const { transport, times } = recording();
    const paced = withPace(transport, pace);
    send(paced, get, 5);
    await vi.advanceTimersByTimeAsync(1_000);
    send(paced, get, 3);
    await vi.advanceTimersByTimeAsync(4_000);
    send(paced, get, 5);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(times()).toEqual([...Array(5).fill(0), 1_000, 1_000, 1_500, ...Array(5).fill(5_000)]);
  });

  test('a pace without one keeps to its interval', async () => {
    const { transport, times } = recording();
    send(withPace(transport, { concurrency: 1, intervalMs: 500, perInterval: 1 }), get, 3);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(times()).toEqual([0, 500, 1_000]);
  });

  test('after a 429 there is none for a while', async () => {
    const limited = new TransportError('rate-limited', { status: 429 });
    const { transport, times } = recording(0, [limited]);
    const paced = withPace(transport, pace);
    send(paced, get, 1);
    await vi.advanceTimersByTimeAsync(10_000);
    send(paced, get, 3);
    await vi.advanceTimersByTimeAsync(CAUTION_MS);
    send(paced, get, 3);
    await vi.advanceTimersByTimeAsync(10);
    const later = CAUTION_MS + 10_000;
    expect(times()).toEqual([0, 10_000, 10_500, 11_000, later, later, later]);
  });
});

describe('in the background', () => {
  test('there is no burst, and what it leaves is for whoever comes on screen', async () => {
    const { transport, starts } = recording();
    const paced = withPace(transport, pace);
    send(paced, behind, 10);
    await vi.advanceTimersByTimeAsync(1_200);
    expect(starts.map(({ at }) => at)).toEqual([0, 500, 1_000]);
    send(paced, get, 4);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(starts.slice(3)).toEqual([
      ...Array(4).fill({ at: 1_200, isBackground: false, name: '' }),
      { at: 3_500, isBackground: true, name: '' },
    ]);
  });

  test('who is on screen goes before what waits, each in the order of asking', async () => {
    const { transport, starts } = recording(100);
    const paced = withPace(transport, { ...pace, intervalMs: 1 });
    const named = (request: TransportRequest, name: string) => ({ ...request, query: { name } });
    for (const name of ['a', 'b']) void paced.send(named(behind, name));
    for (const name of ['c', 'd']) void paced.send(named(get, name));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(starts.map(({ name }) => name)).toEqual(['a', 'c', 'd', 'b']);
  });
});

test('who no longer wants to wait leaves at once and costs nothing', async () => {
  const { transport, times } = recording();
  const paced = withPace(transport, pace);
  send(paced, get, 5);
  const controller = new AbortController();
  const leaving = paced.send({ ...get, signal: controller.signal });
  const staying = paced.send(get);
  controller.abort(new Error('left'));
  await expect(leaving).rejects.toThrow('left');
  await expect(paced.send({ ...get, signal: controller.signal })).rejects.toThrow('left');
  await vi.advanceTimersByTimeAsync(500);
  await staying;
  expect(times()).toEqual([0, 0, 0, 0, 0, 500]);
});

test('after a 429 with a near end everything waits for it', async () => {
  const end = Date.now() + 3_000;
  const { transport, times } = recording(0, [new TransportError('rate-limited', { retryAt: end })]);
  const paced = withPace(transport, pace);
  send(paced, get, 1);
  await vi.advanceTimersByTimeAsync(100);
  send(paced, get, 2);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(times()).toEqual([0, 3_000, 3_500]);
});

test('what a 429 asked for outlives the worker, when it is kept', async () => {
  let kept: RateLimit | undefined;
  const memory = {
    read: async () => kept,
    write: async (limit: RateLimit) => {
      kept = limit;
    },
  };
  const end = Date.now() + 40_000;
  const failing = recording(0, [new TransportError('rate-limited', { retryAt: end })]);
  send(withPace(failing.transport, pace, { memory }), get, 1);
  await vi.advanceTimersByTimeAsync(10);

  const early = recording();
  const next = withPace(early.transport, pace, { memory });
  await expect(next.send(get)).rejects.toMatchObject({ failure: 'rate-limited', retryAt: end });
  expect(early.times()).toEqual([]);

  await vi.advanceTimersByTimeAsync(40_000);
  const late = recording();
  send(withPace(late.transport, pace, { memory }), get, 3);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(late.times()).toEqual([0, 500, 1_000]);
});

test('a 429 after the clock was set back by a month counts by itself', async () => {
  const stored = Date.now() + 30 * 24 * 3_600_000;
  let limit: RateLimit = { blockedUntil: stored, cautiousUntil: stored };
  const memory = {
    read: async () => limit,
    write: async (next: RateLimit) => {
      limit = next;
    },
  };
  const retryAt = Date.now() + 30_000;
  const { transport, times } = recording(0, [new TransportError('rate-limited', { retryAt })]);
  const paced = withPace(transport, pace, { memory });
  await expect(paced.send(get)).rejects.toThrow('rate-limited');
  expect(limit.blockedUntil).toBe(retryAt);
  send(paced, behind, 1);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(times()).toEqual([0]);
});

test('a memory that cannot be read or written is none', async () => {
  const broken = async () => {
    throw new Error('no storage');
  };
  const memory = { read: broken, write: broken };
  const { transport, times } = recording(0, [new TransportError('rate-limited')]);
  const paced = withPace(transport, pace, { memory });
  await expect(paced.send(get)).rejects.toThrow('rate-limited');
  send(paced, get, 1);
  await vi.advanceTimersByTimeAsync(500);
  expect(times()).toEqual([0, 500]);
});

const step = fc.record({
  pause: fc.integer({ min: 0, max: 3_000 }),
  count: fc.integer({ min: 1, max: 8 }),
  isBackground: fc.boolean(),
});

test('law: in any window never more than burst and rate allow, in the background the rate', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      fc.constantFrom<Pace>(
        pace,
        { concurrency: 4, intervalMs: 1_200, perInterval: 5, burst: 5 },
        { concurrency: 2, intervalMs: 700, perInterval: 3 },
      ),
      fc.integer({ min: 0, max: 900 }),
      async (steps, chosen, answerMs) => {
        const { transport, starts } = recording(answerMs);
        const paced = withPace(transport, chosen);
        for (const { pause, count, isBackground } of steps) {
          await vi.advanceTimersByTimeAsync(pause);
          send(paced, { ...get, isBackground }, count);
        }
        await vi.advanceTimersByTimeAsync(200_000);
        expect(starts).toHaveLength(steps.reduce((sum, { count }) => sum + count, 0));
        const within = (times: readonly number[], burst: number): void => {
          for (const [first, from] of times.entries()) {
            for (const [last, until] of times.entries()) {
              if (last < first) continue;
              const allowed = chosen.perInterval * ((until - from) / chosen.intervalMs + 1) + burst;
              expect(last - first + 1).toBeLessThanOrEqual(allowed + 1e-9);
            }
          }
        };
        const times = (picked: typeof starts) => picked.map(({ at }) => at).sort((a, b) => a - b);
        within(times(starts), chosen.burst ?? 0);
        within(times(starts.filter((each) => each.isBackground)), 0);
      },
    ),
    { numRuns: 60 },
  );
});
