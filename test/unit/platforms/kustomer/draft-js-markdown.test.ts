import fc from 'fast-check';
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
      '**Dear {{customer.firstName | there}}**, see [here](https://x.example/a%20b) *now*',
    );
  });

  it('escapes what is not meant as Markdown', () => {
    const text = '*a* _b_ `c` [d](e) <f> &amp; ~~g~~ \\';
    const markdown = markdownOfContent({ blocks: [block(text), block('# h'), block('1. i')] });
    expect(composeMarkdown(markdown ?? '').blocks).toEqual([
      { kind: 'paragraph', spans: [{ text: `${text}\n# h\n1. i` }] },
    ]);
  });

  it('counts ordered lists, also within others, and begins anew after a text', () => {
    const item = (text: string, depth = 0, kind = 'ordered') =>
      block(text, { type: `${kind}-list-item`, depth });
    const blocks = [
      ...[item('a'), item('a1', 1), item('a2', 1), item('b'), item('b\nmore'), block('text')],
      ...[item('x'), item('y', 1, 'unordered'), item('z')],
    ];
    const markdown = markdownOfContent({ blocks });
    expect(markdown).toBe(
      '1. a\n   1. a1\n   2. a2\n2. b\n3. b\n   more\n\ntext\n\n1. x\n\n   - y\n\n2. z',
    );
  });

  it('writes each line of a quote as one, and a heading in one line', () => {
    const blocks = [block('a\nb', { type: 'blockquote' }), block('c\nd', { type: 'header-two' })];
    expect(markdownOfContent({ blocks })).toBe('> a\n> b\n\n## c d');
  });

  it('keeps a variable that is written out, also with signs in its name', () => {
    expect(markdownOfContent({ blocks: [block('*{{customer.custom.a_b | *x*}}*')] })).toBe(
      '\\*{{customer.custom.a_b | *x*}}\\*',
    );
  });

  it.each([undefined, null, 'text', {}, { blocks: 7 }, { blocks: [block(' '), 7, {}] }])(
    'finds nothing in %j',
    (raw) => {
      expect(markdownOfContent(raw)).toBeUndefined();
    },
  );
});

/** Styles of Draft.js that Markdown has, and what they are called here. */
const marks = {
  BOLD: 'bold',
  ITALIC: 'italic',
  STRIKETHROUGH: 'strike',
  CODE: 'code',
} as const;

const piece = fc.constantFrom(
  ...['a', 'Wort', '7', '24', ' ', ' ', '  ', '\n', '.', ',', ': ', '!', '(', ')', '[', ']', ']('],
  ...[
    '<',
    '>',
    '&',
    '&#49;',
    '&lt;',
    '- ',
    '+',
    '1. ',
    '2) ',
    '# ',
    '*',
    '**',
    '_',
    '~',
    '~~',
    '`',
  ],
  ...[
    '``',
    '\\',
    '|',
    '--',
    '重',
    '：',
    '（',
    '“',
    '…',
    '😀',
    'x.de/',
    'https://x.de/',
    '@',
    'x@y.de',
  ],
);

const ranges = (length: number) =>
  fc
    .tuple(fc.nat(length), fc.nat(length))
    .map(([a, b]) => ({ offset: Math.min(a, b), length: Math.abs(a - b) }));

const anyBlock = fc.array(piece, { minLength: 1, maxLength: 12 }).chain((pieces) => {
  const text = pieces.join('');
  const style = fc.constantFrom(...Object.keys(marks));
  return fc.record({
    text: fc.constant(text),
    inlineStyleRanges: fc.array(
      fc.tuple(ranges(text.length), style).map(([range, name]) => ({ ...range, style: name })),
      { maxLength: 4 },
    ),
    entityRanges: fc.array(
      ranges(text.length).map((range) => ({ ...range, key: 0 })),
      { maxLength: 1 },
    ),
  });
});

const address = 'https://x.example/(a)_b_*c*?d=1&lt;';

interface Looks {
  marks: readonly string[];
  link: string;
}

/** Each sign that is seen, with its looks. */
function looks(text: string, looksAt: (at: number) => Looks): string[] {
  let at = 0;
  return [...text].flatMap((sign) => {
    const { marks: own, link } = looksAt(at);
    at += sign.length;
    return sign.trim() === '' ? [] : [[sign, ...[...own].sort(), link].join(' ')];
  });
}

it('every sign comes back with its styles and its link, however they overlap', () => {
  fc.assert(
    fc.property(anyBlock, (block) => {
      const covers = (at: number) => (range: { offset: number; length: number }) =>
        range.offset <= at && at < range.offset + range.length;
      const meant = looks(block.text, (at) => ({
        marks: Object.entries(marks).flatMap(([style, mark]) =>
          block.inlineStyleRanges.some((each) => each.style === style && covers(at)(each))
            ? [mark]
            : [],
        ),
        link: block.entityRanges.some(covers(at)) ? address : '',
      }));
      const entityMap = { 0: { type: 'LINK', data: { url: address } } };
      const markdown = markdownOfContent({ blocks: [block], entityMap }) ?? '';
      const read = composeMarkdown(markdown).blocks.flatMap((each) => {
        const spans = each.kind === 'paragraph' ? each.spans : [{ text: each.kind }];
        return spans.flatMap(({ text, marks: own = [], link = '' }) =>
          looks(text, () => ({ marks: own, link })),
        );
      });
      expect(read).toEqual(meant);
    }),
    { numRuns: 1_000 },
  );
});
