/** More of one message is not looked at. */
const LONGEST = 8_000;

const tag =
  /<\/?(?:a|b|i|u|p|br|div|span|em|strong|ul|ol|li|h[1-6]|table|tbody|tr|td|th|img|font|blockquote|hr|html|body|head|meta|style|title|pre|code|center|small|s|sub|sup)\b[^<>]{0,2000}>/gi;
const breaking = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/blockquote)\b[^<>]{0,200}>/gi;
const quotedHtml =
  /<blockquote\b[^<>]{0,200}>[\s\S]*?(?:<\/blockquote>|$)|<style\b[^<>]{0,200}>[\s\S]*?(?:<\/style>|$)/gi;
const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&amp;': '&',
};

/** "On Monday Anna wrote:" and "-----Original Message-----", in the languages most written. */
const beginsQuote =
  /^\s*(?:(?:on|am|le|el|il|em|op|den|dne)\s.{4,200}(?:wrote|schrieb|écrit|escribió|scritto|escreveu|schreef|skrev).{0,80}:\s*$|.{0,60}(?:写道|写到)[:：]?\s*$|-{2,}\s*(?:original message|ursprüngliche nachricht|message d['’]origine|mensaje original|forwarded message|原始邮件)|_{10,}\s*$)/i;
const signature = /^(?:-- |--|—)\s*$/;
const sentFrom =
  /^(?:sent from my|von meinem .{1,40} gesendet|envoyé de mon|enviado desde mi|发自我的)/i;

/**
 * The words that the writer of a message wrote there: without what a mail quotes, without its signature
 * and, where markup stands in it as text, without that. Lines stay lines.
 */
export function ownWords(raw: string): string {
  const text = withoutMarkup(raw.slice(0, LONGEST));
  const lines: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (beginsQuote.test(line) || signature.test(line)) break;
    if (/^\s*>/.test(line) || sentFrom.test(line.trim())) continue;
    lines.push(line.trimEnd());
  }
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function withoutMarkup(text: string): string {
  // A single "<b>" may be what the writer meant to say; markup comes with its end.
  if (!/<\/[a-z][a-z0-9]*\s*>|<br\s*\/?>/i.test(text)) return text;
  return text
    .replace(quotedHtml, '\n')
    .replace(breaking, '\n')
    .replace(tag, '')
    .replace(
      /&(?:nbsp|lt|gt|quot|#39|apos|amp);/gi,
      (entity) => entities[entity.toLowerCase()] ?? entity,
    );
}
