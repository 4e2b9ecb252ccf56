/** What the parser reads as the sign alone. */
const anyEscape = /\\[!-/:-@[-`{-~]/g;

/** An escape between the signs or letters of a word, or before a sign that no Markdown needs it for. */
const escapeWithin = /(?<=[^\\*_~[(])\\[!-/:-@[-`{-~](?=[^\\])|\\["$%',/:;?@^]/g;

/** How a path begins: `C:\`, `/srv/\`, `\*.log`. */
const path = /^["'(]*(?:[a-z]:\\|[.~]*\/.*\/\\|\\\*\.\w)/i;

/**
 * Counts the backslashes of a Markdown text that its writer cannot have meant as escapes: within words,
 * and all those of a pattern, a path or an emoticon.
 */
export function lostBackslashesIn(text: string): number {
  let count = 0;
  for (const word of text.split(/\s+/)) {
    // An address has none of its own: Chatwoot's editor once wrote them there.
    if (word.includes('://')) continue;
    count += word.match(hasItsOwn(word) ? anyEscape : escapeWithin)?.length ?? 0;
  }
  return count;
}

function hasItsOwn(word: string): boolean {
  const rest = word.replace(anyEscape, '');
  const isPattern = /\\[\p{L}\p{N}]/u.test(rest);
  const isEmoticon = /[/:;^]/.test(rest) && !/[\p{L}\p{N}]/u.test(word);
  return isPattern || isEmoticon || path.test(word);
}
