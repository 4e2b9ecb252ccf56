import { expect, test } from 'vitest';
import { withPhoneKeys } from '../../../lib/identity/phone-keys';
import { contact } from './people';

const local = contact('north', '1', { phones: ['0151 14892607'] });

test.each([
  ['the contact’s own country', { ...local, region: 'DE' }, 'AT', ['+4915114892607']],
  ['the country in the settings', local, 'de', ['+4915114892607']],
  ['no country', local, undefined, []],
  ['a country that does not exist', local, 'XX', []],
  ['a number of three digits', contact('north', '1', { phones: ['110'] }), 'DE', []],
  ['a number of thirty digits', contact('north', '1', { phones: ['1'.repeat(30)] }), 'DE', []],
])('with %s', (_what, before, region, keys) => {
  expect(withPhoneKeys(before, region).phoneKeys).toEqual(keys);
});

const german = ['+4915114892607'];

test.each([
  ['the code the platform tells goes first', { region: 'DE', location: 'Lyon, France' }, german],
  ['then the country of the location', { location: 'Köln, Germany', language: 'fr-FR' }, german],
  ['in any case and spelling', { location: 'KÖLN,  germany ' }, german],
  ['then that of the language the page was asked for', { language: 'de-DE' }, german],
  ['with a script in between', { language: 'de-Latn-DE' }, german],
  ['else the settings', { location: 'somewhere', language: 'de' }, ['+4315114892607']],
  [
    'a language that all the world asks for tells nothing',
    { language: 'en-US' },
    ['+4315114892607'],
  ],
  ['nor do two letters after a city: Delaware', { location: 'Dover, DE' }, ['+4315114892607']],
  ['nor the other Georgia', { location: 'Atlanta, Georgia' }, ['+4315114892607']],
])('whose country it is: %s', (_rule, given, keys) => {
  expect(withPhoneKeys({ ...local, ...given }, 'AT').phoneKeys).toEqual(keys);
});

test('another country leaves nothing of the first, and keeps what the platform gave', () => {
  const both = contact('north', '1', {
    phones: ['0151 14892607', '+46 70 123 45 67'],
    phoneKeys: ['+46701234567'],
  });
  const german = withPhoneKeys(both, 'DE');
  expect(german.phoneKeys).toEqual(['+46701234567', '+4915114892607']);
  expect(german.phoneTails).toEqual(['4892607', '1234567']);
  expect(withPhoneKeys(german, undefined).phoneKeys).toEqual(['+46701234567']);
});
