import { expect, test } from 'vitest';
import { completeContact } from '../../../lib/identity/complete';
import { contact } from './people';

const local = contact('north', '1', { phones: ['0151 12345678'] });

test.each([
  ['the contact’s own country', { ...local, region: 'DE' }, 'AT', ['+4915112345678']],
  ['the country in the settings', local, 'de', ['+4915112345678']],
  ['no country', local, undefined, []],
  ['a country that does not exist', local, 'XX', []],
  ['a number of three digits', contact('north', '1', { phones: ['110'] }), 'DE', []],
  ['a number of thirty digits', contact('north', '1', { phones: ['1'.repeat(30)] }), 'DE', []],
])('with %s', (_what, before, region, keys) => {
  expect(completeContact(before, region).phoneKeys).toEqual(keys);
});

test('another country leaves nothing of the first, and keeps what the platform told', () => {
  const both = contact('north', '1', {
    phones: ['0151 12345678', '+46 70 123 45 67'],
    phoneKeys: ['+46701234567'],
  });
  const german = completeContact(both, 'DE');
  expect(german.phoneKeys).toEqual(['+46701234567', '+4915112345678']);
  expect(german.phoneTails).toEqual(['2345678', '1234567']);
  expect(completeContact(german, undefined).phoneKeys).toEqual(['+46701234567']);
});
