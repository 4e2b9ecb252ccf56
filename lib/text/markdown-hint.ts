const signs = /[\\`*_~[<&]|^[ \t>]*(?:[#>]|[-+](?:\s|$)|\d{1,9}[.)](?:\s|$)|[-=]+\s*$)/m;

/**
 * Whether a text may look different when it is read as Markdown. Most messages contain no Markdown, and
 * are shown and searched without the parser.
 */
export function mayBeMarkdown(text: string): boolean {
  return signs.test(text);
}
