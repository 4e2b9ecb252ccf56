import { expect, test } from 'vitest';
import { otherCustomer } from '../../../lib/answers/other-customer';
import { patternRanges } from '../../../lib/answers/pattern-ranges';
import { knownWords, personalRanges } from '../../../lib/answers/personal-ranges';
import { runSteps } from '../../../lib/async/run-steps';
import { contact } from './stories';

const nobody = knownWords(otherCustomer({ contacts: [], conversations: [], messages: [] }));

/** What is personal in a text to somebody of whom nothing is known. */
function foundIn(text: string): string[] {
  return runSteps(personalRanges(text, nobody)).map(({ start, end }) => text.slice(start, end));
}

/** How often the page gets its turn meanwhile. */
function turnsIn(steps: Generator<void, unknown>): number {
  return [...steps].length;
}

test('names, greetings, thanks and known words are looked for in turns of their own', () => {
  const isUpper = () => false;
  // The patterns are made at the first use, in turns that do not count here.
  turnsIn(patternRanges('', isUpper));
  const ofPatterns = turnsIn(patternRanges('', isUpper));
  expect(turnsIn(personalRanges('', nobody)) - ofPatterns).toBe(6);
});

test.each([
  ['Hi  Anna, done', ['Anna']],
  ['Dear  Mr  Miller, done', ['Miller']],
  ['Done.  Anna, it is there', ['Anna']],
  ['Done.\n\n  Anna, it is there', ['Anna']],
  ['It is done for you  \nAnna, it is there', ['Anna']],
  ['at 12  Baker  Street', ['12  Baker  Street']],
  ['on 5  March', ['5  March']],
  ['order  no.  B12 is there', ['B12']],
  ['anna  @  mail.example', ['anna  @  mail.example']],
  ['王小明\u3000\u3000您好', ['王小明']],
  ['Hi \u00a0Anna, done', ['Anna']],
])('blanks in a row hide nothing: %j', (text, personal) => {
  expect(foundIn(text)).toEqual(personal);
});

test('nor do blanks in a row, or marks, in a record', () => {
  const contacts = [contact({ company: 'Blue  Ocean *Trading*' })];
  const known = knownWords(otherCustomer({ contacts, conversations: [], messages: [] }));
  const text = 'for Blue Ocean Trading now';
  const found = runSteps(personalRanges(text, known)).map(({ start, end }) =>
    text.slice(start, end),
  );
  expect(found).toEqual(['Blue Ocean Trading']);
});
