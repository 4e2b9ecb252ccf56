import { expect, it } from 'vitest';
import { withVisibleOverrides } from '../../../lib/text/visible-overrides';

it('practice 10: signs that turn the order of letters are shown, names in other scripts stay', () => {
  expect(withVisibleOverrides('Ana \u202egnp.exe')).toBe('Ana [RLO]gnp.exe');
  expect(withVisibleOverrides('\u202dx')).toBe('[LRO]x');
  expect(withVisibleOverrides('Ana \u202b\u2066exe\u2069.png')).toBe(
    'Ana [RLE]\u2066exe\u2069.png',
  );
  expect(withVisibleOverrides('\u2067+49 30 12345\u2069')).toBe('[RLI]+49 30 12345\u2069');
  expect(withVisibleOverrides('\u202bדוד לוי\u202c')).toBe('\u202bדוד לוי\u202c');
  expect(withVisibleOverrides('أنا \u200fسوزا')).toBe('أنا \u200fسوزا');
});
