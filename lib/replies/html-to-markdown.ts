import { t } from '@lingui/core/macro';
import TurndownService from 'turndown';

/** A text of HTML as Markdown, or why it cannot be one. */
export type ReadHtml = { markdown: string; told: string[] } | { refused: string };

const codeSpan = /(`{1,3})[\s\S]{0,2000}?\1/g;
const tag =
  /<\/(?:p|div|span|a|b|strong|i|em|u|s|del|ul|ol|li|h[1-6]|table|tr|td|blockquote|pre|code|font|center|html|body)\s*>|<(?:br|hr)\s*\/?>|<img\s[^<>]*>|<p>|<!doctype html/i;

/** Whether a text is HTML, and not one that mentions a tag in code. */
export function isHtml(text: string): boolean {
  return tag.test(text.slice(0, LONGEST_HTML).replace(codeSpan, ''));
}

/** Why HTML is refused that contains something no text can replace. */
const refusals: readonly (readonly [RegExp, () => string])[] = [
  [/<script[\s>]/i, () => t`Its HTML contains a script, which can’t be kept as text.`],
  [
    /<(?:form|input|select|textarea|button)[\s>/]/i,
    () => t`Its HTML contains a form, which can’t be kept as text.`,
  ],
  [
    /<(?:iframe|object|embed)[\s>]/i,
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

/** Characters; most of a long one is markup, but its text has to fit a response. */
const LONGEST_HTML = 400_000;
/** Nothing that a person wrote is nested deeper, and it would take seconds to read. */
const DEEPEST_HTML = 200;

/** How deep tags are nested, as far as this can be determined without parsing them. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (/^(?:br|hr|img|input|meta|link|p|li|td|th|tr)$/i.test(name)) continue;
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** HTML of another tool as Markdown that reads the same. Nothing of it is loaded or run. */
export function htmlToMarkdown(html: string): ReadHtml {
  if (html.length > LONGEST_HTML) return { refused: t`Its HTML is too long.` };
  if (depthOf(html) > DEEPEST_HTML) return { refused: t`Its HTML is nested too deeply.` };
  const refusal = refusals.find(([pattern]) => pattern.test(html));
  if (refusal !== undefined) return { refused: refusal[1]() };
  const told = [t`Its HTML was converted to Markdown.`];
  if (/<table[\s>]/i.test(html))
    told.push(t`Its table was converted to lines, with “|” between the cells.`);
  if (/<img(?=[\s/>])(?![^<>]*\ssrc\s*=\s*["']?https?:)/i.test(html)) {
    told.push(t`A picture without a web address is not kept.`);
  }
  const markdown = converted(html);
  if (markdown === undefined) return { refused: t`Its HTML can’t be read.` };
  return markdown === '' ? { refused: t`Its HTML contains no text.` } : { markdown, told };
}

let service: TurndownService | undefined;

/** `undefined` for what is nested so deeply that nobody wrote it. */
function converted(html: string): string | undefined {
  service ??= makeService();
  try {
    const markdown = withLines(service.turndown(html));
    return markdown.replace(/\u00a0/g, ' ').trim();
  } catch {
    return undefined;
  }
}

/** Represents a line break until everything is joined: line feeds between blocks are counted then. */
const lineBreak = '\ue000';

/** A line break at the end of a block does not start a new line. */
function withLines(text: string): string {
  return text.replace(/ ?\ue000(?=\n|$)/g, '').replace(/ ?\ue000 ?/g, '\n');
}

function makeService(): TurndownService {
  const made = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
  });
  made.escape = escapeMarkdown;
  made.remove(['style', 'title', 'noscript', 'template']);
  made.addRule('break', { filter: 'br', replacement: () => lineBreak });
  made.addRule('quote', {
    filter: 'blockquote',
    replacement: (content) => `\n\n${withLines(content.trim()).replace(/^/gm, '> ')}\n\n`,
  });
  made.addRule('struck', {
    filter: ['s', 'del'],
    replacement: (content) => `~~${content}~~`,
  });
  // Mail programs write each line as one of its own.
  made.addRule('line', { filter: 'div', replacement: (content) => `\n${content}\n` });
  made.addRule('preformatted', {
    filter: 'pre',
    replacement: (_content, node) => `\n\n\`\`\`\n${node.textContent?.trim() ?? ''}\n\`\`\`\n\n`,
  });
  made.addRule('link', {
    filter: (node) => node.nodeName === 'A' && node.getAttribute('href') !== null,
    replacement: (content, node) => linkOf(content, attributeOf(node, 'href'), hasPicture(node)),
  });
  made.addRule('picture', {
    filter: 'img',
    replacement: (_content, node) => {
      const address = attributeOf(node, 'src');
      const words = escapeMarkdown(attributeOf(node, 'alt'));
      return /^https?:/i.test(address) ? `![${words}](${coded(address)})` : '';
    },
  });
  made.addRule('item', {
    filter: 'li',
    replacement: (content, node) => {
      const sign = itemSign(node);
      const lines = withLines(content.trim()).replace(/\n/g, `\n${' '.repeat(sign.length)}`);
      return `${sign}${lines}${node.nextSibling === null ? '' : '\n'}`;
    },
  });
  made.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content, node) =>
      `${withLines(content.trim()).replace(/(?<!\s)\s*\n\s*/g, ' ')}${node.nextSibling === null ? '' : ' | '}`,
  });
  made.addRule('row', { filter: 'tr', replacement: (content) => `${content}\n` });
  return made;
}

function attributeOf(node: Node, name: string): string {
  return 'getAttribute' in node && typeof node.getAttribute === 'function'
    ? String(node.getAttribute(name) ?? '')
    : '';
}

/** Signs that end an address in Markdown. */
const codes: Readonly<Record<string, string>> = { '(': '%28', ')': '%29' };

function linkOf(content: string, href: string, isOnPicture: boolean): string {
  const words = content.trim();
  const bare = words.replace(/\\/g, '');
  const address = href.replace(/^(?:mailto|tel):/i, '');
  if (bare === href || bare === address || !/^(?:https?:|mailto:|tel:|\{\{)/i.test(href))
    return words;
  // A picture that is not kept leaves the address it leads to.
  if (words === '') return isOnPicture ? coded(address) : '';
  // Markdown for composers knows no link from a picture; a literal bracket is escaped.
  return words.includes('![') ? `${words} ${coded(href)}` : `[${words}](${coded(href)})`;
}

function hasPicture(node: Node): boolean {
  return [...node.childNodes].some((each) => each.nodeName === 'IMG' || hasPicture(each));
}

function coded(address: string): string {
  return address.replace(/[\s()]/g, (sign) => codes[sign] ?? '%20');
}

function itemSign(node: Node): string {
  const list = node.parentNode;
  if (list?.nodeName !== 'OL') return '- ';
  const start = Number.parseInt(attributeOf(list, 'start') || '1', 10);
  const items: Node[] = [...list.childNodes].filter(({ nodeName }) => nodeName === 'LI');
  return `${(Number.isNaN(start) ? 1 : start) + items.indexOf(node)}. `;
}

/** Variables and addresses, in which every sign stays. */
const asTheyAre = /(\{\{[^{}]*\}\}|https?:\/\/\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+)/;

/** A text so that Markdown reads it as the text it is. */
function escapeMarkdown(text: string): string {
  const parts = text.split(asTheyAre);
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/[\\`*[\]<>~]/g, '\\$&')
            .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
            .replace(/&(?=#?\w+;)/g, '\\&'),
    )
    .join('')
    .replace(/^(\s*)(#{1,6}\s|[-+=])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
