/** At most `length` characters in one line, without signs that change its direction; or `undefined`. */
export function toOneLine(text: string | null | undefined, length: number): string | undefined {
  const plain = text?.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  const trimmed = plain?.replace(/\s+/g, ' ').trim().slice(0, length);
  return trimmed === '' ? undefined : trimmed;
}
