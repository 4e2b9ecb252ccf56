import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import examples from 'libphonenumber-js/examples.mobile.json';
import metadata from 'libphonenumber-js/metadata.min.json';
import { describe, expect, test } from 'vitest';
import { normalisePhone } from '../../../lib/identity/phone';
import { withoutPrintingRules } from '../../../wxt.config';

describe('normalisePhone', () => {
  test.each([
    ['+33 6 12 34 56 78', '+33612345678'],
    ['0033 6 12 34 56 78', '+33612345678'],
    ['00 33 6 12 34 56 78', '+33612345678'],
    ['(00-33) 6 12 34 56 78', '+33612345678'],
    ['+49 (0) 1512 3456789', '+4915123456789'],
    [' +1-202-555-0123 ', '+12025550123'],
    ['tel:+33612345678', '+33612345678'],
  ])('%s is %s', (raw, expected) => {
    expect(normalisePhone(raw)).toBe(expected);
  });

  test.each([
    '06 12 34 56 78',
    '123',
    '',
    'n/a',
    '9'.repeat(30),
    `+${'9'.repeat(30)}`,
    '0'.repeat(5_000),
    '+00 12',
  ])('%s has no normal form without a country', (raw) => {
    expect(normalisePhone(raw)).toBeUndefined();
  });

  test('a number without country code needs the region', () => {
    expect(normalisePhone('06 12 34 56 78', 'FR')).toBe('+33612345678');
    expect(normalisePhone('+44 7400 123456', 'FR')).toBe('+447400123456');
  });
});

test('the data that ships reads every number as the whole data does', () => {
  const shipped = withoutPrintingRules(metadata);
  const read = (text: string, region: CountryCode, data: typeof metadata) => {
    const number = parsePhoneNumberFromString(text, region, data);
    return [number?.number, number?.isPossible()];
  };
  for (const [region, number] of Object.entries(examples)) {
    const code = metadata.countries[region as CountryCode]?.[0];
    for (const text of [`+${code}${number}`, number, `0${number}`]) {
      const expected = read(text, region as CountryCode, metadata);
      expect(read(text, region as CountryCode, shipped as typeof metadata), text).toEqual(expected);
    }
  }
});
