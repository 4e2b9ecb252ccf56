import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLinks, webPageUrl } from '../../../lib/text/safe-links';

const links = (text: string, cut = false) =>
  splitLinks(text, cut).flatMap((part) => (part.href === undefined ? [] : [part.text]));

describe('textParts', () => {
  it.each([
    ['See https://a.example/x?y=1#z.', ['https://a.example/x?y=1#z']],
    ['(https://a.example/x)', ['https://a.example/x']],
    ['https://a.example/wiki/Foo_(bar).', ['https://a.example/wiki/Foo_(bar)']],
    [
      'Track (https://a.example/x_), (https://a.example/(y)~).',
      ['https://a.example/x_', 'https://a.example/(y)~'],
    ],
    ['(https://a.example/x.)', ['https://a.example/x']],
    ['HTTPS://A.example, then', ['HTTPS://A.example']],
    [
      'mailto:ana@example.com and tel:+46701234567!',
      ['mailto:ana@example.com', 'tel:+46701234567'],
    ],
    ['„https://müller.example/ä“', ['https://müller.example/ä']],
    [
      '»https://a.example/x«, ‹https://a.example/y›',
      ['https://a.example/x', 'https://a.example/y'],
    ],
    ['请访问https://a.example/x，谢谢。', ['https://a.example/x']],
    [
      '（https://a.example/x）、「https://a.example/y」です',
      ['https://a.example/x', 'https://a.example/y'],
    ],
    ['https://a.example。谢谢', ['https://a.example']],
    ['mailto:ana@a.example、次', ['mailto:ana@a.example']],
    ['هل هو https://a.example/x؟', ['https://a.example/x']],
    ['https://a.example/佐々木/東京', ['https://a.example/佐々木/東京']],
    ['no link: www.example.com, ftp://a.example', []],
    ['javascript:alert(1) data:text/html,x vbscript:x', []],
    ['https://bank.example@evil.example/', []],
    ['https://a:b@evil.example/', []],
    ['https://', []],
    ['mailto: tel:', []],
    ['Tel:+49 30 123456', []],
    ['Tel:+49\u00a0(0)\u202f30/123456, Fax: -1', []],
    ['tel:030 / 123456', []],
    ['Tel:030 – 123456', []],
    ['Tel:+ 49 30 123456', []],
    ['Tel:(030) 123456', []],
    ['(Tel:+49 30 123456)', []],
    ['Tel:Office 123456', []],
    ['Tel:+4930123456\n10115 Berlin, tel:112 (fire)', ['Tel:+4930123456', 'tel:112']],
    ['Tel:+49(0)30/123-456.', ['Tel:+49(0)30/123-456']],
    ['', []],
  ])('finds the links of %s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it('stops an address at characters that turn or hide text', () => {
    expect(links('https://a.example/\u202Egpj.exe')).toEqual(['https://a.example/']);
    expect(links('https://a.example/\u200Bx')).toEqual(['https://a.example/']);
  });

  it('does not link an address that goes on after the cut', () => {
    expect(links('go to https://a.example/pa', true)).toEqual([]);
    expect(links('https://a.example/ and mo', true)).toEqual(['https://a.example/']);
  });

  it('gives the text back when joined, and links to nothing but web, mail and phone', () => {
    const bit = fc.constantFrom(
      'https://',
      'a.example',
      '(',
      ')',
      ' ',
      '.',
      'javascript:',
      '@',
      '"',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bit, fc.string())), fc.boolean(), (bits, cut) => {
        const text = bits.join('');
        const parts = splitLinks(text, cut);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const { href } of parts) expect(href ?? 'https:').toMatch(/^(https?|mailto|tel):/);
      }),
    );
  });
});

describe('webLink', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/relative', '', 'x'])(
    'refuses %s',
    (raw) => {
      expect(webPageUrl(raw)).toBeUndefined();
    },
  );

  it('takes http and https', () => {
    expect(webPageUrl('http://desk.example/a')).toBe('http://desk.example/a');
    expect(webPageUrl('https://desk.example/a b')).toBe('https://desk.example/a%20b');
  });
});
