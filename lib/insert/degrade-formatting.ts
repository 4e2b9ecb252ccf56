import type { Block, ComposedText, Span } from '../model/composed-text';
import type { Formatting } from '../model/composer';

/**
 * The same text with only the formatting a composer keeps. What it does not keep stays readable:
 * lists become lines with `- ` or `1. `, quotes lines with `> `, and a link shows its address.
 */
export function degradeFormatting(text: ComposedText, formatting: readonly Formatting[]): Block[] {
  const keeps = new Set<string>(formatting);
  return text.blocks.map((block) => degradeBlock(block, keeps));
}

function degradeBlock(block: Block, keeps: ReadonlySet<string>): Block {
  if (block.kind === 'code') {
    const code = clean(block.text);
    return keeps.has('code-block') ? { ...block, text: code } : paragraph([{ text: code }]);
  }
  if (block.kind === 'list') return degradeList(block, keeps);
  const spans = degradeSpans(block.spans, keeps);
  if (block.kind === 'paragraph') return paragraph(spans);
  return keeps.has('quote') ? { ...block, spans } : paragraph(prefixed('> ', '\n> ', spans));
}

function degradeList(list: Extract<Block, { kind: 'list' }>, keeps: ReadonlySet<string>): Block {
  const items = list.items.map((item) => degradeSpans(item, keeps));
  if (keeps.has(list.ordered ? 'ordered-list' : 'bullet-list')) return { ...list, items };
  return paragraph(
    items.flatMap((item, index) => {
      const marker = list.ordered ? `${index + 1}. ` : '- ';
      const lines = prefixed(marker, `\n${' '.repeat(marker.length)}`, item);
      return index === 0 ? lines : [{ text: '\n' }, ...lines];
    }),
  );
}

function prefixed(first: string, lineBreak: string, spans: readonly Span[]): Span[] {
  const others = spans.map((span) => ({ ...span, text: span.text.replaceAll('\n', lineBreak) }));
  return [{ text: first }, ...others];
}

function degradeSpans(spans: readonly Span[], keeps: ReadonlySet<string>): Span[] {
  return spans.map((span) => {
    const text = clean(span.text);
    const marks = (span.marks ?? []).filter((mark) => keeps.has(mark));
    if (span.link === undefined) return { text, marks };
    if (keeps.has('link')) return { text, marks, link: span.link };
    return { text: withAddress(text, span.link), marks };
  });
}

function withAddress(text: string, link: string): string {
  const address = link.replace(/^(?:mailto|tel):/, '');
  return text === '' || text.includes(address) ? text || address : `${text} (${address})`;
}

function paragraph(spans: Span[]): Block {
  return { kind: 'paragraph', spans };
}

/** Line feeds for every kind of line break; no control character but the tab. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
  return text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/**
 * Blocks as plain text: one blank line between two blocks, and one more line for each empty
 * paragraph.
 */
export function blocksToText(blocks: readonly Block[]): string {
  let text = '';
  let isFirst = true;
  for (const block of blocks) {
    const own = blockText(block);
    if (own === '') {
      text += '\n';
      continue;
    }
    text += isFirst ? own : `\n\n${own}`;
    isFirst = false;
  }
  return text;
}

/** The lines an editor shows after it has taken the blocks as markup: each block on its own. */
export function visibleLines(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n');
}

function blockText(block: Block): string {
  if (block.kind === 'code') return block.text;
  if (block.kind === 'list') return block.items.map(spansText).join('\n');
  return spansText(block.spans);
}

function spansText(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('');
}
