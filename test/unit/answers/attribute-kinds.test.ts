import { expect, test } from 'vitest';
import { kindOfAttribute } from '../../../lib/answers/attribute-kinds';

test.each([
  ['City', 'Lyon', 'place'],
  ['Anschrift', 'Hauptweg 5', 'place'],
  ['地址', '上海', 'place'],
  ['Spouse', 'maria', 'name'],
  ['Horse', 'Black Beauty', 'name'],
  ['Contract', 'K-12', 'detail'],
  ['Plan', 'Business', undefined],
  ['Likes', 'tea', undefined],
])('%s: %s', (label, value, kind) => {
  expect(kindOfAttribute({ label, value })).toBe(kind);
});
