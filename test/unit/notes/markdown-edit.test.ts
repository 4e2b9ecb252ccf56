import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeMarkdown } from '../../../lib/notes/markdown-edit';

/** `[` and `]` stand around what is selected. */
function selected(marked: string) {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return { text: marked.replace(/[⟦⟧]/g, ''), start, end };
}

test.each([
  ['bold', 'a ⟦b⟧ c', 'a **⟦b⟧** c'],
  ['bold', 'a **⟦b⟧** c', 'a ⟦b⟧ c'],
  ['italic', '⟦⟧', '_⟦⟧_'],
  ['list', 'one\n⟦two\nthree⟧', 'one\n⟦- two\n- three⟧'],
  ['list', '⟦- two\n- three⟧', '⟦two\nthree⟧'],
  ['list', 'on⟦⟧e', '- one⟦⟧'],
  ['list', '⟦⟧\none', '- ⟦⟧\none'],
  ['list', '- ⟦⟧\none', '⟦⟧\none'],
  ['list', '⟦\none⟧', '⟦- \n- one⟧'],
  ['link', 'see ⟦this⟧', 'see [this](⟦https://⟧)'],
  ['link', '⟦https://a.example⟧', '[⟦link⟧](https://a.example)'],
  ['link', '⟦⟧', '[link](⟦https://⟧)'],
] as const)('%s turns %s into %s', (change, before, after) => {
  expect(changeMarkdown(selected(before), change)).toEqual(selected(after));
});

test('a second press takes the mark away again, whatever the text', () => {
  const position = fc
    .tuple(fc.string({ unit: fc.constantFrom('a', '*', '_', '\n', ' ') }), fc.nat(), fc.nat())
    .map(([text, one, two]) => {
      const [a, b] = [one % (text.length + 1), two % (text.length + 1)];
      return { text, start: Math.min(a, b), end: Math.max(a, b) };
    });
  fc.assert(
    fc.property(position, fc.constantFrom('bold' as const, 'italic' as const), (given, change) => {
      const once = changeMarkdown(given, change);
      const twice = changeMarkdown(once, change);
      expect(twice).toEqual(given);
    }),
    {
      examples: [
        [{ text: '__a__a', start: 2, end: 3 }, 'italic'],
        [{ text: '****a****', start: 4, end: 5 }, 'bold'],
      ],
    },
  );
});
