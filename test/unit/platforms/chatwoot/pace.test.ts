import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { path } from '../../../../lib/http/encode-path';
import { withPace } from '../../../../lib/http/pace';
import type { Transport } from '../../../../lib/http/transport';
import { chatwoot } from '../../../../lib/platforms/chatwoot/definition';

const minute = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that answers after 80 ms, and when each request reached it, in ms. */
function server() {
  const begin = performance.now();
  const starts: { at: number; isBackground: boolean }[] = [];
  const transport: Transport = {
    async send({ isBackground = false }) {
      starts.push({ at: performance.now() - begin, isBackground });
      await new Promise((resolve) => setTimeout(resolve, 80));
      return { status: 200, body: undefined };
    },
  };
  const paced = withPace(transport, chatwoot.pace);
  const ask = (count: number, isBackground: boolean) => {
    for (let sent = 0; sent < count; sent += 1) {
      const { signal } = new AbortController();
      void paced.send({ method: 'GET', path: path`/a`, signal, isBackground });
    }
  };
  return { starts, ask };
}

test('while a long history is read, whoever comes on screen does not wait', async () => {
  const { starts, ask } = server();
  ask(250, true);
  await vi.advanceTimersByTimeAsync(8_000);
  ask(12, false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(starts.filter(({ isBackground }) => !isBackground)).toHaveLength(12);
  await vi.advanceTimersByTimeAsync(90_000);
  expect(starts).toHaveLength(262);
});

test('no minute has more than 240 requests, and ten have no more than 200 each on average', async () => {
  const { starts, ask } = server();
  await vi.advanceTimersByTimeAsync(minute);
  ask(1_500, false);
  ask(1_500, true);
  await vi.advanceTimersByTimeAsync(10 * minute);
  const times = starts.map(({ at }) => at);
  const most = Math.max(
    ...times.map((from) => times.filter((at) => at >= from && at < from + minute).length),
  );
  expect(most).toBeLessThanOrEqual(240);
  // The burst is a loan that is paid back.
  expect(times.length).toBeLessThanOrEqual(10 * 200 + (chatwoot.pace.burst ?? 0) + 20);
  expect(times.length).toBeGreaterThan(1_900);
});
