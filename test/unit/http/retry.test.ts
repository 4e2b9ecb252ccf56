import { describe, expect, it } from 'vitest';
import { isResting, LONGEST_REST_MS, nextTryAt } from '../../../lib/http/retry';
import { isPausedByFailure } from '../../../lib/worker/failure-pause';

const now = Date.UTC(2026, 10, 29);
const month = 30 * 24 * 3_600_000;

describe('a rest', () => {
  it('holds until its time', () => {
    expect(isResting(now + 1, now)).toBe(true);
    expect(isResting(now, now)).toBe(false);
  });

  it('is over when the clock was set back by a month', () => {
    const { retryAt, checkedAt } = { retryAt: now + 60_000, checkedAt: now };
    expect(isResting(retryAt, now - month)).toBe(false);
    const limited = { state: 'unreachable', dropped: 0, checkedAt } as const;
    expect(isPausedByFailure({ ...limited, retryAt }, now)).toBe(true);
    expect(isPausedByFailure({ ...limited, retryAt }, now - month)).toBe(false);
    expect(isPausedByFailure(limited, now)).toBe(true);
    expect(isPausedByFailure(limited, now - month)).toBe(false);
  });

  it('is never longer than counts, whatever a server asks for', () => {
    const headers = new Headers({ 'retry-after': '9999999' });
    const asked = nextTryAt({ status: 429, headers }, now) ?? 0;
    expect(asked).toBe(now + LONGEST_REST_MS);
    expect(isResting(asked, now)).toBe(true);
  });
});
