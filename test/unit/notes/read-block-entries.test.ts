import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../../lib/notes/block-frame';
import { markerOf } from '../../../lib/notes/copy-marker';
import { readField, writeField } from '../../../lib/notes/field-block';
import { readBlockEntries } from '../../../lib/notes/read-block-entries';
import { copyOf } from './samples';

const line = /\n— [^\n]*Deskside note (\S+)\.\d+ \([0-9a-f]{8}\)/;

/** The field with the line of a note taken out, as somebody does who thinks it is clutter. */
function withoutLine(field: string, id: string): string {
  return field.replace(new RegExp(`\\n— [^\\n]*Deskside note ${id}\\.[^\\n]*`), '');
}

const words = fc.stringMatching(/^[a-zäöü .,!?-]{1,30}$/).filter((text) => text.trim() !== '');
const paragraphs = fc
  .array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((list) =>
    list
      .map((rows) => rows.join('\n'))
      .join('\n\n')
      .trim(),
  );

describe('a line that was removed', () => {
  test('leaves its text as foreign text, and the notes beside it as they are', () => {
    fc.assert(
      fc.property(
        words,
        fc.uniqueArray(paragraphs, { minLength: 1, maxLength: 4 }),
        fc.nat(3),
        (outside, texts, which) => {
          const copies = texts.map((text, index) => copyOf({ id: `n${index}`, text }));
          const gone = copies[which % copies.length];
          if (gone === undefined || copies.length < 2) return;
          const field = withoutLine(writeField(outside, copies), gone.id);
          const rest = copies.filter(({ id }) => id !== gone.id);
          const read = readField(field);
          expect(read.copies.map(({ id, text, edited }) => [id, text, edited])).toEqual(
            rest.map(({ id, text }) => [id, text.trim(), false]),
          );
          expect(read.outside).toContain(gone.text);
          // Written again, taken away altogether: not a word of it goes.
          const again = writeField(field, [...read.copies, copyOf({ id: 'new', text: 'new' })]);
          expect(readField(again).outside).toBe(read.outside);
          expect(writeField(again, [])).toBe(read.outside);
        },
      ),
    );
  });

  test('leaves its text foreign also where the note below was changed at the same time', () => {
    const copies = [
      copyOf({ id: 'n1', text: 'one\n\nmore' }),
      copyOf({ id: 'n2', text: 'two\nthree' }),
    ];
    const field = withoutLine(writeField('', copies), 'n1').replace('three', 'four');
    const { copies: read, outside } = readField(field);
    expect(read).toMatchObject([{ id: 'n2', text: 'two\nfour', edited: true }]);
    expect(outside).toBe('one\n\nmore');
  });

  test('of the last note leaves the others', () => {
    const field = writeField('theirs', [copyOf(), copyOf({ id: 'n2', text: 'second' })]);
    const { copies, outside } = readField(withoutLine(field, 'n2'));
    expect(copies).toMatchObject([{ id: 'n1', edited: false }]);
    expect(outside).toBe('theirs\n\nsecond');
  });
});

describe('an entry', () => {
  test('that stands there twice is one, and its double is foreign text', () => {
    const once = writeField('', [copyOf()]);
    const [entry = ''] = once.split('\n').slice(1, 2);
    const twice = once.replace('\n--- End', `\n\n${entry}\n${markerOf(copyOf())}\n--- End`);
    const { copies, outside } = readField(twice);
    expect(copies).toMatchObject([{ id: 'n1', edited: false }]);
    expect(outside).toContain(entry);
  });

  test('is read whole when somebody changed words or added rows in it', () => {
    const field = writeField('', [copyOf({ text: 'one\n\ntwo' })]);
    expect(readField(field.replace('two', 'three')).copies).toMatchObject([
      { text: 'one\n\nthree', edited: true },
    ]);
    expect(readField(field.replace('one', 'first of all, one')).copies).toMatchObject([
      { text: 'first of all, one\n\ntwo', edited: true },
    ]);
  });

  test('is one of 200 at most: what is below them is text of others', () => {
    const many = Array.from({ length: 300 }, (_, index) => copyOf({ id: `n${index}`, text: 'x' }));
    const rows = rowsOf(many.map((copy) => `${copy.text}\n${markerOf(copy)}`).join('\n\n'));
    expect(readBlockEntries(rows)?.copies).toHaveLength(200);
    expect(line.test(`\n${markerOf(copyOf())}`)).toBe(true);
  });
});
