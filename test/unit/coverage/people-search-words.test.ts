import { expect, it } from 'vitest';
import { peopleSearchWords } from '../../../lib/coverage/people-search-words';
import type { Coverage } from '../../../lib/model/coverage';
import { contact } from '../identity/people';

const found = [contact('north', '1'), contact('north', '2')];

function words(given: Partial<Coverage> | undefined, contacts = found) {
  const coverage: Coverage | undefined = given && {
    state: 'complete',
    dropped: 0,
    checkedAt: 0,
    ...given,
  };
  const { sentence, tone } = peopleSearchWords({ phase: 'done', contacts, coverage }, 'North', 0);
  return [tone, sentence];
}

it('tells what is under way', () => {
  const row = { phase: 'searching', contacts: [] } as const;
  expect(peopleSearchWords({ ...row, contacts: [] }, 'North', 0)).toEqual({
    sentence: 'Searching North…',
    tone: 'busy',
  });
});

it('does not call those that are shown all there are', () => {
  const row = { phase: 'done', contacts: found, hasMore: true } as const;
  expect(peopleSearchWords({ ...row, contacts: [...found] }, 'North', 0)).toEqual({
    sentence: 'North: more than 2 found. Type more to see the others.',
    tone: 'done',
  });
});

it.each([
  [undefined, 'done', 'North: 2 found.'],
  [{}, 'done', 'North: 2 found.'],
  [
    { state: 'partial', reason: 'search-bound', searched: 2_400 },
    'gap',
    'North: 2 found. Only part of it was searched. North has no search. 2,400 visitors indexed. Open their chat in North once, and Deskside will recognise them from then on.',
  ],
  [
    { state: 'captured', reason: 'api-has-no-search' },
    'gap',
    'North: 2 found. Only part of it was searched. North’s API cannot search for people. Open their chat in North once, and Deskside will recognise them from then on.',
  ],
  [
    { state: 'unreachable', reason: 'offline' },
    'gap',
    'North could not be searched. There is no connection to North. Check your internet connection, then try again.',
  ],
  [{ state: 'limited' }, 'gap', 'North could not be searched.'],
] as const)('%j', (coverage, tone, sentence) => {
  expect(words(coverage)).toEqual([tone, sentence]);
});

it('says that nothing was found', () => {
  expect(words({ state: 'not-found' }, [])).toEqual(['done', 'North: nothing found.']);
});
