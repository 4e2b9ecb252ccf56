import { expect, it } from 'vitest';
import { OpenLists } from '../../../../../lib/platforms/shared/mail/open-lists';

const none = new Map<string, string>();

it('knows the sign of each item in lists within one another', () => {
  const lists = new OpenLists();
  expect(lists.sign(none)).toBe('• ');
  lists.begin('ol', new Map([['start', '3']]));
  expect(lists.sign(none)).toBe('3. ');
  lists.begin('ol', new Map([['type', 'a']]));
  expect([lists.depth, lists.sign(none), lists.sign(none)]).toEqual([2, 'a. ', 'b. ']);
  lists.begin('ul', new Map([['style', 'margin:0; list-style: none']]));
  expect(lists.sign(none)).toBe('');
  lists.end();
  lists.end();
  expect(lists.sign(new Map([['value', '7']]))).toBe('7. ');
  expect(lists.sign(new Map([['value', 'x']]))).toBe('8. ');
  lists.end();
  expect(lists.depth).toBe(0);
});
