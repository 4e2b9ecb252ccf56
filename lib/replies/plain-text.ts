import type { Block, ComposedText, Span } from '../model/composed-text';

/** Composed text without any style: one blank line between two blocks, lists with marks, links written out. */
export function plainText({ blocks }: ComposedText): string {
  return blocks.map(plainBlock).join('\n\n').trim();
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'code':
      return block.text;
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${plainSpans(item)}`)
        .join('\n');
    case 'quote':
      return plainSpans(block.spans).replace(/^/gm, '> ');
    case 'paragraph':
      return plainSpans(block.spans);
  }
}

function plainSpans(spans: readonly Span[]): string {
  return spans
    .map(({ text, link }) => {
      const isWritten = link === undefined || link.replace(/^(mailto|tel):/, '') === text.trim();
      return isWritten ? text : `${text} (${link})`;
    })
    .join('');
}
