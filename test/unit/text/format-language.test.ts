import { expect, test } from 'vitest';
import { formatLanguage } from '../../../lib/text/format-language';

test.each([
  ['pt-BR', 'Brazilian Portuguese'],
  ['pt_BR', 'Brazilian Portuguese'],
  ['klingon!', 'klingon!'],
])('%s is called %s', (tag, name) => {
  expect(formatLanguage(tag)).toBe(name);
});

test('a language in its script and country has a name, and not its tag', () => {
  expect(formatLanguage('zh_Hans_CN')).toMatch(/Chinese/);
});
