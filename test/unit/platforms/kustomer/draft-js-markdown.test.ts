import { describe, expect, it } from 'vitest';
import { markdownOfContent } from '../../../../lib/platforms/kustomer/draft-js-markdown';
import { composeMarkdown } from '../../../../lib/replies/markdown';

describe('markdownOfContent', () => {
  const block = (text: string, more: object = {}) => ({ text, type: 'unstyled', ...more });

  it('writes lines, lists and blank lines', () => {
    const blocks = [
      block('One'),
      block('two'),
      block(''),
      block('a', { type: 'unordered-list-item' }),
      block('b', { type: 'unordered-list-item' }),
      block('end'),
    ];
    expect(markdownOfContent({ blocks, entityMap: {} })).toBe('One\ntwo\n\n- a\n- b\n\nend');
  });

  it('writes looks, links and placeholders', () => {
    const line = block('Dear name, see here now', {
      inlineStyleRanges: [
        { offset: 0, length: 9, style: 'BOLD' },
        { offset: 19, length: 4, style: 'ITALIC' },
        { offset: 1, length: 1, style: 'UNHEARD-OF' },
      ],
      entityRanges: [
        { offset: 5, length: 4, key: 0 },
        { offset: 15, length: 4, key: '1' },
        { offset: 0, length: 1, key: 7 },
      ],
    });
    const entityMap = {
      0: { type: 'PLACEHOLDER', data: { key: 'customer.firstName', fallbackText: 'there' } },
      1: { type: 'LINK', data: { url: 'https://x.example/a b' } },
    };
    expect(markdownOfContent({ blocks: [line], entityMap })).toBe(
      '**Dear** {{customer.firstName | there}}, see [here](https://x.example/a%20b) *now*',
    );
  });

  it('escapes what is not meant as Markdown', () => {
    const text = '*a* _b_ `c` [d](e) <f> &amp; ~~g~~ \\';
    const markdown = markdownOfContent({ blocks: [block(text), block('# h'), block('1. i')] });
    expect(composeMarkdown(markdown ?? '').blocks).toEqual([
      { kind: 'paragraph', spans: [{ text: `${text}\n# h\n1. i` }] },
    ]);
  });

  it.each([undefined, null, 'text', {}, { blocks: 7 }, { blocks: [block(' '), 7, {}] }])(
    'finds nothing in %j',
    (raw) => {
      expect(markdownOfContent(raw)).toBeUndefined();
    },
  );
});
