import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../lib/model/coverage';
import { unreadWords } from '../../../lib/notes/unread-words';

const setting = { platformLabel: 'Chatra', now: 1_000 };
const failed = (more: Partial<Coverage>): Coverage => ({
  ...{ state: 'unreachable', dropped: 0, checkedAt: 1 },
  ...more,
});

describe('why notes could not be read', () => {
  it.each([
    [
      failed({ state: 'not-found', reason: 'bad-answer' }),
      'The contact was deleted or merged in Chatra.',
      'none',
    ],
    [
      failed({ state: 'limited', reason: 'rate-limited', retryAt: 61_000 }),
      'Chatra is receiving too many requests. The next try is in 1 min.',
      'retry',
    ],
    [
      failed({ state: 'unauthorised', reason: 'expired-key' }),
      'The key for Chatra has expired. Enter a new key in the settings.',
      'connect',
    ],
    [failed({}), '', 'retry'],
  ])('is said with what to do', (failure, why, action) => {
    const words = unreadWords(failure, setting);
    expect(words.sentence).toBe(`The notes in Chatra could not be read. ${why}`.trim());
    expect(words.action).toBe(action);
  });

  it('is no failure where only the id is missing', () => {
    expect(unreadWords('no-handle', setting)).toEqual({
      sentence:
        'The notes in Chatra have not been read yet. Chatra has not told the id of this person that a note needs. Deskside reads them once the id is known.',
      action: 'none',
    });
  });
});
