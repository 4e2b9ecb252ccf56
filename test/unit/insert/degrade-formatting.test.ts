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

  test('lists keep their numbers, the signs behind them and their blank lines', () => {
    const items = [[{ text: 'a' }], [{ text: 'b\n\nc' }]];
    const list = { kind: 'list' as const, ordered: true, start: 9, items };
    expect(plain({ blocks: [{ ...list, delimiter: ')' }] })).toBe('9) a\n10) b\n\n    c');
    expect(plain({ blocks: [paragraph('x'), { ...list, isLoose: true, isClose: true }] })).toBe(
      'x\n9. a\n\n10. b\n\n    c',
    );
  });

  test('a list with brackets is written out everywhere: editors have dots', () => {
    const items = [[{ text: 'a' }], [{ text: 'b' }]];
    const blocks = [{ kind: 'list' as const, ordered: true, delimiter: ')' as const, items }];
    expect(degradeFormatting({ blocks }, ['ordered-list'])).toEqual([
      { kind: 'paragraph', spans: expect.anything() },
    ]);
  });

  test('a link’s address stands once, behind all of its words', () => {
    const link = 'https://x.example';
    const spans = [
      { text: 'our ', link },
      { text: 'page', link, marks: ['bold' as const] },
      { text: ' and ' },
      { text: 'mail', link: 'mailto:a@x.example' },
    ];
    expect(plain({ blocks: [{ kind: 'paragraph', spans }] })).toBe(
      'our page (https://x.example) and mail (a@x.example)',
    );
  });

  test('what is close to a paragraph stays in it', () => {
    const close = { ...paragraph('b'), isClose: true };
    const blocks = degradeFormatting({ blocks: [paragraph('a'), close] }, []);
    expect(blocks).toHaveLength(1);
    expect(blocksToText(blocks)).toBe('a\nb');
  });

  test('line ends become line feeds; control characters but tabs go', () => {
    expect(plain({ blocks: [paragraph('a\r\nb\rc\u0000\u001b\td')] })).toBe('a\nb\nc\td');
  });
});
