/**
 * Reduces mentions to what a reader sees: Chatwoot's editor stores them as
 * `[@Ana](mention://user/7/Ana)`, for teams as `mention://team/…`.
 */
export function withoutMentionLinks(markdown: string): string {
  return markdown.replace(
    /\[([^[\]\n]{1,200})\]\(mention:\/\/(?:[^()\s]|\([^()\s]*\))*\)/g,
    (_, label: string) => label,
  );
}

/**
 * Text as it was typed in Chatwoot's editor, which writes a line break as backslash and newline,
 * and an empty paragraph as a line with only a backslash.
 */
export function plainFromEditor(markdown: string): string {
  return withoutMentionLinks(markdown).replace(/\\(?=\r?\n)/g, '');
}
