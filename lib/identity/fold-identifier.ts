/** Invisible characters: format characters, variation selectors, fillers that show nothing. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const beyondAscii = /[^ -~]/;

/**
 * An address, number or id as every comparison uses it: one spelling for what Unicode counts as alike
 * (NFKC: full-width letters, accents separate from their letter), without invisible characters and
 * without blanks around it. Case stays. Folding it again changes nothing.
 */
export function foldIdentifier(raw: string): string {
  if (!beyondAscii.test(raw)) return raw.trim();
  // A letter and its accent may have been separated by the characters that are removed.
  return raw.normalize('NFKC').replace(unseen, '').normalize('NFKC').trim();
}

/** The same text with the digits of every script as 0 to 9. */
export function foldDigits(text: string): string {
  if (!beyondAscii.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => String(valueOfDigit(digit.codePointAt(0) ?? 0)));
}

/** Unicode keeps the ten digits of a script in a row that begins with its zero. */
function valueOfDigit(code: number): number {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}
