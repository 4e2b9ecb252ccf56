import { expect, it } from 'vitest';
import { isTitle, mayBeTitle, titleWords, withoutTitles } from '../../../lib/identity/name-titles';

it.each(['Mr', 'Miss', 'MADAME', 'Señora', 'Prof.', 'Ph.D.', 'Dipl.-Ing.', 'Herrn'])(
  '%s is a title',
  (word) => {
    expect(isTitle(word)).toBe(true);
    expect(mayBeTitle(word)).toBe(true);
  },
);

it.each(['Don', 'Dona', 'Pan'])('%s is a title to some and a name to others', (word) => {
  expect(isTitle(word)).toBe(false);
  expect(mayBeTitle(word)).toBe(true);
});

it.each(['Ana', 'Missy', 'Drew', ''])('%j is none', (word) => {
  expect(mayBeTitle(word)).toBe(false);
});

it('lists them as a folded text has them', () => {
  expect(titleWords.filter((word) => !/^[a-z-]+$/.test(word) || !mayBeTitle(word))).toEqual([]);
});

it.each([
  ['Prof. dr Ana Ms', 'Ana Ms'],
  ['Mr.', ''],
  ['Dr. med. Ana Souza', 'Ana Souza'],
  ['Prof. Dr. med. dent. Ana Souza', 'Ana Souza'],
  ['DR. MED. ANA SOUZA', 'ANA SOUZA'],
  ['Dr. med Ana Souza', 'Ana Souza'],
  ['Dr. rer. nat. Ana Souza', 'Ana Souza'],
  ['Dr. h. c. Ana Souza', 'Ana Souza'],
  ['Dr.-Ing. Ana Souza', 'Ana Souza'],
  ['Dra. Ana Souza', 'Ana Souza'],
  ['Dr. Phil Souza', 'Phil Souza'],
  ['Dr. H. Souza', 'H. Souza'],
  ['med. Souza', 'med. Souza'],
])('leaves out the titles before %s, and nothing else', (name, rest) => {
  expect(withoutTitles(name.split(' ')).join(' ')).toBe(rest);
});
