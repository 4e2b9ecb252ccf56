/**
 * A note's text as it is stored everywhere: line feeds only, no empty lines around it, and no half of a
 * sign, which no platform could store. A text of nothing but white space becomes empty.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\p{Surrogate}\0]/gu, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}

/** Whether two texts say the same: platforms strip spaces at the ends of lines and texts. */
export function sameText(one: string, other: string): boolean {
  return withoutEdgeSpaces(one) === withoutEdgeSpaces(other);
}

/** Without what a platform may strip or add by itself. */
export function withoutEdgeSpaces(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?<![^\S\n])[^\S\n]+$/gm, '')
    .trim();
}
