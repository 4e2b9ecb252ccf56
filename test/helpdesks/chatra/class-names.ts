/** A meaningless name in place of a class name, the same in the script and the style sheet. */
export function obfuscated(className: string): string {
  let hash = 5381;
  for (const letter of className) hash = (hash * 33 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return `c${hash.toString(36)}`;
}

/** The style sheet with every class selector replaced. */
export function obfuscatedStyles(css: string): string {
  return css.replace(/\.([a-z][\w-]*)/gi, (_, name: string) => `.${obfuscated(name)}`);
}
