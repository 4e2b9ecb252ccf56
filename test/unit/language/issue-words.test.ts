import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { issueWords, onlyOwnWords } from '../../../lib/language/issue-words';

const schema = v.object({
  age: v.pipe(v.number(), v.minValue(0, 'Invalid ages are below 0')),
  kind: v.picklist(['one', 'two']),
  parts: v.array(v.variant('type', [v.object({ type: v.literal('a'), text: v.string() })])),
});

function words(raw: unknown): string {
  const read = v.safeParse(schema, raw, onlyOwnWords);
  return read.success ? '' : issueWords(read.issues[0]);
}

test('the schema’s own words are told, whatever they begin with', () => {
  expect(words({ age: -1, kind: 'one', parts: [] })).toBe('Invalid ages are below 0');
});

test('a sentence of the schema loses its full stop: what is said around it has one', () => {
  const named = v.pipe(v.string(), v.nonEmpty('Give the card a name.'));
  const read = v.safeParse(named, '', onlyOwnWords);
  expect(read.success ? '' : issueWords(read.issues[0])).toBe('Give the card a name');
});

test('of what it has no words for, the place is told', () => {
  expect(words({ age: 1, kind: 'one', parts: [{ type: 'b' }] })).toBe(
    'parts.0.type is not in the expected form',
  );
  expect(words('text')).toBe('not in the expected form');
});

test('valibot’s English is never told', () => {
  const parts = fc.array(fc.anything());
  const any = fc.record({ age: fc.anything(), kind: fc.anything(), parts }, { requiredKeys: [] });
  fc.assert(
    fc.property(any, (raw) => {
      expect(words(raw)).not.toMatch(/Expected|received/);
    }),
  );
});
