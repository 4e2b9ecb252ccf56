import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../../lib/replies/decode-file';

describe('decodeFile', () => {
  const utf16 = (text: string, isLittle: boolean) => {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1)
      view.setUint16(at * 2, text.charCodeAt(at), isLittle);
    return bytes;
  };

  it.each([
    'shortcut,body\r\nhi,Olá 😀',
    '代码,内容\n一二三,你好，一切顺利',
    'код;текст\nпривет;Здравствуйте',
    '代码;文本\n一;一一一一最需言一一一一一一一一',
    `短语,内容\n${'一切最重要的需要说一说。'.repeat(400)}`,
    'word',
  ])('knows UTF-16 without a mark: %j', (text) => {
    for (const isLittle of [true, false]) {
      expect(decodeFile(utf16(text, isLittle), [])).toEqual({ text, notice: undefined });
    }
  });

  it('takes no other file for it', () => {
    expect(decodeFile(new Uint8Array([0x61, 0, 0, 0x62]), []).text).toBe('a\0\0b');
  });

  it.each([
    [[0xc3, 0xa9], 'é'],
    [[0xe9], 'é'],
    [[0xff, 0xfe, 0xe9, 0x00], 'é'],
    [[0xfe, 0xff, 0x00, 0xe9], 'é'],
    [[0xef, 0xbb, 0xbf, 0x61], 'a'],
    [[], ''],
  ])('reads %j', (bytes, text) => {
    expect(decodeFile(new Uint8Array(bytes), ['en']).text).toBe(text);
  });

  it.each([
    ['gb18030', ['zh-CN', 'en'], 'bfecbdddc2eb2cc4dac8dd0a68692cc4e3bac3', '快捷码,内容\nhi,你好'],
    ['windows-1251', ['en', 'ru-RU'], 'eae3e43bf2e5eaf1f20ac1333bcff0e8', 'кгд;текст\nБ3;При'],
    ['shift_jis', ['ja'], '836583588367a52c41', 'テスト･,A'],
    ['euc-kr', ['ko-KR'], 'bec8b3e72c62', '안녕,b'],
    ['windows-1250', ['pl'], '62f3b3', 'bół'],
    ['big5', ['zh-Hant-TW'], 'a741a66e2c61', '你好,a'],
    ['shift_jis', ['ja'], '95d48be0814582a882ed82d1', '返金・おわび'],
  ])('reads %s where Windows writes it, and says so', (encoding, languages, hex, text) => {
    const read = decodeFile(Uint8Array.from(Buffer.from(hex, 'hex')), languages);
    expect(read.text).toBe(text);
    expect(read.notice).toContain(`was read as ${encoding}.`);
  });

  it.each([['zh-CN'], ['zh-TW'], ['ja'], ['ko'], ['fr', 'ru']])(
    'reads French as such in a browser in %s',
    (...languages) => {
      const bytes = Uint8Array.from(Buffer.from('merci,Désolé, à bientôt', 'latin1'));
      const { text, notice } = decodeFile(bytes, ['en', ...languages]);
      expect(text).toBe('merci,Désolé, à bientôt');
      expect(notice).toContain('windows-1252');
    },
  );

  it.each([['zh-CN'], ['zh-TW'], ['ja'], ['ko']])(
    'reads English with curled marks as such in a browser in %s',
    (language) => {
      const bytes = Uint8Array.from(
        Buffer.from('hi,I don\x92t know, it\x92s \x93gone\x94', 'latin1'),
      );
      // Node.js, unlike browsers, may read the marks as control characters.
      const western = new TextDecoder('windows-1252').decode(bytes);
      expect(decodeFile(bytes, [language]).text).toBe(western);
    },
  );

  it('keeps what is in UTF-8 where a character of it is damaged, and says so', () => {
    const bytes = [...new TextEncoder().encode('hi,Olá você 你好\nx,caf'), 0xc3];
    const { text, notice } = decodeFile(new Uint8Array(bytes), ['zh-CN']);
    expect(text).toBe('hi,Olá você 你好\nx,caf\ufffd');
    expect(notice).toContain('damaged');
  });

  it('says nothing of a file in UTF-8, also one that contains the sign for what is damaged', () => {
    const bytes = new TextEncoder().encode('hi,\ufffd 你好');
    expect(decodeFile(bytes, ['en'])).toEqual({ text: 'hi,\ufffd 你好', notice: undefined });
  });
});
