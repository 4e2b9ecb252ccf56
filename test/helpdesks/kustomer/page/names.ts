/**
 * Class names as a build makes them: Kustomer's real ones are unknown, so that nothing may depend
 * on a name in this page. `web/assets.ts` rewrites the style sheet in the same way.
 */
export function hashed(name: string): string {
  let hash = 0x811c9dc5;
  for (const letter of name) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return `css-${hash.toString(36)}`;
}

/** The class attribute for these names; empty ones are left out. */
export function cls(...names: string[]): string {
  return names
    .filter((name) => name !== '')
    .map(hashed)
    .join(' ');
}
