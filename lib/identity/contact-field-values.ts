import type { ContactField } from '../model/completion';
import type { Identifier } from '../model/contact';
import { lettersAndDigits } from '../text/letters-and-digits';
import { normaliseEmail } from './email';
import { normaliseExternalId } from './external-id';
import { isSameName, nameKey } from './person-name';
import { normalisePhone } from './phone';

/** Whether two values of a field mean the same, however they are written. */
export function isSameValue(field: ContactField, one: string, other: string): boolean {
  if (field === 'name') return isSameName(one, other);
  if (fieldValueKey(field, one) === fieldValueKey(field, other)) return true;
  // Some platforms store numbers without the plus.
  return field === 'phone' && digitsOf(one) !== '' && digitsOf(one) === digitsOf(other);
}

/**
 * Whether `now` is what a field made of the value it was given: the same letters and digits with other
 * punctuation, with HTML characters escaped, or cut short. A value that somebody else wrote meanwhile is not.
 */
export function isAlteredValue(given: string, now: string): boolean {
  const [whole, kept] = [given, now].map((text) =>
    lettersAndDigits(text.normalize('NFC')).toLowerCase(),
  );
  return kept !== undefined && kept !== '' && whole?.startsWith(kept) === true;
}

/** The identifier by which a platform finds this value; absent for a field that nobody is looked up by. */
export function identifierOf(field: ContactField, value: string): Identifier | undefined {
  if (field === 'name' || field === 'company') return undefined;
  return { kind: field, value: fieldValueKey(field, value) };
}

/** One string for a value, however it is spelt. */
export function fieldValueKey(field: ContactField, value: string): string {
  switch (field) {
    case 'email':
      return normaliseEmail(value) ?? value.trim().toLowerCase();
    case 'phone':
      return normalisePhone(value) ?? value.trim();
    case 'external-id':
      return normaliseExternalId(value);
    default:
      return nameKey(value);
  }
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
