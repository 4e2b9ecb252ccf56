import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * Normal form of a phone number: E.164, e.g. `+4915112345678`. `undefined` for what is not a
 * possible number, or is written without country code when no `region` is given.
 */
export function normalisePhone(raw: string, region?: CountryCode): string | undefined {
  if (raw.length > 60) return undefined;
  const international = raw.trim().replace(/^00(?=[1-9])/, '+');
  const parsed = parsePhoneNumberFromString(international, region);
  return parsed?.isPossible() ? parsed.number : undefined;
}
