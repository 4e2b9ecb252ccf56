import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { degradeFormatting } from '../../../lib/insert/degrade-formatting';
import { pasteHtml } from '../../../lib/insert/paste-html';
import type { ComposedText } from '../../../lib/model/composed-text';

const paragraph = (text: string) => ({ kind: 'paragraph' as const, spans: [{ text }] });

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

describe('markup for a paste', () => {
  test('only what the composer keeps', () => {
    const blocks = degradeFormatting(rich, ['bold', 'ordered-list', 'link']);
    expect(pasteHtml(blocks, true)).toBe(
      '<p><strong>See </strong><a href="https://example.com">our page</a></p>' +
        '<ol><li><p>one</p></li><li><p>two<br>more</p></li></ol>' +
        '<p>&gt; said<br>&gt; so</p><p>a &lt; b</p>',
    );
  });

  test('a list’s first number, and a picture', () => {
    const picture = { text: '"A" cat', link: 'https://x.example/1.png?a&b', isPicture: true };
    const blocks = degradeFormatting(
      {
        blocks: [
          { kind: 'list', ordered: true, start: 24, items: [[{ text: 'a' }], [{ text: 'b' }]] },
          { kind: 'paragraph', spans: [{ text: 'see\n' }, picture, { text: '\nthere' }] },
        ],
      },
      ['ordered-list', 'link', 'picture'],
    );
    expect(pasteHtml(blocks, true)).toBe(
      '<ol start="24"><li><p>a</p></li><li><p>b</p></li></ol><p>see</p>' +
        '<p><img src="https://x.example/1.png?a&amp;b" alt="&quot;A&quot; cat"></p><p>there</p>',
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
