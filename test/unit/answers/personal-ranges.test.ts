import { expect, test } from 'vitest';
import { otherCustomer } from '../../../lib/answers/other-customer';
import { patternRanges } from '../../../lib/answers/pattern-ranges';
import { knownWords, personalRanges } from '../../../lib/answers/personal-ranges';

/** How often the page gets its turn meanwhile. */
function turnsIn(steps: Generator<void, unknown>): number {
  return [...steps].length;
}

test('names, greetings, thanks and known words are looked for in turns of their own', () => {
  const known = knownWords(otherCustomer({ contacts: [], conversations: [], messages: [] }));
  const isUpper = () => false;
  // The patterns are made at the first use, in turns that do not count here.
  turnsIn(patternRanges('', isUpper));
  const ofPatterns = turnsIn(patternRanges('', isUpper));
  expect(turnsIn(personalRanges('', known)) - ofPatterns).toBe(5);
});
