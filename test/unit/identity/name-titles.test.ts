import { expect, it } from 'vitest';
import { isTitle, mayBeTitle, titleWords } from '../../../lib/identity/name-titles';

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
