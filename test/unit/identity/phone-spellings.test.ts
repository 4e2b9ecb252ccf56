import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalisePhone } from '../../../lib/identity/phone';
import { withPhoneKeys } from '../../../lib/identity/phone-keys';
import { canonicalPhone, phoneSpellings } from '../../../lib/identity/phone-spellings';
import { hintsBetween } from '../../../lib/identity/weak-evidence';
import { contact } from './people';

const respelled: [string, string, string][] = [
  ['Brazil, a mobile', '+55 11 8731-6254', '+55 11 98731-6254'],
  ['Brazil, another area', '+55 85 6731-6254', '+55 85 96731-6254'],
  ['Mexico, a mobile', '+52 1 55 4817 3629', '+52 55 4817 3629'],
  ['Mexico, dialled from a landline', '+52 044 55 4817 3629', '+52 55 4817 3629'],
  ['Argentina, a mobile', '+54 9 11 4817-3629', '+54 11 4817-3629'],
  ['Argentina, with the domestic 15', '+54 11 15 4817-3629', '+54 9 11 4817-3629'],
  ['Ivory Coast, Orange', '+225 07 48 17 36', '+225 07 07 48 17 36'],
  ['Ivory Coast, MTN', '+225 45 48 17 36', '+225 05 45 48 17 36'],
  ['Ivory Coast, Moov', '+225 02 48 17 36', '+225 01 02 48 17 36'],
  ['Ivory Coast, a landline', '+225 22 48 17 36', '+225 27 22 48 17 36'],
  ['Benin', '+229 97 48 17 36', '+229 01 97 48 17 36'],
  ['Gabon, a mobile', '+241 07 48 17 36', '+241 77 48 17 36'],
  ['Gabon, a landline', '+241 1 48 17 36', '+241 11 48 17 36'],
  ['Cameroon, a mobile', '+237 77 48 17 36', '+237 677 48 17 36'],
  ['Cameroon, a landline', '+237 22 48 17 36', '+237 222 48 17 36'],
  ['Ecuador, a mobile', '+593 8 481 7362', '+593 98 481 7362'],
  ['Mauritius, a mobile', '+230 748 1736', '+230 5748 1736'],
  ['Colombia, a landline', '+57 1 481 7362', '+57 601 481 7362'],
  ['Morocco, a mobile', '+212 61 48 17 36', '+212 661 48 17 36'],
  ['Egypt, a mobile', '+20 12 481 7362', '+20 122 481 7362'],
  ['Vietnam, a mobile', '+84 168 481 7362', '+84 38 481 7362'],
  ['Vietnam, another operator', '+84 122 481 7362', '+84 77 481 7362'],
  ['Algeria, a mobile', '+213 61 481 736', '+213 661 481 736'],
  ['Qatar, a mobile', '+974 548 1736', '+974 5548 1736'],
  ['Qatar, a landline', '+974 448 1736', '+974 4448 1736'],
  ['Georgia, a mobile', '+995 77 481 736', '+995 577 481 736'],
  ['Greece, a mobile', '+30 94 4817 362', '+30 694 4817 362'],
  ['Palestine, over two codes', '+972 59 481 7362', '+970 59 481 7362'],
  ['Kosovo, formerly over Monaco', '+377 44 481 736', '+383 44 481 736'],
];

