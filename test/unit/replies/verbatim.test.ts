import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksToText } from '../../../lib/insert/degrade-formatting';
import { verbatimText } from '../../../lib/replies/verbatim';

const anyText = fc.string({
  unit: fc.constantFrom('a', '\n', '\n\n', ' ', '*', '1. ', '> ', '\\'),
});

test('comes back exactly as it was', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(blocksToText(verbatimText(text).blocks)).toBe(text);
    }),
  );
});

test('paragraphs stand by themselves, and more blank lines are empty ones', () => {
  expect(verbatimText('a\r\nb\n\n\nc').blocks).toEqual([
    { kind: 'paragraph', spans: [{ text: 'a\nb' }] },
    { kind: 'paragraph', spans: [] },
    { kind: 'paragraph', spans: [{ text: 'c' }] },
  ]);
});

test('a text of thousands of paragraphs is one that the model holds', () => {
  const text = 'a\n\n'.repeat(2_500);
  expect(verbatimText(text).blocks).toEqual([{ kind: 'paragraph', spans: [{ text }] }]);
});
