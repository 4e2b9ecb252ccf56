import { findQuotedTail } from '../text/quoted-tail';

/** The most that is read of what somebody wrote, and the most of a message with all that it quotes. */
const LONGEST = 8_000;
const LONGEST_QUOTING = 400_000;

const tag =
  /<\/?(?:a|b|i|u|p|br|div|span|em|strong|ul|ol|li|h[1-6]|table|tbody|tr|td|th|img|font|blockquote|hr|html|body|head|meta|style|title|pre|code|center|small|s|sub|sup)\b[^<>]{0,2000}>/gi;
const breaking = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/blockquote)\b[^<>]{0,200}>/gi;
const style = /<style\b[^<>]{0,200}>[\s\S]*?(?:<\/style>|$)/gi;
const quoteEdge = /<(\/?)blockquote\b[^<>]{0,2000}>/gi;
const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&amp;': '&',
};

/** "On Monday Anna wrote:" without a date, which a mail's reader would not part there: too little of a reply does no harm. */
const mayBeginQuote =
  /^\s*(?:(?:on|am|le|el|il|em|op|den|dne)\s.{4,200}(?:wrote|schrieb|écrit|escribió|scritto|escreveu|schreef|skrev).{0,80}:\s*$|.{0,60}(?:写道|写到)[:：]?\s*$|_{10,}\s*$)/i;
const inWord = /[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}，。；：！？]/u;
const signature = /^(?:-- |--|—)\s*$/;
const sentFrom =
  /^(?:sent from my|von meinem .{1,40} gesendet|envoyé de mon|enviado desde mi|发自我的)/i;

/**
 * The words that the writer of a message wrote there: without what a mail quotes, without its signature
 * and, where it has markup as text, without that. Lines stay lines.
 */
export function ownWords(raw: string): string {
  // Quotes go first: a cut within one would leave what it quotes, or nothing of what is below it.
  const text = withoutMarkup(raw.slice(0, LONGEST_QUOTING)).replaceAll('\r\n', '\n');
  const lines: string[] = [];
  for (const line of text.slice(0, startOfTail(text)).split('\n')) {
    if (mayBeginQuote.test(line) || signature.test(line)) break;
    if (/^\s*>/.test(line) || sentFrom.test(line.trim())) continue;
    lines.push(line.trimEnd());
  }
  const own = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return own.length > LONGEST ? cutBetweenWords(own) : own;
}

/** Where what is quoted or forwarded begins; that may be at once. */
function startOfTail(text: string): number | undefined {
  const above = 'a\n';
  const tail = findQuotedTail(above + text);
  return tail && tail.at - above.length;
}

/** Half a word or number would not be recognised. In Chinese and Japanese nothing separates words. */
function cutBetweenWords(text: string): string {
  const isWithin = (at: number) => inWord.test(text[at - 1] ?? '') && inWord.test(text[at] ?? '');
  let end = LONGEST;
  while (isWithin(end)) end -= 1;
  return text.slice(0, end).trimEnd();
}

/** The text without quotes, and quotes within these; one that is not closed extends to the end. */
function withoutQuotes(text: string): string {
  let left = '';
  let depth = 0;
  let at = 0;
  for (const { index, 0: edge, 1: slash } of text.matchAll(quoteEdge)) {
    if (depth === 0) left += `${text.slice(at, index)}\n`;
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    at = index + edge.length;
  }
  return depth === 0 ? left + text.slice(at) : left;
}

function withoutMarkup(text: string): string {
  // A single "<b>" may be what the writer meant to say; real markup has end tags, too.
  if (!/<\/[a-z][a-z0-9]*\s*>|<br\s*\/?>|<blockquote\b/i.test(text)) return text;
  return withoutQuotes(text)
    .replace(style, '\n')
    .replace(breaking, '\n')
    .replace(tag, '')
    .replace(
      /&(?:nbsp|lt|gt|quot|#39|apos|amp);/gi,
      (entity) => entities[entity.toLowerCase()] ?? entity,
    );
}
