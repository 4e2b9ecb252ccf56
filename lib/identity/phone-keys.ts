import type { Contact } from '../model/contact';
import { isInternationalPhone, normalisePhone } from './phone';
import { phoneCountryOf } from './phone-country';
import { phoneTails } from './phone-digits';

/**
 * A contact with what can be derived from it for matching: normal forms of the numbers that it writes
 * without country code, by its country (`phoneCountryOf`), and the last digits of all of them. Doing this
 * again with another region leaves nothing of the first result.
 */
export function withPhoneKeys(contact: Contact, defaultRegion?: string): Contact {
  const unclear = contact.phones.filter((phone) => !isInternationalPhone(phone));
  // The names of countries are loaded only when a number needs one.
  const region = unclear.length === 0 ? undefined : phoneCountryOf(contact, defaultRegion);
  const local =
    region === undefined ? [] : unclear.flatMap((phone) => normalisePhone(phone, region) ?? []);
  const reported = contact.phoneKeys.filter((key) => contact.localKeys?.includes(key) !== true);
  return {
    ...contact,
    phoneKeys: [...new Set([...reported, ...local])],
    localKeys: local.filter((key) => !reported.includes(key)),
    phoneTails: phoneTails(contact),
  };
}
