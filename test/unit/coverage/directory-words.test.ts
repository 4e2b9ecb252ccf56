import { describe, expect, it } from 'vitest';
import { directoryWords } from '../../../lib/coverage/directory-words';
import { coverageReasonSchema } from '../../../lib/model/coverage';

const row = { connectionId: 'cp', reachedEnd: false, indexed: 2_400, dropped: 0 };
const march = new Date(2026, 2, 3).getTime();

const setting = { platformLabel: 'Visits', now: march };

describe('directoryJobWords', () => {
  it.each([
    [undefined, 'No visitors indexed yet.'],
    [row, '2,400 visitors indexed. There are more.'],
    [
      { ...row, job: 'running', reachesBackTo: march } as const,
      '2,400 visitors indexed, back to 3 March 2026. Continuing in the background.',
    ],
    [{ ...row, job: 'paused', indexed: 1 } as const, '1 visitor indexed. Paused.'],
    [{ ...row, job: 'done', reachedEnd: true } as const, 'All 2,400 visitors indexed.'],
    [{ ...row, reachedEnd: true, indexed: 0 }, 'This platform has no visitors.'],
  ])('says of %o: %s', (given, words) => {
    expect(directoryWords(given, setting)).toBe(words);
  });

  it.each(coverageReasonSchema.options)('tells of every problem (%s)', (problem) => {
    const waiting = { ...row, job: 'running', problem, retryAt: march + 90_000 } as const;
    expect(directoryWords(waiting, setting)).toMatch(
      /^2,400 visitors indexed\. Waiting to continue\. .*Visits.*\. The next try is in 1 min\.$/,
    );
    expect(directoryWords({ ...waiting, retryAt: march }, setting)).toMatch(/automatically\.$/);
    expect(directoryWords({ ...waiting, job: 'paused', retryAt: undefined }, setting)).toMatch(
      /^2,400 visitors indexed\. Paused because of a problem\. .*Visits.*\./,
    );
  });
});
