import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksToText, degradeFormatting } from '../../../lib/insert/degrade-formatting';
import { closeTrigger } from '../../../lib/insert/insert-text';
import { pasteHtml } from '../../../lib/insert/paste-html';
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

describe('markup for a paste', () => {
  test('only what the composer keeps', () => {
    const blocks = degradeFormatting(rich, ['bold', 'ordered-list', 'link']);
    expect(pasteHtml(blocks, true)).toBe(
      '<p><strong>See </strong><a href="https://example.com">our page</a></p>' +
        '<ol><li><p>one</p></li><li><p>two<br>more</p></li></ol>' +
        '<p>&gt; said<br>&gt; so</p><p>a &lt; b</p>',
    );
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'https://a"onclick="x', '/relative'])(
    'the address %s never becomes a link',
    (link) => {
      const text: ComposedText = {
        blocks: [{ kind: 'paragraph', spans: [{ text: 'x', link }] }],
      };
      expect(pasteHtml(degradeFormatting(text, ['link']), true)).toBe('<p>x</p>');
    },
  );

  test('no text becomes markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, keepsSpaces) => {
        const html = pasteHtml(degradeFormatting({ blocks: [paragraph(text)] }, []), keepsSpaces);
        expect(html.replace(/^<p>|<\/p>$|<br>/g, '')).not.toMatch(/[<>"]/);
      }),
    );
  });
});

describe('words that open a picker', () => {
  test.each([
    ['/refund', '/refund '],
    ['see /refund', 'see /refund '],
    ['thanks @ana', 'thanks @ana '],
    ['good :smi', 'good :smi '],
    ['at {{name', 'at {{name '],
    ['at 10:30', 'at 10:30'],
    ['https://example.com/a', 'https://example.com/a'],
    ['a/b and c', 'a/b and c'],
    ['', ''],
  ])('%j ends as %j', (text, expected) => {
    expect(plain(closeTrigger({ blocks: [paragraph(text)] }))).toBe(
      expected === '' ? '\n' : expected,
    );
  });
});
