import { expect, test } from 'vitest';
import { countNames, fitsLoosely } from '../../../lib/identity/name-likeness';

test.each<[number, string[]]>([
  [1, ['Ana Souza', 'ana', 'A. Souza', 'SOUZA, Ana', 'asouza', 'Ána  Souza', 'Mrs Souza']],
  [1, ['Maria Garcia', 'Maria Garcia Lopez', 'García', 'M. G. Lopez']],
  [2, ['Ana Souza', 'Bo Ek', 'ana', 'bo']],
  [2, ['Wilma Berg', 'Hugo Berg', 'Berg']],
  [7, Array.from({ length: 7 }, (_none, index) => `Clerk ${index}`)],
  [1, ['Anna Iwanowa', 'Анна Иванова']],
  [0, ['ana@mail.org', '+49 151', '', '  ', '12']],
  [1, ['山田太郎', '山田太郎 ']],
  [1, ['Anna Iwanowa', 'Анна Иванова', '安娜', 'آنا ايفانوفا', 'אנה', 'Άννα', '안나']],
  [2, ['Anna Iwanowa', 'Анна Иванова', 'Олег Петров']],
  [2, ['राम', 'रमा']],
  [2, ['ปิติ', 'ปีติ']],
])('%i: %j', (count, names) => {
  expect(countNames(names)).toBe(count);
  expect(countNames([...names].reverse())).toBe(count);
});

test.each<[number, string[]]>([
  [3, ['Elizabeth', 'Liz', 'Beth', 'Lizzie', 'Betty'].map((first) => `${first} Smith`)],
  [1, ['Yulia', 'Julia', 'Yuliya', 'Iuliia'].map((first) => `${first} Ivanova`)],
  [1, ['Dmitry Orlov', 'Dmitrij Orlov', 'Dmitrii Orlov', 'Dmitriy Orlov']],
  [4, ['Maria', 'Mark', 'Martin', 'Hugo'].map((first) => `${first} Berg`)],
  [2, ['Liz Smith', 'Elizabeth Jones']],
  [2, ['Jo Smith', 'Joanna Smith']],
])('%i in a crowd, where short forms and spellings count as one: %j', (count, names) => {
  expect(countNames(names, fitsLoosely)).toBe(count);
  expect(countNames([...names].reverse(), fitsLoosely)).toBe(count);
});

test('two names tell two people apart although one is in the other', () => {
  expect(countNames(['Paul Berg', 'Paula Berg'])).toBe(2);
});
