/** Digits of other scripts as those of this one. */
export function withPlainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g, (digit) => {
    const code = digit.charCodeAt(0);
    // Arabic and Persian ones begin at a multiple of 16, those of Hindi and Bengali six after one.
    return String((code % 16) - (code > 0x900 ? 6 : 0));
  });
}
