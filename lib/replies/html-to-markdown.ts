import { t } from '@lingui/core/macro';
import TurndownService from 'turndown';
import { raisedNumber } from '../text/raised-number';
import { completeAddress, hasLinkToNowhere, isOtherScheme } from './html-links';
import { itemSign } from './html-numbers';
import { LONGEST_HTML, refusalOfHtml } from './html-recognition';
import { inlineCode, linkSpan, styled, withJoints } from './markdown-style-marks';

/** A text of HTML as Markdown, or why it cannot be one. */
export type ReadHtml = { markdown: string; told: string[] } | { refused: string };

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
  const refusal = refusalOfHtml(html);
  if (refusal !== undefined) return { refused: refusal };
  const told = [t`Its HTML was converted to Markdown.`];
  if (/<table[\s>]/i.test(html))
    told.push(t`Its table was converted to lines, with “|” between the cells.`);
  if (/<img(?=[\s/>])(?![^<>]*\ssrc\s*=\s*["']?https?:)/i.test(html)) {
    told.push(t`A picture without a web address is not kept.`);
  }
  if (hasLinkToNowhere(html)) told.push(t`A link without a complete address is not kept.`);
  if (hiddenTag.test(html)) told.push(t`Its hidden text is not kept.`);
  const markdown = converted(html);
  if (markdown === undefined) return { refused: t`Its HTML can’t be read.` };
  return markdown === '' ? { refused: t`Its HTML contains no text.` } : { markdown, told };
}

let service: TurndownService | undefined;

/** `undefined` for what is nested so deeply that nobody wrote it. */
function converted(html: string): string | undefined {
  service ??= makeService();
  try {
    const markdown = withJoints(withLines(service.turndown(html)));
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
  for (const [mark, names] of styles) {
    made.addRule(mark, {
      filter: ({ nodeName }) => names.includes(nodeName),
      replacement: (content, node) =>
        isWithin(node, [...names, 'CODE']) || isNormal(node) ? content : styled(content, mark),
    });
  }
  made.addRule('code', {
    filter: (node) => node.nodeName === 'CODE' && !isWithin(node, ['PRE', 'CODE']),
    replacement: (content) => withLines(content).split('\n').map(inlineCode).join(lineBreak),
  });
  // Mail programs write each line as one of its own.
  const lines: (keyof HTMLElementTagNameMap)[] = ['div', 'summary', 'details', 'legend', 'caption'];
  made.addRule('line', { filter: lines, replacement: (content) => `\n${content}\n` });
  made.addRule('preformatted', {
    filter: 'pre',
    replacement: (_content, node) => `\n\n\`\`\`\n${writtenText(node).trim()}\n\`\`\`\n\n`,
  });
  made.addRule('quoted', { filter: 'q', replacement: (content) => `“${content}”` });
  made.addRule('raised', {
    filter: ['sup', 'sub'],
    replacement: (content, { nodeName }) => {
      const number = /^\\?([-+]?\d+)$/.exec(content)?.[1];
      return number === undefined ? content : raisedNumber(number, nodeName === 'SUP');
    },
  });
  made.addRule('link', {
    filter: (node) => node.nodeName === 'A' && node.getAttribute('href') !== null,
    replacement: (content, node) =>
      linkSpan(linkTo(content, attributeOf(node, 'href'), hasPicture(node))),
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
  // The last rule comes first.
  made.addRule('hidden', {
    filter: (node) => node.hasAttribute('hidden') || hiding.test(attributeOf(node, 'style')),
    replacement: () => '',
  });
  return made;
}

/** The marks of Markdown, and the elements that mean the same. */
const styles: readonly (readonly ['**' | '*' | '~~', readonly string[]])[] = [
  ['**', ['STRONG', 'B']],
  ['*', ['EM', 'I']],
  ['~~', ['S', 'DEL', 'STRIKE']],
];

function isWithin({ parentNode }: Node, names: readonly string[]): boolean {
  if (parentNode === null) return false;
  const isOne = names.includes(parentNode.nodeName) && !isNormal(parentNode);
  return isOne || isWithin(parentNode, names);
}

/** Some editors put all of a text into one bold element that says it is not bold. */
function isNormal(node: Node): boolean {
  const isBold = node.nodeName === 'B' || node.nodeName === 'STRONG';
  return isBold && /font-weight:\s*(?:normal|400)/i.test(attributeOf(node, 'style'));
}

/** The text of what keeps its lines. */
function writtenText(node: Node): string {
  if (node.nodeName === 'BR') return '\n';
  if (node.childNodes.length === 0) return node.textContent ?? '';
  return [...node.childNodes].map(writtenText).join('');
}

function attributeOf(node: Node, name: string): string {
  return 'getAttribute' in node && typeof node.getAttribute === 'function'
    ? String(node.getAttribute(name) ?? '')
    : '';
}

/** What keeps an element out of sight, so that it is no part of the text. */
const hiding = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const hiddenTag =
  /<[a-z][^<>]*?\s(?:hidden(?=[\s=/>])|style\s*=\s*["']?[^"'<>]{0,2000}(?:display\s*:\s*none|visibility\s*:\s*hidden))/i;

/** A link, or where no composer makes one of it, its words and its address. */
function linkTo(content: string, href: string, isOnPicture: boolean): string {
  const address = completeAddress(href);
  if (!isOtherScheme(address)) return linkOf(content, address, isOnPicture);
  const words = content.trim();
  const written = escapeMarkdown(address);
  return words === '' || words.includes(written) ? words || written : `${words} (${written})`;
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
    .replace(/^(\s*)(#{1,6}(?=\s|$)|[-+=])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
