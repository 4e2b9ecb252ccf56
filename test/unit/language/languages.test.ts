import { expect, test } from 'vitest';
import { chooseLanguage } from '../../../lib/language/languages';

test.each([
  [[], 'en'],
  [['de-DE', 'fr'], 'en'],
  [['en-US'], 'en'],
  [['zh-CN', 'en'], 'zh-CN'],
  [['zh'], 'zh-CN'],
  [['zh-Hans-SG'], 'zh-CN'],
  [['zh-TW'], 'zh-CN'],
  [['de', 'zh-CN', 'en'], 'zh-CN'],
  [['de', 'en-GB', 'zh-CN'], 'en'],
  [['ZH-cn'], 'zh-CN'],
])('a browser that wants %j gets %s', (wanted, expected) => {
  expect(chooseLanguage(undefined, wanted)).toBe(expected);
});

test('what the person chose counts more than the browser', () => {
  expect(chooseLanguage('en', ['zh-CN'])).toBe('en');
  expect(chooseLanguage('zh-CN', ['en-GB'])).toBe('zh-CN');
});
