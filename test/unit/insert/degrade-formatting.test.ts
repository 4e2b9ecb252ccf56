import { describe, expect, test } from 'vitest';
import { blocksToText, degradeFormatting } from '../../../lib/insert/degrade-formatting';
import type { ComposedText } from '../../../lib/model/composed-text';

const paragraph = (text: string) => ({ kind: 'paragraph' as const, spans: [{ text }] });
const plain = (text: ComposedText) => blocksToText(degradeFormatting(text, []));

const rich: ComposedText = {
  blocks: [
    {
      kind: 'paragraph',
      spans: [
        { text: 'See ', marks: ['bold'] },
        { text: 'our page', link: 'https://example.com' },
      ],
    },
    { kind: 'list', ordered: true, items: [[{ text: 'one' }], [{ text: 'two\nmore' }]] },
    { kind: 'quote', spans: [{ text: 'said\nso' }] },
    { kind: 'code', text: 'a < b' },
  ],
};

describe('plain text', () => {
  test('one blank line between blocks, one more for each empty paragraph', () => {
    const blocks = ['a', 'b', '', 'c'].map(paragraph);
    expect(plain({ blocks })).toBe('a\n\nb\n\n\nc');
  });

  test('lists, quotes and links stay readable', () => {
    expect(plain(rich)).toBe(
      'See our page (https://example.com)\n\n1. one\n2. two\n   more\n\n> said\n> so\n\na < b',
    );
  });

  test('line ends become line feeds; control characters but tabs go', () => {
    expect(plain({ blocks: [paragraph('a\r\nb\rc\u0000\u001b\td')] })).toBe('a\nb\nc\td');
  });
});
