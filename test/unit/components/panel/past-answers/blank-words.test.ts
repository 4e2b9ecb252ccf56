import { expect, test, vi } from 'vitest';
import { blankWords } from '../../../../../components/panel/past-answers/blank-words';
import { i18n } from '../../../../../lib/language/i18n';

test.each([
  ['ask.first_name', 'First name'],
  ['ask.name_2', 'Name 2'],
  ['ask.email_address_12', 'E-mail address 12'],
  ['ask.reference', 'Reference'],
])('%s is asked for as “%s”', (name, words) => {
  expect(blankWords(name)).toBe(words);
});

test('in the language of the interface', () => {
  const asked = vi.spyOn(i18n, '_').mockReturnValue('名字');
  expect(blankWords('ask.first_name')).toBe('名字');
  asked.mockRestore();
});
