/** What people see as one character takes no more UTF-16 units. */
const LONGEST = 64;

/**
 * Where the character at this position begins, as a reader sees it: a letter with the signs above it, a
 * flag or a family of several faces is one.
 */
export function characterStart(text: string, at: number): number {
  const beginning = new Intl.Segmenter().segment(text.slice(0, at + LONGEST));
  return beginning.containing(at)?.index ?? at;
}
