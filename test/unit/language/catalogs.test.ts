import { expect, test } from 'vitest';
import { languageFiles } from '../../../lib/language/build/catalogs';
import { languageTags } from '../../../lib/language/languages';
import { manifestWord } from '../../../lib/language/manifest-words';

test('every language has its sentences, and a folder of what the browser shows', async () => {
  const files = await languageFiles();
  expect(files.map(({ relativeDest }) => relativeDest)).toEqual(
    languageTags.flatMap((tag) => [
      `language/${tag}.json`,
      `_locales/${tag.replace('-', '_')}/messages.json`,
    ]),
  );
  for (const { relativeDest, contents } of files) {
    if (!relativeDest.startsWith('_locales/')) continue;
    const words: Record<string, { message: string }> = JSON.parse(contents);
    expect(manifestWord('openDeskside')).toBe('__MSG_openDeskside__');
    expect(Object.keys(words)).toEqual(['description', 'openDeskside', 'findReply']);
    for (const { message } of Object.values(words)) expect(message.trim()).not.toBe('');
  }
});
