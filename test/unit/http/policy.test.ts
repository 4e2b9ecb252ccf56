import { describe, expect, test } from 'vitest';
import { withDeduplication } from '../../../lib/http/dedupe-requests';
import { path } from '../../../lib/http/encode-path';
import { withPace } from '../../../lib/http/pace';
import { nextTryAt, withRetry } from '../../../lib/http/retry';
import type { Transport, TransportRequest } from '../../../lib/http/transport';
import { TransportError } from '../../../lib/http/transport-error';

const never = new AbortController().signal;
const get = { method: 'GET', path: path`/a`, signal: never } as const;

/** Answers with what is next in the list: a value, or an error to throw. */
function scripted(...answers: unknown[]): Transport & { sent: TransportRequest[] } {
  const sent: TransportRequest[] = [];
  return {
    sent,
    async send(request) {
      sent.push(request);
      const next = answers.shift();
      if (next instanceof Error) throw next;
      return { status: 200, body: next };
    },
  };
}

describe('withRetry', () => {
  const patient = (inner: Transport, waits: number[], now = 1_000_000) =>
    withRetry(inner, { now: () => now, random: () => 0, wait: async (ms) => void waits.push(ms) });

  test('repeats a GET after 5xx with growing pauses, three attempts in all', async () => {
    const waits: number[] = [];
    const failing = () => new TransportError('server-error', { status: 500 });
    const inner = scripted(failing(), failing(), 'done');
    expect((await patient(inner, waits).send(get)).body).toBe('done');
    expect(waits).toEqual([700, 2_100]);

    const hopeless = scripted(failing(), failing(), failing(), 'too late');
    await expect(patient(hopeless, []).send(get)).rejects.toThrow('server-error');
    expect(hopeless.sent).toHaveLength(3);
  });

  test('obeys the moment a platform names, and gives up when it is far away', async () => {
    const waits: number[] = [];
    const soon = scripted(new TransportError('rate-limited', { retryAt: 1_004_000 }), 'done');
    await patient(soon, waits).send(get);
    expect(waits).toEqual([4_000]);
    const far = scripted(new TransportError('rate-limited', { retryAt: 1_100_000 }), 'done');
    await expect(patient(far, []).send(get)).rejects.toThrow('rate-limited');
    expect(far.sent).toHaveLength(1);
  });

  test.each(['unauthorised', 'not-found', 'redirected', 'not-json', 'timeout', 'offline'] as const)(
    'does not repeat after %s',
    async (failure) => {
      const inner = scripted(new TransportError(failure), 'done');
      await expect(patient(inner, []).send(get)).rejects.toThrow(failure);
    },
  );

  test('repeats a POST only when it says that it may be', async () => {
    const post = { ...get, method: 'POST' } as const;
    const once = scripted(new TransportError('server-error'), 'done');
    await expect(patient(once, []).send(post)).rejects.toThrow('server-error');
    const twice = scripted(new TransportError('server-error'), 'done');
    expect((await patient(twice, []).send({ ...post, repeatable: true })).body).toBe('done');
  });
});

describe('withPace', () => {
  test('never has more requests under way than allowed', async () => {
    let underWay = 0;
    let most = 0;
    const inner: Transport = {
      async send() {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setImmediate(resolve));
        underWay -= 1;
        return { status: 200, body: null };
      },
    };
    const paced = withPace(inner, { concurrency: 2, intervalMs: 1, perInterval: 1_000 });
    await Promise.all(Array.from({ length: 12 }, () => paced.send(get)));
    expect(most).toBe(2);
  });

  test('after a 429 with a far end the whole connection fails at once, with that end', async () => {
    const inner = scripted(
      new TransportError('rate-limited', { status: 429, retryAt: 60_000 }),
      'never',
    );
    const paced = withPace(
      inner,
      { concurrency: 1, intervalMs: 1, perInterval: 1_000 },
      { now: () => 0 },
    );
    await expect(paced.send(get)).rejects.toThrow('rate-limited');
    await expect(paced.send(get)).rejects.toMatchObject({
      failure: 'rate-limited',
      retryAt: 60_000,
    });
    expect(inner.sent).toHaveLength(1);
  });
});

