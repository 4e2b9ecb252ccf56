/** Fewer digits are an extension or a fragment. */
const FEWEST_DIGITS = 7;
/** More digits are no telephone number (E.164). */
const MOST_DIGITS = 15;

/**
 * The digits in which two spellings agree, without the zeros that are dialled before them, when one
 * is the end of the other. `undefined` when they differ or are no telephone numbers.
 */
export function localDigits(one: string, other: string): string | undefined {
  const [short, long] = [digitsOf(one), digitsOf(other)].sort((a, b) => a.length - b.length);
  if (short === undefined || long === undefined) return undefined;
  if (short.length < FEWEST_DIGITS || long.length > MOST_DIGITS) return undefined;
  return long.endsWith(short) && long.length - short.length <= 3 ? short : undefined;
}

function digitsOf(spelling: string): string {
  return spelling.replace(/\D/g, '').replace(/^0+/, '');
}

/** The last digits of each of a contact's numbers, by which other spellings of them are found. */
export function phoneTails(contact: { phones: readonly string[] }): string[] {
  const tails = contact.phones.map(digitsOf).filter((digits) => digits.length >= FEWEST_DIGITS);
  return [...new Set(tails.map((digits) => digits.slice(-FEWEST_DIGITS)))];
}
