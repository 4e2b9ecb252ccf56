import * as v from 'valibot';
import { expect, test } from 'vitest';
import { readEach } from '../../../../lib/platforms/shared/read-each';

test.each([
  [['a', 7, 'b', null], { items: ['a', 'b'], dropped: 2 }],
  [[], { items: [], dropped: 0 }],
  [undefined, { items: [], dropped: 0 }],
  [{ 0: 'a' }, { items: [], dropped: 0 }],
])('%j', (list, expected) => {
  expect(readEach(v.string(), list)).toEqual(expected);
});
