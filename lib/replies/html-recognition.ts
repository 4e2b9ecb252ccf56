import { t } from '@lingui/core/macro';

const codeSpan = /(`{1,3})[\s\S]{0,2000}?\1/g;

/** Elements that only have a meaning in HTML: a tag of theirs is enough, closed or not. */
const structure =
  'p|div|span|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|blockquote|br|hr|wbr|html|body';

/** Other elements, whose names may also be words in angle brackets, such as the key <b>. */
const names = `${structure}|a|abbr|acronym|address|applet|area|article|aside|audio|b|base|bdi|bdo|big|button|canvas|caption|center|cite|code|col|colgroup|del|details|dfn|embed|em|fieldset|figcaption|figure|font|footer|form|frame|frameset|head|header|i|iframe|img|input|ins|kbd|label|legend|link|main|map|mark|marquee|math|meta|meter|nav|nobr|noscript|object|optgroup|option|picture|pre|progress|q|rp|rt|ruby|s|samp|script|section|select|small|source|strike|strong|style|sub|summary|sup|svg|template|textarea|title|tt|u|ul|var|video`;

const signs = [
  `</(?:${names})\\s*>`,
  `<(?:${structure})\\s*/?>`,
  '<(?:br|hr|table|td|th|ul|ol|li)\\s[^<>]*>',
  `<(?:${names})\\s(?=[^<>]*>)[^<>]*?[\\w-]\\s*=`,
  `<(?:img|input|embed|script|iframe)\\s*/?>`,
  // Word and Outlook
  '</?[ovwx]:[a-z]+[^<>]*>',
  '<!--(?:(?!<!--)[^])*?--!?>',
  '<!doctype\\s+html',
];
const sign = new RegExp(signs.join('|'), 'i');

/** Characters; most of a long one is markup, but its text has to fit a response. */
export const LONGEST_HTML = 400_000;

/** Whether a text is HTML, and not one that mentions a tag in code or has a word in angle brackets. */
export function isHtml(text: string): boolean {
  return sign.test(text.slice(0, LONGEST_HTML).replace(codeSpan, ''));
}

/** Why HTML is refused that contains something no text can replace. */
const refusals: readonly (readonly [RegExp, () => string])[] = [
  [/<script[\s>]/i, () => t`Its HTML contains a script, which can’t be kept as text.`],
  [
    /<(?:form|input|select|textarea|button)[\s>/]/i,
    () => t`Its HTML contains a form, which can’t be kept as text.`,
  ],
  [
    /<(?:iframe|frame|frameset|object|embed|applet)[\s>/]/i,
    () => t`Its HTML contains another page, which can’t be kept as text.`,
  ],
  [
    /<(?:video|audio)[\s>]/i,
    () => t`Its HTML contains a video or sound, which can’t be kept as text.`,
  ],
  [
    /<(?:svg|canvas|math)[\s>]/i,
    () => t`Its HTML contains a drawing, which can’t be kept as text.`,
  ],
];

/** Why this HTML is refused as a whole; `undefined` where it is not. */
export function refusalOfHtml(html: string): string | undefined {
  return refusals.find(([pattern]) => pattern.test(html))?.[1]();
}
