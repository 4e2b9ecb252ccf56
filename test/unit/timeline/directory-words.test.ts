import { describe, expect, it } from 'vitest';
import { directoryWords } from '../../../lib/timeline/directory-words';

const row = { connectionId: 'cp', reachedEnd: false, indexed: 2_400, dropped: 0 };
const march = new Date(2026, 2, 3).getTime();

describe('directoryWords', () => {
  it.each([
    [undefined, 'No visitors indexed yet.'],
    [row, '2,400 visitors indexed. There are more.'],
    [
      { ...row, job: 'running', reachesBackTo: march } as const,
      '2,400 visitors indexed, back to 3 March 2026. Going on in the background.',
    ],
    [{ ...row, job: 'paused', indexed: 1 } as const, '1 visitor indexed. Paused.'],
    [{ ...row, job: 'done', reachedEnd: true } as const, 'All 2,400 visitors indexed.'],
    [{ ...row, reachedEnd: true, indexed: 0 }, 'This platform has no visitors.'],
  ])('says of %o: %s', (given, words) => {
    expect(directoryWords(given)).toBe(words);
  });
});
