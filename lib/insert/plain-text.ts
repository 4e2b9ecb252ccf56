import type { Block, Span } from '../model/composed-text';

/**
 * Blocks as plain text: one blank line between two blocks, and one more line for each empty
 * paragraph.
 */
export function plainText(blocks: readonly Block[]): string {
  let text = '';
  let isFirst = true;
  for (const block of blocks) {
    const own = linesOf(block);
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
export function shownLines(blocks: readonly Block[]): string {
  return blocks.map(linesOf).join('\n');
}

function linesOf(block: Block): string {
  if (block.kind === 'code') return block.text;
  if (block.kind === 'list') return block.items.map(spansText).join('\n');
  return spansText(block.spans);
}

function spansText(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('');
}
