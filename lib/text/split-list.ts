/**
 * What a person typed as a list, in its order: trimmed, nothing empty, nothing twice. Commas and
 * semicolons part it, also the full-width ones of a Chinese keyboard.
 */
export function splitList(text: string): string[] {
  const parts = text.split(/[,;，、；]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
