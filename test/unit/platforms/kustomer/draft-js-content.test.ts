import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Span } from '../../../../lib/model/composed-text';
import { placeholderIn } from '../../../../lib/platforms/kustomer/canned-response-variables';
import { contentOfMarkdown } from '../../../../lib/platforms/kustomer/draft-js-content';
import { markdownOfContent } from '../../../../lib/platforms/kustomer/draft-js-markdown';
import { placeholdersOfContent } from '../../../../lib/platforms/kustomer/draft-js-raw';
import { composeMarkdown } from '../../../../lib/replies/markdown';

const contentOf = (markdown: string) => contentOfMarkdown(markdown, placeholderIn);

describe('contentOfMarkdown', () => {
  it('makes a block of each line, an empty one of each blank line', () => {
    const { blocks } = contentOf('One\ntwo\n\nthree\n\n- a\n- b\n\n> c\n> d\n\n1. e\n2. f');
    expect(blocks.map(({ type, text }) => `${type} ${text}`)).toEqual([
      'unstyled One',
      'unstyled two',
      'unstyled ',
      'unstyled three',
      'unstyled ',
      'unordered-list-item a',
      'unordered-list-item b',
      'unstyled ',
      'blockquote c',
      'blockquote d',
      'unstyled ',
      'ordered-list-item e',
      'ordered-list-item f',
    ]);
    expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
  });

  it('gives looks their ranges in UTF-16 units, links an entity', () => {
    const { blocks, entityMap } = contentOf('😀 **bold** and [here](https://x.example/a)');
    expect(blocks[0]).toMatchObject({
      text: '😀 bold and here',
      inlineStyleRanges: [{ offset: 3, length: 4, style: 'BOLD' }],
      entityRanges: [{ offset: 12, length: 4, key: 0 }],
    });
    expect(entityMap).toMatchObject({
      0: { type: 'LINK', data: { url: 'https://x.example/a' } },
    });
  });

  it('shows a variable as documented, with the words for its lack beside it', () => {
    const { blocks, entityMap } = contentOf(
      'Dear **{{customer.firstName | there}}**, {{ask.size:S/M}} [it](https://x.example/{{customer.id | 0}})',
    );
    expect(blocks[0]?.text).toBe('Dear {{customer.firstName}}, {{ask.size:S/M}} it');
    expect(blocks[0]?.entityRanges[0]).toEqual({ offset: 5, length: 22, key: 0 });
    expect(entityMap).toMatchObject({
      0: { data: { key: 'customer.firstName', fallbackText: 'there' } },
      1: { data: { url: 'https://x.example/{{customer.id}}' } },
    });
    expect(placeholdersOfContent({ blocks, entityMap })).toEqual([
      { key: 'customer.firstName', fallbackText: 'there' },
    ]);
  });

  it.each(['24. a\n25. b', '1) a\n2) b'])('writes the numbers of %j out', (markdown) => {
    const { blocks } = contentOf(markdown);
    expect(blocks.map(({ text }) => text)).toEqual(markdown.split('\n'));
    expect(markdownOfContent({ blocks, entityMap: {} })).not.toMatch(/^(?!\d)/m);
  });
});

it('loses no word to a fence that is never closed, and reads code as code', () => {
  const { blocks } = contentOf('a\n```\nb `c`');
  expect(blocks.map(({ text }) => text)).toEqual(['a', '```', 'b c']);
  const closed = contentOf('```js\n*x*\n```\ny').blocks;
  expect(closed.map(({ text }) => text)).toEqual(['*x*', 'y']);
  expect(closed[0]?.inlineStyleRanges).toEqual([{ offset: 0, length: 3, style: 'CODE' }]);
});

const word = fc.constantFrom(
  ...['Hello', 'ok', '24', 'Größe', '😀', '重要', 'a_b', '5*3', 'x\\y', '#1', '<b>', '&amp;'],
  ...[
    '{{customer.firstName}}',
    '{{customer.name | you}}',
    '{{ask.size:S/M}}',
    '{{date:long}}',
    '.',
  ],
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((each) => each.join(' '));
const phrase = fc.oneof(
  words,
  words.map((text) => `**${text}**`),
  words.map((text) => `*${text}*`),
  words.map((text) => `~~${text}~~`),
  // A character of Draft.js has one entity: within a link no words for a lack have a place.
  words.map((text) => `[${text.replace(/ \| \w+/g, '')}](https://x.example/a_b?c=1&d=2)`),
);
const line = fc.array(phrase, { minLength: 1, maxLength: 3 }).map((each) => each.join(' '));
const block = fc.oneof(
  fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  fc
    .array(line, { minLength: 1, maxLength: 4 })
    .map((each) => each.map((l) => `- ${l}`).join('\n')),
  fc
    .array(line, { minLength: 2, maxLength: 4 })
    .map((each) => each.map((l, index) => `${index + 1}. ${l}`).join('\n')),
  fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((each) => each.map((l) => `> ${l}`).join('\n')),
);
// Lists right below each other are one, which Markdown reads in more than one way.
const document = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((each) => each.join('\n\nthen\n\n'));

/** Each sign that is seen with its looks, and the signs before its line. */
function seen(markdown: string): string[] {
  return composeMarkdown(markdown.replaceAll('\u2060', '')).blocks.flatMap(signsOf);
}

function signsOf(block: Block): string[] {
  if (block.kind === 'code') return spanSigns([{ text: block.text, marks: ['code'] }]);
  if (block.kind !== 'list') return spanSigns(block.spans);
  return block.items.flatMap((item, index) => [
    block.ordered ? `${(block.start ?? 1) + index}` : '-',
    ...spanSigns(item),
  ]);
}

function spanSigns(spans: readonly Span[]): string[] {
  return spans.flatMap(({ text, marks = [], link = '' }) =>
    [...text.replaceAll('\u2060', '')].flatMap((sign) =>
      sign.trim() === '' ? [] : [[sign, ...[...marks].sort(), link].join(' ')],
    ),
  );
}

it('whatever goes in comes back with its words, looks, links and numbers', () => {
  fc.assert(
    fc.property(document, (markdown) => {
      const back = markdownOfContent(contentOf(markdown)) ?? '';
      expect(seen(back)).toEqual(seen(markdown));
      // And what came back stays as it is.
      expect(seen(markdownOfContent(contentOf(back)) ?? '')).toEqual(seen(back));
    }),
    { numRuns: 500 },
  );
});
