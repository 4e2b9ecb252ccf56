import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/min';
import type { Contact } from '../model/contact';
import { normalisePhone } from './phone';
import { phoneTails } from './phone-digits';

/**
 * A contact with what can be worked out of it for matching: normal forms of the numbers that it
 * writes without country code, by its own country or else by `defaultRegion` (ISO 3166, e.g. `DE`),
 * and the last digits of all of them. Doing it again with another region leaves nothing of the first.
 */
export function completeContact(contact: Contact, defaultRegion?: string): Contact {
  const region = countryCode(contact.region) ?? countryCode(defaultRegion);
  const local =
    region === undefined
      ? []
      : contact.phones
          .filter((phone) => !isInternational(phone))
          .flatMap((phone) => normalisePhone(phone, region) ?? []);
  const told = contact.phoneKeys.filter((key) => contact.localKeys?.includes(key) !== true);
  return {
    ...contact,
    phoneKeys: [...new Set([...told, ...local])],
    localKeys: local.filter((key) => !told.includes(key)),
    phoneTails: phoneTails(contact),
  };
}

/** The country code as the number parser takes it; `undefined` for what is none. */
export function countryCode(region: string | undefined): CountryCode | undefined {
  const code = region?.trim().toUpperCase();
  return code !== undefined && isSupportedCountry(code) ? code : undefined;
}

function isInternational(phone: string): boolean {
  return /^\s*(\+|00[1-9])/.test(phone);
}