describe('withSharing', () => {
  function hanging() {
    const sent: TransportRequest[] = [];
    const releases: ((body: unknown) => void)[] = [];
    const transport: Transport = {
      send(request) {
        sent.push(request);
        return new Promise((resolve, reject) => {
          releases.push((body) => resolve({ status: 200, body }));
          request.signal.addEventListener('abort', () => reject(request.signal.reason));
        });
      },
    };
    return { transport, sent, releases };
  }

  test('makes equal reads at the same time one request, later ones a new one', async () => {
    const { transport, sent, releases } = hanging();
    const shared = withDeduplication(transport);
    const both = [shared.send(get), shared.send({ ...get })];
    const other = shared.send({ ...get, query: { page: 2 } });
    expect(sent).toHaveLength(2);
    releases[0]?.('first');
    releases[1]?.('second');
    expect((await Promise.all([...both, other])).map((answer) => answer.body)).toEqual([
      'first',
      'first',
      'second',
    ]);
    const again = shared.send(get);
    expect(sent).toHaveLength(3);
    releases[2]?.('third');
    await again;
  });

  test('writes are never shared', () => {
    const { transport, sent } = hanging();
    const shared = withDeduplication(transport);
    void shared.send({ ...get, method: 'POST', body: {} });
    void shared.send({ ...get, method: 'POST', body: {} });
    expect(sent).toHaveLength(2);
  });

  test('is aborted only when nobody waits any longer', async () => {
    const { transport, sent } = hanging();
    const shared = withDeduplication(transport);
    const [a, b] = [new AbortController(), new AbortController()];
    const first = shared.send({ ...get, signal: a.signal });
    const second = shared.send({ ...get, signal: b.signal });
    a.abort(new Error('left'));
    await expect(first).rejects.toThrow('left');
    expect(sent[0]?.signal.aborted).toBe(false);
    b.abort(new Error('left too'));
    await expect(second).rejects.toThrow('left too');
    expect(sent[0]?.signal.aborted).toBe(true);
  });
});

describe('nextTryAt', () => {
  const now = 1_790_000_000_000;
  test.each([
    [{ 'retry-after': '30' }, now + 30_000],
    [{ 'retry-after': new Date(now + 5_000).toUTCString() }, now + 5_000],
    [{ 'x-ratelimit-reset': String(now / 1_000 + 12) }, now + 12_000],
    [{ 'x-ratelimit-reset': '8' }, now + 8_000],
    [{ 'x-ratelimit-reset': String(now + 12_000) }, now + 12_000],
    [{ 'x-ratelimit-reset': new Date(now + 12_000).toISOString() }, now + 12_000],
    [{ 'x-ratelimit-reset': 'soon' }, undefined],
    // By a clock that is ahead, the moment has passed before it has come.
    [{ 'x-ratelimit-reset': String(now / 1_000 - 90) }, undefined],
    [{ 'retry-after': new Date(now - 90_000).toUTCString() }, undefined],
    [{ 'retry-after': '-5' }, now],
    [{ 'retry-after': '5, 5' }, now + 5_000],
    [{ 'retry-after': '90, 90' }, now + 90_000],
    [{ 'x-ratelimit-reset': '8, 8' }, now + 8_000],
    [{ 'retry-after': '9999999' }, now + 3_600_000],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('%j', (headers, expected) => {
    expect(nextTryAt({ status: 429, headers: new Headers(headers) }, now)).toBe(expected);
  });

  test('counts the reset of a limit only where the limit was reached', () => {
    const headers = new Headers({ 'x-ratelimit-reset': String(now / 1_000 + 50) });
    expect(nextTryAt({ status: 502, headers }, now)).toBeUndefined();
    headers.set('retry-after', '3');
    expect(nextTryAt({ status: 502, headers }, now)).toBe(now + 3_000);
  });
});
