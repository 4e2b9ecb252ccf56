import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenHost, withAsciiHost } from '../../../lib/text/hidden-host';

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
