/** True when two names differ at most in case, accents' encoding and spacing. */
export function isSameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * The name to show, of what several platforms call one person: a real name before an address or a
 * number, a full name before a single word, then what most platforms agree on, then the earliest.
 */
export function bestName(names: readonly string[]): string | undefined {
  const candidates = names.map((name, index) => ({
    name: name.trim().replace(/\s+/g, ' '),
    rank: nameRank(name),
    votes: names.filter((other) => isSameName(other, name)).length,
    index,
  }));
  candidates.sort((a, b) => b.rank - a.rank || b.votes - a.votes || a.index - b.index);
  return candidates[0]?.name;
}

function nameRank(name: string): number {
  if (!/\p{L}/u.test(name) || name.includes('@')) return 0;
  return isFullName(name) ? 2 : 1;
}

/** Whether a name is more than a first name, or a word somebody typed into a form. */
export function isFullName(name: string): boolean {
  // Scripts without spaces between words write a full name as one.
  return (
    /\p{L}\S*\s+\S*\p{L}/u.test(name.trim()) ||
    /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u.test(name)
  );
}

/** One or two letters that stand for a name, e.g. "AS" for "Ana Souza". Empty for no letters. */
export function initials(name: string): string {
  const words = name.split(/[\s._@-]+/).flatMap((word) => word.match(/[\p{L}\p{N}]/u)?.[0] ?? []);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${words[0] ?? ''}${last ?? ''}`.toUpperCase();
}
