const addresses = /((?:https?:\/\/|mailto:|www\.)\S+|(?<!\S)\S+@\S+)/i;
const strong = /(?<![0-9A-Za-z\\])(\*\*|__|~~|`)(?=\S)(.+?)(?<=\S)\1(?![0-9A-Za-z])/g;
const soft = /(?<![\p{L}\p{N}\\*_])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu;

/**
 * The beginning of a Markdown text without the marks of bold, italic, strike and code, for a preview
 * of a line or two that must not wait for the parser: links by their words, line breaks without their
 * backslash. Addresses, and marks within words and between digits, stay as they are.
 */
export function stripMarkdown(markdown: string): string {
  return markdown
    .replace(/\\(?=\r?\n)/g, '')
    .replace(/!?\[([^\][\n]+)\]\((?:[^()\s]|\([^()\s]*\))*\)/g, '$1')
    .split(addresses)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(strong, '$2').replace(soft, '$2')))
    .join('');
}
