import type { Block, ComposedText } from '../model/composed-text';

/** As many as the model of a composed text allows. */
const MOST_BLOCKS = 2_000;

/**
 * A text as structure for a composer, with nothing read into it: as plain text it comes back exactly
 * as it was, blank lines included. Line feeds of any kind become `\n`.
 */
export function verbatimText(source: string): ComposedText {
  const text = source.replace(/\r\n?/g, '\n');
  const pieces = text.split(/(\n{2,})/);
  const blocks = pieces.flatMap((piece, index) => {
    if (index % 2 === 0) return piece === '' ? [] : [paragraph(piece)];
    // There is one blank line between two paragraphs anyway.
    const isBetween = pieces[index - 1] !== '' && pieces[index + 1] !== '';
    const count = isBetween ? piece.length - 2 : piece.length;
    return Array.from({ length: count }, () => paragraph(''));
  });
  return { blocks: blocks.length <= MOST_BLOCKS ? blocks : [paragraph(text)] };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', spans: text === '' ? [] : [{ text }] };
}
