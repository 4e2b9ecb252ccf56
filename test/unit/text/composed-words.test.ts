import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../../lib/model/composed-text';
import { composedWords, wordsOfLinks } from '../../../lib/text/composed-words';

test('lays blocks out one below the other, items behind their signs', () => {
  const blocks: Block[] = [
    { kind: 'paragraph', spans: [{ text: 'Do ' }, { text: 'not', marks: ['bold'] }] },
    { kind: 'list', ordered: true, start: 24, items: [[{ text: 'Dezember' }], [{ text: 'x' }]] },
    { kind: 'list', ordered: true, delimiter: ')', items: [[{ text: 'y' }]] },
    { kind: 'list', ordered: false, items: [[{ text: 'z' }], []] },
    { kind: 'quote', spans: [{ text: 'said\nso' }] },
    { kind: 'code', text: 'a  = 1' },
  ];
  expect(composedWords({ blocks }).text).toBe(
    'Do not\n\n24. Dezember\n25. x\n\n1) y\n\n• z\n• \n\nsaid\nso\n\na  = 1',
  );
});

const spans = fc.array(fc.record({ text: fc.string({ maxLength: 5 }) }), { maxLength: 3 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('paragraph' as const, 'quote' as const), spans }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    start: fc.integer({ min: 1, max: 99 }),
    items: fc.array(spans, { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('code' as const), text: fc.string({ maxLength: 5 }) }),
);

test('every run stands where it says', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
      const { text, blocks: laid } = composedWords({ blocks });
      for (const { lines } of laid) {
        for (const { sign, runs } of lines) {
          for (const run of sign === undefined ? runs : [sign, ...runs]) {
            expect(text.slice(run.at, run.at + run.text.length)).toBe(run.text);
          }
        }
      }
    }),
  );
});

test('the words of a link are told once, where it ends, in whatever styles they are', () => {
  const run = (text: string, link?: string) => ({ text, at: 0, marks: [], link });
  const [a, b] = ['https://a.example', 'https://b.example'];
  const runs = [
    run('see '),
    run('the ', a),
    run('shop', a),
    run('two', b),
    run(' or '),
    run('x', a),
  ];
  expect(wordsOfLinks(runs)).toEqual([
    ...[undefined, undefined, 'the shop', 'two', undefined],
    'x',
  ]);
});
