import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenHost } from '../../../lib/text/hidden-host';
import { withAsciiHost } from '../../../lib/text/link-host';

describe('practice 10: the host of a link', () => {
  it.each([
    ['https://bank.example', 'https://evil.test/y', 'evil.test'],
    ['bank.example', 'https://evil.test/', 'evil.test'],
    ['Your bank, bank.example!', 'https://evil.test/', 'evil.test'],
    ['evil.test or bank.example', 'https://evil.test/', 'evil.test'],
    ['bank.example', 'https://bank.example.evil.test/', 'bank.example.evil.test'],
    ['bank.example', 'https://xbank.example/', 'xbank.example'],
    ['ｂａｎｋ.example', 'https://evil.test/', 'evil.test'],
    ['bank。example', 'https://evil.test/', 'evil.test'],
    ['ba\u200bnk.example', 'https://evil.test/', 'evil.test'],
    ['\u202eelpmaxe.knab', 'https://evil.test/', 'evil.test'],
    ['\u202dsafe', 'https://evil.test/', 'evil.test'],
    ['\u2067safe', 'https://evil.test/', 'evil.test'],
    ['www.bank.example', 'https://evil.test/', 'evil.test'],
    ['HTTPS://BANK.EXAMPLE/login', 'https://evil.test/', 'evil.test'],
    ['help@bank.example', 'mailto:x@evil.test', 'evil.test'],
    ['x'.repeat(3_000), 'https://evil.test/', 'evil.test'],
    // By number, within the own network, or with an end in letters beyond ASCII.
    ['https://192.168.10.5/login', 'https://evil.test/', 'evil.test'],
    ['203.0.113.7', 'https://evil.test/', 'evil.test'],
    ['https://[2001:db8::1]/', 'https://evil.test/', 'evil.test'],
    ['http://localhost:3000', 'https://evil.test/', 'evil.test'],
    ['https://test', 'https://evil.test/', 'evil.test'],
    ['https://user@bank.example', 'https://evil.test/', 'evil.test'],
    ['https://bank.xn--p1ai/pay', 'https://evil.test/', 'evil.test'],
    // Mail to somebody else, or to somebody else as well.
    ['https://bank.example', 'mailto:x%40evil.test', 'evil.test'],
    ['billing@bank.example', 'mailto:x%40evil.test', 'evil.test'],
    ['ana@bank.example', 'mailto:ana@bank.example?cc=evil@evil.test', 'evil.test'],
    ['ana@bank.example', 'mailto:ana@bank.example?subject=Hi&BCC=evil%40evil.test', 'evil.test'],
    ['ana@bank.example', 'mailto:?to=evil@evil.test', 'evil.test'],
    ['ana@bank.example', 'mailto:ana@bank.example,evil@evil.test', 'evil.test'],
    ['ana@bank.example', 'mailto:ana@bank.example%2Cevil@evil.test', 'evil.test'],
    ['ana@bank.example', 'mailto:Ana%20<evil@evil.test>', 'evil.test'],
    ['ana@bank.example', 'mailto:ana@not a host', 'not a host'],
    // No host at all.
    ['https://bank.example', 'tel:+4670123', 'tel:+4670123'],
    // Letters that look like others: Cyrillic, Greek, and those of Latin with a dot below.
    ['https://аpple.com', 'https://xn--pple-43d.com/', 'xn--pple-43d.com'],
    ['click here', 'https://xn--pple-43d.com/', 'xn--pple-43d.com'],
    ['bücher.example', 'https://xn--bcher-kva.example/', 'xn--bcher-kva.example'],
  ])('is shown beside %j → %s', (words, href, host) => {
    expect(hiddenHost(words, href)).toBe(host);
  });

  it.each([
    ['click here', 'https://evil.test/'],
    ['bank.example', 'https://bank.example/login'],
    ['bank.example', 'https://www.bank.example/'],
    ['www.bank.example', 'https://bank.example/'],
    ['bank.example', 'https://login.bank.example/'],
    ['https://bank.example/a.pdf?b=c.de', 'https://bank.example/a.pdf?b=c.de'],
    ['see bank.example/terms.html', 'https://bank.example/terms.html'],
    ['ana.souza@bank.example', 'mailto:ana.souza@bank.example'],
    ['xn--bcher-kva.example', 'https://xn--bcher-kva.example/'],
    ['+46 70 123', 'tel:+4670123'],
    ['046.70.123.45', 'tel:04670123'],
    ['bank.example', 'https://bank.example./'],
    ['bank.example.', 'https://bank.example/'],
    ['see https://192.168.10.5:3000/login', 'https://192.168.10.5/'],
    ['at http://localhost:3000.', 'http://localhost:4000/x'],
    ['http://[2001:DB8:0::1]/ here', 'http://[2001:db8::1]/x'],
    ['https://shop.xn--p1ai now', 'https://shop.xn--p1ai/'],
    ['Ana', 'mailto:ana@bank.example?cc=bo@other.example'],
    ['ana@bank.example and bo@other.example', 'mailto:ana@bank.example?cc=bo@other.example'],
    ['ana@bank.example', 'mailto:ana@bank.example?subject=evil@evil.test'],
    ['ana@bank.example', 'mailto:ana%40bank.example'],
  ])('needs no word beside %j → %s', (words, href) => {
    expect(hiddenHost(words, href)).toBeUndefined();
  });

  it('is never hidden by words that name another, whatever is around them', () => {
    const around = fc.string({ unit: fc.constantFrom(' ', '(', ')', '!', '\u200b', 'é', '-') });
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(hiddenHost(`${before} bank.example ${after}`, 'https://evil.test/')).toBe(
          'evil.test',
        );
      }),
    );
  });
});

it('practice 10: an address in letters that look like others is shown in ASCII, too', () => {
  expect(withAsciiHost('ana@аpple.com')).toBe('ana@аpple.com (xn--pple-43d.com)');
  expect(withAsciiHost('ana@apple.com')).toBe('ana@apple.com');
  expect(withAsciiHost('+46 70')).toBe('+46 70');
});
