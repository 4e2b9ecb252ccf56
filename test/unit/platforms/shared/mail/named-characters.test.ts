import { characterEntities } from 'character-entities';
import { describe, expect, it } from 'vitest';
import {
  decodeCharacters,
  withNamedCharacters,
} from '../../../../../lib/platforms/shared/mail/named-characters';
import { knowNamedCharacters } from './know-characters';

describe('decodeCharacters', () => {
  it('does its work where the list cannot be read', async () => {
    async function* work() {
      yield decodeCharacters('&lt;&Auml;&nbsp;&copy;&apos;');
    }
    const refused = { namedCharacters: () => Promise.reject(new Error('no file')) };
    const { value } = await withNamedCharacters(refused, work).next();
    expect(value).toBe("<Ä\u00a0©'");
  });

  it('knows every named one', async () => {
    await knowNamedCharacters();
    for (const [name, sign] of Object.entries(characterEntities)) {
      expect(decodeCharacters(`a&${name};b`)).toBe(`a${sign}b`);
    }
  });

  it.each([
    ['&#228; &#x1F600; &#X1f600;', 'ä 😀 😀'],
    ['&#150;&#8211; &#146;', '–– ’'],
    ['&#0; &#xD800; &#x110000; &#99999999;', '&#0; &#xD800; &#x110000; &#99999999;'],
    ['&unknown; AT&T &; & &a', '&unknown; AT&T &; & &a'],
    ['&copy 2026 &nbspx &ampx', '© 2026 \u00a0x &x'],
    ['&notin; &notit;', '∉ ¬it;'],
    ['&lt;&amp;gt;', '<&gt;'],
  ])('reads %j', (written, text) => {
    expect(decodeCharacters(written)).toBe(text);
  });

  it.each([
    ['?a=1&copy=2&reg2&amp;b=3', '?a=1&copy=2&reg2&b=3'],
    ['?a&copy', '?a©'],
    ['?section&sect;ion=2', '?section§ion=2'],
  ])('reads %j in an address', (written, text) => {
    expect(decodeCharacters(written, 'attribute')).toBe(text);
  });
});
