import { describe, expect, it } from 'vitest';
import { coverageWords } from '../../../lib/coverage/coverage-words';
import {
  type Coverage,
  coverageReasonSchema,
  coverageStateSchema,
} from '../../../lib/model/coverage';

const now = new Date(2026, 2, 20, 12).getTime();
const march = new Date(2026, 2, 3).getTime();
const settled = { platformLabel: 'Chaport', now, phase: 'settled' } as const;

function coverage(given: Partial<Coverage>): Coverage {
  return { state: 'complete', dropped: 0, checkedAt: now, ...given };
}

const every = coverageStateSchema.options.flatMap((state) =>
  [undefined, ...coverageReasonSchema.options].map((reason) => ({ state, reason })),
);

describe('coverageWords', () => {
  it.each(every)('says $state / $reason in a sentence that names the platform', (given) => {
    for (const phase of ['finding', 'loading', 'settled'] as const) {
      for (const details of [
        {},
        { searched: 2_400, since: 0, retryAt: now + 60_000, dropped: 3 },
      ]) {
        const words = coverageWords(coverage({ ...given, ...details }), { ...settled, phase });
        expect(words.sentence).toContain('Chaport');
        expect(words.sentence).toMatch(/^[A-Z].*[.…]$/);
        expect(words.sentence).not.toMatch(/undefined|NaN|\.\.| {2}|: \.|\s$/);
        expect(words.short.length).toBeGreaterThan(0);
        expect(words.short.length).toBeLessThanOrEqual(10);
      }
    }
  });

  it('tells the bound of a search, with the number looked through', () => {
    const given = coverage({ state: 'partial', reason: 'search-bound', searched: 2_400 });
    expect(coverageWords(given, settled).sentence).toBe(
      'This person was not found in Chaport yet. Chaport has no search. 2,400 visitors indexed. Open their chat in Chaport once, and Deskside will recognise them from then on.',
    );
    const dated = { ...given, since: march };
    expect(coverageWords(dated, settled).sentence).toContain(
      '2,400 visitors indexed, back to 3 March 2026.',
    );
    const running = { ...dated, reason: 'search-running' } as const;
    expect(coverageWords(running, settled).sentence).toBe(
      'This person was not found in Chaport yet. Chaport has no search, so Deskside is going through all its visitors. 2,400 visitors indexed, back to 3 March 2026.',
    );
  });

  it('tells since when this browser has watched', () => {
    const given = coverage({ state: 'captured', reason: 'api-has-no-history', since: march });
    expect(coverageWords(given, settled)).toEqual({
      short: 'Captured',
      sentence:
        'Chaport’s API provides no history. You see what this browser has seen since 3 March 2026.',
      tone: 'partial',
      action: 'none',
    });
  });

  it('mentions what could not be read, and is then not complete at a glance', () => {
    const words = coverageWords(coverage({ dropped: 2 }), settled);
    expect(words.sentence).toMatch(/ 2 items could not be read\.$/);
    expect(words.tone).toBe('partial');
    expect(coverageWords(coverage({ dropped: 1 }), settled).sentence).toMatch(
      / 1 item could not be read\.$/,
    );
  });

  it('says what failed, with the status, and when the next try is', () => {
    const given = coverage({
      state: 'unreachable',
      reason: 'server-error',
      httpStatus: 502,
      retryAt: now + 120_000,
    });
    expect(coverageWords(given, settled)).toEqual({
      short: 'Error',
      sentence: 'Chaport’s server reported an error (502). The next try is in 2 min.',
      tone: 'bad',
      action: 'retry',
    });
  });

  it.each([
    ['wrong-key', 'connect'],
    ['expired-key', 'connect'],
    ['permission-missing', 'connect'],
    ['no-secret', 'connect'],
    ['missing-right', 'retry'],
  ] as const)('leads %s to %s', (reason, action) => {
    const words = coverageWords(coverage({ state: 'unauthorised', reason }), settled);
    expect(words).toMatchObject({ action, tone: 'bad' });
  });

  it('offers to connect what is not connected', () => {
    const words = coverageWords(coverage({ state: 'not-connected' }), settled);
    expect(words).toMatchObject({ short: 'Connect', action: 'connect', tone: 'neutral' });
  });

  it('is busy while the worker looks, with its progress', () => {
    const given = coverage({ state: 'partial', reason: 'search-running', searched: 400 });
    const words = coverageWords(given, { ...settled, phase: 'finding' });
    expect(words.tone).toBe('busy');
    expect(words.sentence).toContain('400 visitors indexed');
    expect(coverageWords(undefined, { ...settled, phase: 'loading' }).tone).toBe('busy');
  });

  it.each([
    [
      { state: 'partial', more: true, since: march },
      'Only part of Chaport’s history is here, back to 3 March 2026. Chaport has older items. Scroll down to load more.',
      'more',
    ],
    [
      { state: 'partial', more: true, reason: 'more-on-platform' },
      'Only part of Chaport’s history is here. Chaport has older items. Scroll down to load more.',
      'more',
    ],
    [
      { state: 'partial', reason: 'more-on-platform', since: march },
      'Only part of Chaport’s history is here, back to 3 March 2026. Chaport has more than was loaded. Open Chaport to read the rest.',
      'none',
    ],
    [
      { state: 'partial', reason: 'plan-limit', since: march },
      'Only part of Chaport’s history is here, back to 3 March 2026. The plan of this Chaport account includes no older chats. To read them, the account needs a larger plan in Chaport.',
      'none',
    ],
    [
      { state: 'captured', reason: 'page-unreadable', since: march },
      'Chaport’s page could not be read, so only its address is known. You see what this browser has seen since 3 March 2026. Chaport may have changed its page. An update of Deskside may help.',
      'none',
    ],
    [
      { state: 'unreachable', reason: 'timeout', more: true },
      'Chaport took too long to answer. Try again. If this keeps happening, Chaport may be down.',
      'retry',
    ],
  ] as const)('says of %o what is stored and how to get more', (given, sentence, action) => {
    expect(coverageWords(coverage(given), settled)).toMatchObject({ sentence, action });
  });

  it('says while older items are on their way how far back it is now', () => {
    const given = coverage({ state: 'partial', more: true, since: march });
    expect(coverageWords(given, { ...settled, phase: 'loading' }).sentence).toBe(
      'Loading more of Chaport’s history… Loaded back to 3 March 2026.',
    );
  });

  it('never takes silence for an empty history', () => {
    expect(coverageWords(undefined, settled)).toMatchObject({ action: 'retry', tone: 'neutral' });
  });
});
