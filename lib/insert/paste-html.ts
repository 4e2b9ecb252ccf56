import type { Block, Mark, Span } from '../model/composed-text';

const tagOf: Readonly<Record<Mark, string>> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  code: 'code',
};

/** Only these may become a link; everything else stays text. */
const safeLink = /^(?:https?:\/\/|mailto:|tel:)[^\s<>"]*$/i;

/**
 * Markup for a paste, built from escaped text. With `keepsSpaces` the spaces stay as they are;
 * otherwise runs of them become no-break ones, which an editor would fold into one.
 */
export function pasteHtml(blocks: readonly Block[], keepsSpaces: boolean): string {
  const encode = keepsSpaces ? escapeText : (text: string) => widen(escapeText(text));
  return blocks.map((block) => blockHtml(block, encode)).join('');
}

type Encode = (text: string) => string;

function blockHtml(block: Block, encode: Encode): string {
  if (block.kind === 'code') return `<pre><code>${escapeText(block.text)}</code></pre>`;
  if (block.kind === 'list') {
    const items = block.items.map((item) => `<li><p>${spansHtml(item, encode)}</p></li>`);
    const { ordered, start = 1 } = block;
    const tag = ordered ? 'ol' : 'ul';
    const first = ordered && start !== 1 ? ` start="${start}"` : '';
    return `<${tag}${first}>${items.join('')}</${tag}>`;
  }
  const inner = `<p>${spansHtml(block.spans, encode)}</p>`;
  return block.kind === 'quote' ? `<blockquote>${inner}</blockquote>` : inner;
}

function spansHtml(spans: readonly Span[], encode: Encode): string {
  return spans.map((span) => spanHtml(span, encode)).join('');
}

function spanHtml(span: Span, encode: Encode): string {
  if (span.isPicture === true) return pictureHtml(span);
  let html = encode(span.text).replaceAll('\n', '<br>');
  for (const mark of span.marks ?? []) html = `<${tagOf[mark]}>${html}</${tagOf[mark]}>`;
  if (span.link === undefined || !safeLink.test(span.link)) return html;
  return `<a href="${escapeText(span.link)}">${html}</a>`;
}

function pictureHtml({ text, link = '' }: Span): string {
  if (!safeLink.test(link)) return escapeText(text);
  return `<img src="${escapeText(link)}" alt="${escapeText(text)}">`;
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const noBreak = '\u00a0';

function widen(text: string): string {
  return text
    .replaceAll('\t', noBreak.repeat(4))
    .replace(/ {2,}/g, (run) => noBreak.repeat(run.length))
    .replace(/^ | $/gm, noBreak);
}
