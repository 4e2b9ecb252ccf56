/**
 * The letters and digits of a text, however a field writes its signs and HTML's characters. A vowel that is a
 * mark on a letter makes another word and stays; marks that only choose how a sign looks do not.
 */
export function lettersAndDigits(text: string): string {
  return text
    .replace(/&(?:amp;)*(?:#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, '')
    .replace(/[^\p{L}\p{M}\p{N}]+|[\u20d0-\u20ff\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+/gu, '');
}