describe.each(respelled)('%s', (_where, one, other) => {
  test('has one key', () => {
    expect(normalisePhone(one)).toBeDefined();
    expect(normalisePhone(one)).toBe(normalisePhone(other));
  });

  test('is looked for in every spelling', () => {
    const key = normalisePhone(one) ?? '';
    const asked = phoneSpellings(key);
    const written = [one, other].map((each) => `+${each.replace(/\D/g, '').replace(/^520/, '52')}`);
    expect(asked[0]).toBe(key);
    for (const each of written.filter((digits) => !/^\+(?:5244|541115)/.test(digits)))
      expect(asked).toContain(each);
  });

  test('is likely without its country code too', () => {
    const local = one.replace(/^\+\S+ (?:044 |0(?=\d)|1 (?=55)|9 )?/, '0');
    const hints = hintsBetween(
      contact('north', '1', { phones: [local] }),
      contact('east', '1', { phones: [other], phoneKeys: [normalisePhone(other) ?? ''] }),
    );
    const isOtherwiseWritten = /15 4817/.test(one);
    expect(hints.map(({ kind }) => kind)).toEqual(isOtherwiseWritten ? [] : ['same-local-number']);
  });
});

test.each([
  ['a Brazilian landline', '+55 11 3731-6254', '+55 11 93731-6254'],
  ['a Brazilian radio service', '+55 11 7831-6254', '+55 11 97831-6254'],
  ['another area', '+55 11 8731-6254', '+55 21 98731-6254'],
  ['an Algerian landline', '+213 21 481 736', '+213 221 481 736'],
  ['a Qatari number of another first digit', '+974 548 1736', '+974 4548 1736'],
  ['a Thai landline', '+66 2 481 7362', '+66 82 481 7362'],
  ['a Mexican and an American', '+52 55 4817 3629', '+1 554 817 3629'],
  ['a Beninese number and another', '+229 97 48 17 36', '+229 01 97 48 17 37'],
])('%s is another number', (_what, one, other) => {
  expect(normalisePhone(one)).not.toBe(normalisePhone(other));
});

test('the kept spelling stays as it is', () => {
  const number = fc
    .tuple(
      fc.constantFrom(
        '55',
        '52',
        '54',
        '225',
        '229',
        '241',
        '237',
        '593',
        '57',
        '212',
        '20',
        '84',
        '213',
        '974',
        '995',
        '30',
      ),
      fc.stringMatching(/^[1-9]\d{6,10}$/),
    )
    .map(([code, national]) => `+${code}${national}`);
  fc.assert(
    fc.property(number, (each) => {
      const kept = canonicalPhone(each);
      expect(canonicalPhone(kept)).toBe(kept);
      for (const spelling of phoneSpellings(kept))
        expect(canonicalPhone(spelling).length).toBeGreaterThan(7);
    }),
    { numRuns: 1_000 },
  );
});

describe('extensions', () => {
  test.each([
    '+49 30 4817362 ext. 12',
    '+49 30 4817362 x12',
    '+49 30 4817362;ext=12',
    '+49 30 4817362 Durchwahl 12',
    '+49 30 4817362 DW 12',
    '+49 30 4817362 Apparat: 12',
    '+49 30 4817362 poste 12',
    '+49 30 4817362 ramal 12',
    '+49 30 4817362 доб. 12',
    '+49 30 4817362 内線12',
  ])('%s', (written) => {
    expect(normalisePhone(written)).toBe('+49304817362;ext=12');
  });

  test('tell people of one switchboard apart, and from the switchboard', () => {
    const keys = ['+49 30 4817362 ext. 12', '+49 30 4817362 ext. 13', '+49 30 4817362'];
    expect(new Set(keys.map((each) => normalisePhone(each))).size).toBe(3);
  });

  test('are looked for by the number of the switchboard', () => {
    expect(phoneSpellings('+49304817362;ext=12')).toEqual([
      '+49304817362;ext=12',
      '+49304817362',
      '+49304817362x12',
    ]);
  });
});

test.each([
  ['too short for its country', '+1 202 384 017'],
  ['too long for its country', '+33 6 17 29 48 36 5'],
])('a number %s still equals itself', (_what, written) => {
  expect(normalisePhone(written)).toBe(`+${written.replace(/\D/g, '')}`);
  const local = contact('north', '1', { phones: [written.replace(/^\+\d+ /, '')], region: 'US' });
  expect(withPhoneKeys(local).phoneKeys.length).toBe(1);
});
