/** Letters that Unicode does not take apart, as people write them without their signs. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  đ: 'd',
  ı: 'i',
};

/** A text in lower case and without accents: people write names and words as they hear them. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłæđı]/g, (letter) => alike[letter] ?? letter);
}
