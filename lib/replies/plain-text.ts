import { joinBlocks, listLines, signedLines, withAddresses } from '../model/composed-lines';
import type { Block, ComposedText, Span } from '../model/composed-text';

/**
 * Composed text without any style: blank lines as they were, lists with their numbers and signs,
 * links written out.
 */
export function plainText({ blocks }: ComposedText): string {
  return joinBlocks(blocks, plainBlock).trim();
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'code':
      return block.text;
    case 'list': {
      const items = block.items.map(withAddresses);
      return textOf(listLines({ ...block, items }));
    }
    case 'quote':
      return textOf(signedLines('> ', '> ', withAddresses(block.spans)));
    case 'paragraph':
      return textOf(withAddresses(block.spans));
  }
}

function textOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('');
}
