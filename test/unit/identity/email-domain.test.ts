import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emailSpellings, normaliseEmail } from '../../../lib/identity/email';
import { asciiDomain, canonicalDomain } from '../../../lib/identity/email-domain';

const letters = fc.constantFrom(...'aàäçéñøšžабгдеλφ中国日本한국ไทยעבر'.normalize('NFC'));

test('punycode is written as the letters it stands for, and back', () => {
  const domain = fc
    .array(letters, { minLength: 1, maxLength: 12 })
    .map((all) => `${all.join('')}.example`)
    .filter((each) => domainToASCII(each) !== '');
  fc.assert(
    fc.property(domain, (each) => {
      const sent = domainToASCII(each);
      expect(canonicalDomain(sent)).toBe(domainToUnicode(sent));
      expect(asciiDomain(canonicalDomain(sent))).toBe(sent);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['ana@xn--mller-kva.example', 'ana@müller.example'],
  ['ana@MÜLLER.example', 'ana@müller.example'],
  ['ana@xn--80ak6aa92e.example', 'ana@аррӏе.example'],
  ['ana@例え。example', 'ana@例え.example'],
  ['ana@xn--.example', 'ana@xn--.example'],
  ['ana@xn--99999999.example', 'ana@xn--99999999.example'],
  ['a@1.2', 'a@1.2'],
])('%s is %s', (raw, expected) => {
  expect(normaliseEmail(raw)).toBe(expected);
});

test('both forms of a domain are asked for, and an address in ASCII once', () => {
  expect(emailSpellings('ana@müller.example')).toEqual([
    'ana@müller.example',
    'ana@xn--mller-kva.example',
    'ana@müller.example'.normalize('NFD'),
  ]);
  expect(emailSpellings('ana@mail.org')).toEqual(['ana@mail.org']);
});
