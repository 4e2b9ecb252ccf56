/**
 * A note's Markdown as a short plain text for a card of two lines: without marks, list signs and
 * addresses behind words. Only for display; never written anywhere.
 */
export function plainNote(markdown: string): string {
  return markdown
    .slice(0, 600)
    .replace(/\[([^\]\n]+)\]\([^)\s]*\)/g, '$1')
    .replace(/(\*\*|__|~~|`)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(^|\W)[*_](?=\S)([^*_\n]+?)(?<=\S)[*_](?=\W|$)/g, '$1$2')
    .replace(/^\s*(?:[-*+]|>|#{1,6})\s+/gm, '')
    .replace(/\s*\n\s*/g, ' · ')
    .trim();
}
