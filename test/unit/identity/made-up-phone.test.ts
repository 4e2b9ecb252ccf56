import { expect, test } from 'vitest';
import { isMadeUpPhone } from '../../../lib/identity/made-up-phone';
import { normalisePhone } from '../../../lib/identity/phone';
import { resolvePerson } from '../../../lib/identity/resolve-person';
import { contact, membersOf, suggestedBy } from './people';

const inCountries: [string, 'DE' | 'US' | 'FR' | 'ES'][] = [
  ['0000000000', 'DE'],
  ['0000000000', 'US'],
  ['12345', 'DE'],
  ['1234567890', 'DE'],
  ['1234567890', 'US'],
  ['0123456789', 'FR'],
  ['555-555-5555', 'US'],
  ['123123123', 'ES'],
  ['147258369', 'ES'],
  ['555-0100', 'US'],
  ['1231231234', 'US'],
  ['867-5309', 'US'],
  ['0815 4711', 'DE'],
];

const international =
  `+49 171 1234567|+1 555 123 4567|+1 202 555 0143|+1 310 555 2671|+1 999 999 9999
  +1 123 456 7890|+1 212 121 2121|+1 222 333 4444|+1 500 555 0006|+44 7700 900123|+44 20 7946 0958|+44 7911 123456
  +33 6 12 34 56 78|+33 6 00 00 00 00|+33 1 02 03 04 05|+33 6 11 22 33 44|+33 6 39 98 01 47|+55 11 99999-9999
  +55 11 91234-5678|+91 98765 43210|+86 138 0013 8000|+7 900 000 00 00|+34 600 000 000|+39 333 333 3333
  +48 123 456 789|+61 491 570 156|+46 70 174 06 43|+353 20 913 0947|+49 176 12121212|+49 170 9876543|+49 123
  +49 30 23125 017|+971 50 123 4567|+1 123 123 1234|+55 21 99999-0000|+82 10 1234 5678|+81 90 0000 0000`.split(
    /[|\n]/,
  );

const madeUp = [
  ...inCountries.map(([raw, region]) => normalisePhone(raw, region)),
  ...international.map((raw) => normalisePhone(raw)),
].filter((key) => key !== undefined);

test.each(madeUp)('%s is nobody’s', (key) => {
  expect(isMadeUpPhone(key)).toBe(true);
  const person = resolvePerson(
    contact('north', '1', { phoneKeys: [key] }),
    [contact('east', '1', { phoneKeys: [key] })],
    [],
    { ownDomains: [] },
  );
  expect([membersOf(person), suggestedBy(person)]).toEqual([['north/1'], []]);
});

test.each([
  '+491713920041',
  '+4915114892607',
  '+33617294836',
  '+5511987316254',
  '+12023840178',
  '+12128675308',
  '+5521999871634',
  '+447704917326',
  '+919873150264',
  '+8613817492036',
  '+46703814627',
  '+49304817362;ext=12',
  '+4915112300001',
  '+29023917',
])('%s is somebody’s', (key) => {
  expect(isMadeUpPhone(key)).toBe(false);
});

test('a number by chance is hardly ever taken for made up', () => {
  const even = Array.from({ length: 20_000 }, (_none, index) => (index * 48_271) % 99_999_989);
  const missed = even.filter((each) => isMadeUpPhone(`+49151${String(each).padStart(8, '0')}`));
  expect(missed.length).toBeLessThan(40);
});
