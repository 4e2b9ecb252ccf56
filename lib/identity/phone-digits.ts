import { foldDigits, foldIdentifier } from './fold-identifier';
import { phoneSpellings } from './phone-spellings';

/** Fewer digits are an extension or a fragment. */
const FEWEST_DIGITS = 7;
/** More digits are no telephone number (E.164). */
const MOST_DIGITS = 15;

/**
 * The digits that two spellings have in common, without the zeros that are dialled before them, when one
 * is the end of the other. `undefined` when they differ or are not telephone numbers.
 */
export function localDigits(one: string, other: string): string | undefined {
  const [short, long] = [allDigitsOf(one), allDigitsOf(other)].sort(
    (a, b) => withoutZeros(a).length - withoutZeros(b).length,
  );
  if (short === undefined || long === undefined) return undefined;
  const digits = withoutZeros(short);
  const whole = withoutZeros(long);
  if (digits.length < FEWEST_DIGITS || whole.length > MOST_DIGITS) return undefined;
  // Zeros in front may belong to the number, so that nothing but a country code is missing.
  return whole.endsWith(digits) && whole.length - short.length <= 3 ? digits : undefined;
}

function digitsOf(spelling: string): string {
  return withoutZeros(allDigitsOf(spelling));
}

function allDigitsOf(spelling: string): string {
  return foldDigits(foldIdentifier(spelling)).replace(/\D/g, '');
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '');
}

/** Whether a number as written may be this one (in normal form), with or without country code. */
export function isSpellingOf(written: string, phone: string): boolean {
  const digits = digitsOf(written);
  if (digits.length < 5) return false;
  return phoneSpellings(phone).some((each) => {
    const all = each.replace(/\D/g, '');
    return all.endsWith(digits) || digits.endsWith(all);
  });
}

/** The last digits of each of a contact's numbers, by which other spellings of them are found. */
export function phoneTails(contact: { phones: readonly string[] }): string[] {
  return tailsOf(contact.phones);
}

/** The last digits of numbers, of those that have enough. */
export function tailsOf(phones: readonly string[]): string[] {
  const tails = phones.map(digitsOf).filter((digits) => digits.length >= FEWEST_DIGITS);
  return [...new Set(tails.map((digits) => digits.slice(-FEWEST_DIGITS)))];
}
