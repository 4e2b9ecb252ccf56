/** What is neither seen nor a line feed goes, and so do signs that turn the direction of text. */
export function plain(words: string): string {
  return words
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\p{Cs}]/gu, '')
    .trim();
}

/** At most so many characters, the last of them a sign that something is cut. */
export function shortened(words: string, most: number): string {
  const letters = [...words.slice(0, 2 * most + 1)];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : words;
}
