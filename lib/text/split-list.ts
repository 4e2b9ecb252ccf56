/**
 * What a person typed as a list, in its order: trimmed, without empty or repeated entries. Commas and
 * semicolons separate entries, also the full-width ones of a Chinese keyboard.
 */
export function splitList(text: string): string[] {
  const parts = text.split(/[,;，、；]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
