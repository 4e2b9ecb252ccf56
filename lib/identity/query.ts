import type { CountryCode } from 'libphonenumber-js/min';
import type { Identifier } from '../model/contact';
import { normaliseEmail } from './email';
import { normalisePhone } from './phone';

/**
 * What a person typed, as identifiers it may be: an address, a number with country code (or one of
 * `region`), or else one word with a digit in it as an id of another system. Empty for what looks
 * like a name.
 */
export function queryIdentifiers(query: string, region?: CountryCode): Identifier[] {
  const text = query.trim();
  const email = normaliseEmail(text);
  if (email !== undefined) return [{ kind: 'email', value: email }];
  const phone = /^[\d\s()+./-]+$/.test(text) ? normalisePhone(text, region) : undefined;
  if (phone !== undefined) return [{ kind: 'phone', value: phone }];
  return /^\S*\d\S*$/.test(text) ? [{ kind: 'external-id', value: text }] : [];
}
