import type { QuotedPart } from '../../../model/history';
import { findQuotedTail, type QuotedTail } from '../../../text/quoted-tail';
import { type HtmlText, htmlToText } from './html-to-text';
import { withoutPadding } from './padding';

/** The forms in which a platform provides one e-mail. */
export interface MailForms {
  text?: string | undefined;
  html?: string | undefined;
  subject?: string | undefined;
  /** What the platform considers the mail's own words, a beginning of `text`. */
  own?: string | undefined;
}

/** What somebody wrote, and apart from it what the mail quotes or forwards. */
export interface MailWords {
  text: string;
  quoted?: QuotedPart;
  /** Only the beginning was read. */
  cut?: true;
}

/** A plain form this short may only say that a program that shows HTML is needed. */
const shortForm = 500;
/** No mail that somebody wrote has more markup (characters); a hostile one would hold up all others. */
const mostMarkup = 1_000_000;

/**
 * The words of an e-mail. Its plain form is used where it says as much as the HTML, addresses of links
 * included. Nothing is left out: what is not in `text` is in `quoted`. `undefined` when it is empty.
 */
export function readMail({ text, html, subject, own }: MailForms): MailWords | undefined {
  const isMarkup = text !== undefined && isHtmlDocument(text);
  const plain = isMarkup ? '' : cleaned(text ?? '');
  const markup = html ?? (isMarkup ? text : '');
  const fuller = fullerWords(markup, plain);
  if (fuller === undefined) {
    return plain === '' ? undefined : parted({ text: plain }, subject, cleaned(own ?? ''));
  }
  const words = parted(fuller, subject);
  return markup.length > mostMarkup ? { ...words, cut: true } : words;
}

/** What the HTML says where that is more than the plain form does. */
function fullerWords(markup: string, plain: string): HtmlText | undefined {
  const given = addressesIn(plain);
  const isBased = /<base\s/i.test(markup);
  const mayHaveMore = isBased || addressesIn(markup.slice(0, mostMarkup)).size > given.size;
  if (!mayHaveMore && plain.length >= shortForm) return undefined;
  const read = readMarkup(markup);
  if (plain === '') return read.text === '' ? undefined : read;
  const [said, saidPlainly] = [weight(read.text), weight(plain)];
  if (said > 2 * saidPlainly) return read;
  const hasLostAddress = addressesIn(read.text).size > given.size;
  return hasLostAddress && 2 * said > saidPlainly ? read : undefined;
}

function readMarkup(markup: string): HtmlText {
  const read = markup.slice(0, mostMarkup);
  return looksLikeHtml(read) ? htmlToText(read) : { text: cleaned(read) };
}

/** Elements that build a mail: who merely mentions one rarely begins with it and names another. */
const building =
  /^<(?:html|head|body|title|meta|link|base|style|div|p|table|t(?:body|head|r|d|h)|center|section|main|article|header|footer|nav|aside|pre|blockquote|[uod]l|li|h[1-6r]|br|img|a|form|o:p)[\s/>]/i;
const inLine = /^<(?:span|font|b|strong|i|em|u|s|small|big|su[bp]|code|tt|label)[\s/>]/i;
const another = /<(?:\/[a-z]|(?:br|p|div|a|img|t[dr])[\s/>])/i;
/** A beginning that a platform gives is cut within this length at the earliest (kustomer: 10,240). */
const cutLength = 10_000;

/** Whether a text is the source of a mail in HTML, or of its beginning, and not one that mentions a tag. */
export function isHtmlDocument(text: string): boolean {
  const start = withoutProlog(text.slice(0, 20_000));
  if (/^(<!doctype html|<html[\s>])/i.test(start)) return true;
  if (!building.test(start) && !inLine.test(start)) return false;
  if (/<\/?[a-z][a-z0-9]*\s*\/?>$/i.test(text.slice(-200).trimEnd())) return true;
  return text.length >= cutLength || (building.test(start) && another.test(start.slice(1)));
}

const prologs: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^<\?xml/i, /\?>/],
  [/^<!--/, /--!?>/],
];

/** Without the declaration of XML and the comments before the first element. */
function withoutProlog(text: string): string {
  let left = text.trimStart();
  for (;;) {
    const [, end] = prologs.find(([begin]) => begin.test(left)) ?? [];
    const found = end?.exec(left);
    if (!found) return left;
    left = left.slice(found.index + found[0].length).trimStart();
  }
}

function looksLikeHtml(text: string): boolean {
  return /<(?:!doctype|\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>)|&(?:[a-z]{2,8}|#\d{2,5});/i.test(text);
}

function cleaned(text: string): string {
  return withoutPadding(text.replace(/\r\n?/g, '\n'))
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
}

function addressesIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/https?:\/\/[^\s"'<>()]+/gi));
}

/** How much a text says: addresses and signs do not count. */
function weight(text: string): number {
  return text.replace(/https?:\/\/\S+/g, '').replace(/[^\p{L}\p{N}]+/gu, '').length;
}

function parted(read: HtmlText, subject: string | undefined, own = ''): MailWords {
  const { text, tailAt } = read;
  const found = findQuotedTail(text);
  const at = Math.min(tailAt ?? text.length, found?.at ?? text.length);
  if (at < text.length) {
    const tail = text.slice(at);
    const mark = found?.at === at ? found : undefined;
    return quoting(text.slice(0, at), { kind: kindOfTail(mark, subject), text: tail });
  }
  const isBeginning = own !== '' && own.length < text.length && text.startsWith(own);
  if (isBeginning) return quoting(own, { kind: 'rest', text: text.slice(own.length) });
  return { text };
}

function kindOfTail(mark: QuotedTail | undefined, subject = ''): QuotedPart['kind'] {
  if (mark?.kind === 'forwarded' || forwardedSubject.test(subject)) return 'forwarded';
  // Only the subject would tell an answer.
  return mark?.isHead === true && subject.trim() === '' ? 'rest' : 'quoted';
}

function quoting(own: string, { kind, text }: QuotedPart): MailWords {
  const tail = text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
  const words = own.trimEnd();
  return tail.trim() === '' ? { text: words } : { text: words, quoted: { kind, text: tail } };
}

/** What mail programs put before the subject of what they forward. */
const forwardedSubject =
  /^\s*(?:(?:re|aw|sv|antw)\s*:\s*)?(?:fwd?|wg|tr|rv|enc|doorst|vb|vs|vl|pd|továbbítás|i|πρθ|ilt|yml|fs|转发|轉寄|転送)\s*(?:\[\d+\]\s*)?[:：]/iu;
