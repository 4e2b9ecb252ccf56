import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { blocksToText, degradeFormatting } from '../../../lib/insert/degrade-formatting';
import { listSign } from '../../../lib/model/composed-lines';
import { type Block, composedTextSchema, type Span } from '../../../lib/model/composed-text';
import { formattingSchema } from '../../../lib/model/composer';
import { composeMarkdown } from '../../../lib/replies/markdown';
import { plainText } from '../../../lib/replies/plain-text';
import { anyMarkdown, digits } from './any-markdown';

const runs = { numRuns: 1_000 };

const letters = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).join('');

/** A block as the Markdown that an editor makes of it. */
function sent(block: Block): string {
  if (block.kind === 'code') return `\`\`\`\n${block.text}\n\`\`\``;
  if (block.kind !== 'list') return sentSpans(block.spans);
  return block.items.map((item, index) => listSign(block, index) + sentSpans(item)).join('\n');
}

function sentSpans(spans: readonly Span[]): string {
  return spans
    .map(({ text, marks = [], link }, index) => {
      const words = marks.includes('code') ? `\`${text}\`` : text;
      const begins = link !== undefined && spans[index - 1]?.link !== link;
      const ends = link !== undefined && spans[index + 1]?.link !== link;
      return `${begins ? '[' : ''}${words}${ends ? `](${link})` : ''}`;
    })
    .join('');
}

describe('whatever was written', () => {
  test('each run of digits comes out, in order, as plain text and for a plain composer', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const composed = composeMarkdown(text);
        expect(digits(plainText(composed))).toEqual(digits(text));
        expect(digits(blocksToText(degradeFormatting(composed, [])))).toEqual(digits(text));
      }),
      runs,
    );
  });

  test('each letter comes out, in order, but for the name of a language of code', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        fc.pre(!/```\s*[\p{L}]/u.test(text));
        expect(letters(plainText(composeMarkdown(text)))).toBe(letters(text));
      }),
      runs,
    );
  });

  test('and as what a composer sends that keeps everything', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const blocks = degradeFormatting(composeMarkdown(text), formattingSchema.options);
        expect(digits(blocks.map(sent).join('\n'))).toEqual(digits(text));
      }),
      runs,
    );
  });

  test('it is what the model of a composed text holds', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        expect(v.is(composedTextSchema, composeMarkdown(text))).toBe(true);
      }),
      runs,
    );
  });
});

/** Words with signs that are their own. */
const word = fc.constantFrom(
  ...[
    '20*30*40',
    'a_b_c',
    'x~~y~~z',
    '5**3',
    'https://x.example/_foo_?a=*b*&copy;',
    'www.x.example/*',
  ],
  ...[
    '_first_last_@x.example',
    'x.example/_a_',
    '@_name_',
    '#_topic_',
    '/srv/_data_/*.log',
    'C:\\tmp\\_t\\*.x',
  ],
  ...[
    '\\\\srv\\share\\_x_',
    '24.',
    '1)',
    '(2)*(3)',
    '007',
    '50%',
    '&#8364;',
    'snake_case',
    'ftp://x/_y_',
  ],
);

test('words with signs of their own pass letter by letter, wherever they stand', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(' ', '\n'),
      (words, gap) => {
        const text = words.join(gap);
        expect(plainText(composeMarkdown(text))).toBe(text);
      },
    ),
    runs,
  );
});

const line = fc.constantFrom(
  ...[
    'one',
    '1. one',
    '2. two',
    '3. three',
    '1) one',
    '2) two',
    '7. seven',
    '24. Dezember geschlossen',
  ],
  ...['- one', '- two', '> said', '--', '---', '****', '====', 'Bye', '', ''],
);

test('lists, steps, quotes, signatures and blank lines come out as they were', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n').replace(/^\n+|\n+$/g, '');
      expect(plainText(composeMarkdown(text))).toBe(text);
    }),
    runs,
  );
});
