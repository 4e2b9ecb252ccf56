import { wait } from '../async/wait';
import type { Transport, TransportRequest } from './transport';
import { TransportError } from './transport-error';

/**
 * Longest wait within a run. The browser stops a worker that has been idle for 30 s, so a longer
 * one is not slept through: the failure goes up with `retryAt`, and the panel asks again then.
 */
export const LONGEST_WAIT_MS = 15_000;

const attempts = 3;
const firstPauseMs: Partial<Record<TransportError['failure'], number>> = {
  'server-error': 700,
  // Used without a header from the platform: Chatra's and Chatwoot's limits come without one.
  'rate-limited': 5_000,
};

export interface RetryOptions {
  now?: () => number;
  /** 0 to 1; replaced in tests. */
  random?: () => number;
  wait?: typeof wait;
}

/**
 * Repeats what may be repeated (GET, and what says so) after 429 and 5xx: at most three attempts,
 * growing pauses with jitter, never earlier than the platform allows.
 */
export function withRetry(inner: Transport, options: RetryOptions = {}): Transport {
  const { now = Date.now, random = Math.random, wait: pause = wait } = options;
  return {
    async send(request) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await inner.send(request);
        } catch (error) {
          const delay = pauseBefore(attempt + 1, { request, error, now: now(), random: random() });
          if (delay === undefined) throw error;
          await pause(delay, request.signal);
        }
      }
    },
  };
}

interface FailedAttempt {
  request: TransportRequest;
  error: unknown;
  /** Epoch ms. */
  now: number;
  /** 0 to 1. */
  random: number;
}

/** Milliseconds to wait before attempt number `next`, or `undefined` to give up. */
function pauseBefore(
  next: number,
  { request, error, now, random }: FailedAttempt,
): number | undefined {
  if (!(error instanceof TransportError) || next > attempts) return undefined;
  if (request.method !== 'GET' && request.repeatable !== true) return undefined;
  const first = firstPauseMs[error.failure];
  if (first === undefined) return undefined;
  const growing = first * 3 ** (next - 2) * (1 + random / 2);
  const delay =
    error.retryAt === undefined ? growing : Math.max(error.retryAt - now, 0) + 250 * random;
  return delay > LONGEST_WAIT_MS ? undefined : delay;
}

/**
 * When the platform allows the next try, in epoch ms, or `undefined` where it does not say.
 * Reads `Retry-After` (seconds or a date) and Kustomer's `x-ratelimit-reset`, whose form is not
 * certain: epoch seconds or milliseconds, smaller numbers as seconds from now, or a date. Never
 * further away than an hour: a wrong clock must not silence a platform for a day.
 */
export function nextTryAt(
  { status, headers }: { status: number; headers: Headers },
  now: number,
): number | undefined {
  // Any answer may name the reset, but only a 429 has to wait for it.
  const reset = status === 429 ? headers.get('x-ratelimit-reset') : null;
  const when = fromRetryAfter(headers.get('retry-after'), now) ?? fromReset(reset, now);
  if (when === undefined) return undefined;
  return Math.min(Math.max(when, now), now + LONGEST_REST_MS);
}

/** The longest pause (ms), whatever asks for it. */
export const LONGEST_REST_MS = 3_600_000;

/**
 * Whether a pause until then still applies (both epoch ms). One that would last longer than any was
 * set before somebody put the clock back, and is over. `longest` (ms): for what lasts longer than a pause.
 */
export function isResting(until: number, now: number, longest = LONGEST_REST_MS): boolean {
  return until > now && until - now <= longest;
}

function fromRetryAfter(value: string | null, now: number): number | undefined {
  const seconds = firstNumber(value);
  if (seconds !== undefined) return now + seconds * 1_000;
  return ifAhead(Date.parse(value ?? ''), now);
}

function fromReset(value: string | null, now: number): number | undefined {
  const number = firstNumber(value);
  if (number === undefined) return fromRetryAfter(value, now);
  if (number <= 0) return undefined;
  if (number > MOST_SECONDS) return ifAhead(number, now);
  return number > 1_000_000_000 ? ifAhead(number * 1_000, now) : now + number * 1_000;
}

/** A proxy that adds its own header turns it into a list; "5, 5" would be a day in May. The first is the platform's. */
function firstNumber(value: string | null): number | undefined {
  const digits = /^\s*(-?\d{1,15}(?:\.\d+)?)\s*(?:,|$)/.exec(value ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A moment by the server's clock. Where this browser's is ahead of that, it has passed, and says nothing. */
function ifAhead(moment: number, now: number): number | undefined {
  return moment > now ? moment : undefined;
}

/** This many seconds is a moment in the year 5138: a greater number counts milliseconds. */
const MOST_SECONDS = 1e11;
