/** Stand right before and right after the marks of a style until everything is joined. */
const before = '\ue001';
const after = '\ue002';

/** An invisible character. Between a mark and what is not a word it lets the mark begin or end. */
const joint = '\u2060';

/** Markdown's signs before the text of a line. */
const lineStart = /^\s*(?:(?:[-*>]|#{1,6}|\d{1,9}\.)\s+)*/;
const pictures = /^(?:!\[(?:\\.|[^\]\\])*\]\([^()\s]*\)\s*)+$/;

/**
 * Markdown between the marks of a style, in each of its lines. It reads as this style wherever it
 * comes to stand once `withJoints` has seen the whole text.
 */
export function styled(content: string, mark: '**' | '*' | '~~'): string {
  if (content.includes('```')) return content;
  return content
    .split(/([\n\ue000]|(?<=\s)\|(?=\s))/)
    .map((text) => {
      const [signs = ''] = lineStart.exec(text) ?? [];
      const rest = text.slice(signs.length);
      const words = rest.trimEnd();
      if (/^[|\ue000]?$/.test(words) || pictures.test(words)) return text;
      const blanks = rest.slice(words.length);
      return `${signs}${before}${mark}${withEdges(words)}${mark}${after}${blanks}`;
    })
    .join('');
}

function withEdges(words: string): string {
  const head = /^(?:[\p{L}\p{N}]|\{\{)/u.test(words) ? '' : joint;
  const tail = /(?:[\p{L}\p{N}]|\}\})$/u.test(words) ? '' : joint;
  return `${head}${words.replace(/^\ue001|\ue002$/g, '')}${tail}`;
}

/** A text as a span of code. */
export function inlineCode(text: string): string {
  const words = text.replaceAll('\n', ' ');
  if (words.trim() === '') return words;
  const longest = Math.max(0, ...(words.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(words) ? ' ' : '';
  return `${before}${fence}${pad}${words}${pad}${fence}${after}`;
}

/** A link in Markdown, for `withJoints`: an exclamation mark before it makes it no picture. */
export function linkSpan(link: string): string {
  return link.startsWith('[') ? `${before}${link}` : link;
}

/** The whole text, with invisible characters where Markdown would not see that a style begins or ends. */
export function withJoints(text: string): string {
  return text
    .replace(/[\ue001\ue002]+/g, joined)
    .replace(/(?<![!\d])\ue001(?=\[)|(?<!\d)\ue001(?=`)|(?<=`)\ue002(?!\d)/g, '')
    .replace(/(?<=(?:^|\s)["'“‘(]{0,8})\ue001([*~]+)(?:\u2060(?=["'“‘([]))?/g, '$1')
    .replace(/(?:(?<=[.,;:!?…)"'”’%])\u2060)?([*~]{1,8})\ue002(?=\s|$)/g, '$1')
    .replace(/\ue002(?=[.,;:!?…)"'”’]*(?:\s|$))/g, '')
    .replace(/[\ue001\ue002]/g, joint);
}

/** Where one style ends and the next begins, with nothing between, there is one invisible character. */
function joined(marks: string): string {
  const end = marks.indexOf(after);
  const begin = marks.lastIndexOf(before);
  return end === -1 || begin < end ? marks : marks.slice(0, end) + joint + marks.slice(begin + 1);
}
