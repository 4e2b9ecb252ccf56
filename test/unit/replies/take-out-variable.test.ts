import { expect, test } from 'vitest';
import { hasVariable, withoutVariable } from '../../../lib/replies/take-out-variable';

test.each([
  ['Hi {{ask.name}}, yes', 'Hi, yes'],
  ['{{ask.name}} is here', 'is here'],
  ['a {{ask.name}} b {{ask.name=x}} c', 'a b c'],
  ['a {{ask.name_2}} {{contact.name}} b', 'a {{ask.name_2}} {{contact.name}} b'],
  ['line {{ask.name}}\nnext', 'line\nnext'],
])('%j', (body, left) => {
  expect(withoutVariable(body, 'ask.name')).toBe(left);
  expect(hasVariable(left, 'ask.name')).toBe(false);
});
