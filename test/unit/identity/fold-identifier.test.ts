import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseEmail } from '../../../lib/identity/email';
import { normaliseExternalId } from '../../../lib/identity/external-id';
import { foldDigits, foldIdentifier } from '../../../lib/identity/fold-identifier';
import { normalisePhone } from '../../../lib/identity/phone';

/** What nobody sees, each of another kind. */
const unseen = [
  ['a soft hyphen', '\u00ad'],
  ['a blank of no width', '\u200b'],
  ['a joiner', '\u200d'],
  ['a mark of direction', '\u200e'],
  ['an embedding', '\u202a'],
  ['an isolate', '\u2068'],
  ['a byte order mark', '\ufeff'],
  ['a word joiner', '\u2060'],
  ['a variation selector', '\ufe0f'],
  ['another variation selector', '\u{e0101}'],
  ['a grapheme joiner', '\u034f'],
  ['a filler', '\u3164'],
  ['a tag', '\u{e0041}'],
] as const;

describe.each(unseen)('%s', (_what, sign) => {
  test('changes no address, number or id', () => {
    expect(normaliseEmail(`${sign}an${sign}a@mail${sign}.org${sign}`)).toBe('ana@mail.org');
    expect(normalisePhone(`${sign}+49 1${sign}51 14892607${sign}`)).toBe('+4915114892607');
    expect(normaliseExternalId(`crm-${sign}1001${sign}`)).toBe('crm-1001');
  });
});

const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0));

test('letters and digits of full width are those of half', () => {
  expect(normaliseEmail(wide('Ana@mail.org'))).toBe('ana@mail.org');
  expect(normalisePhone(wide('+4915114892607'))).toBe('+4915114892607');
  expect(normaliseExternalId(wide('crm-1001'))).toBe('crm-1001');
});

test('an accent apart from its letter is the letter with it', () => {
  const address = 'jürgen@müller.example';
  expect(normaliseEmail(address.normalize('NFD'))).toBe(address);
  expect(normaliseEmail('ju\u200b\u0308rgen@müller.example')).toBe(address);
  expect(normaliseExternalId('café-77'.normalize('NFD'))).toBe('café-77');
});

test.each(['٠٤٩١٥١', '۰۴۹۱۵۱', '०४९१५१', '０４９１５１'])(
  'digits of another script: %s',
  (digits) => {
    expect(foldDigits(digits)).toBe('049151');
  },
);

test('a number in Arabic digits is the same number', () => {
  expect(normalisePhone('+٤٩ ١٥١ ١٤٨٩٢٦٠٧')).toBe('+4915114892607');
});

test('doing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = foldIdentifier(text);
      expect(foldIdentifier(once)).toBe(once);
    }),
    { numRuns: 500 },
  );
});
