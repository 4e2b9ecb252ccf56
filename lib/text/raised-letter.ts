/**
 * A letter as a word begins with it: of those that become two capitals only the first is one ("ﬁ" is
 * "Fi"); Georgian has capitals, but only for whole words of them.
 */
export function raisedLetter(letter: string): string {
  if (/\p{sc=Georgian}/u.test(letter)) return letter;
  const [first = '', ...others] = letter.toUpperCase();
  return first + others.join('').toLowerCase();
}
