import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readField, writeField } from '../../../lib/notes/field-block';
import { cleanText } from '../../../lib/notes/note-text';
import { anyCopies, anyText, copyOf } from './samples';

const runs = { numRuns: 500 };

describe('the block of notes in a text field', () => {
  test('write then read gives back the surrounding text and the notes', () => {
    fc.assert(
      fc.property(anyText, anyCopies, (field, copies) => {
        const { outside } = readField(field);
        const written = writeField(field, copies);
        expect(readField(written)).toMatchObject({
          outside,
          copies: copies.map((copy) => ({ ...copy, edited: false })),
          hasBlock: copies.length > 0,
        });
      }),
      runs,
    );
  });

  test('writing over and removing leave every other byte as it was', () => {
    fc.assert(
      fc.property(anyText, anyText, anyCopies, anyCopies, (before, after, some, others) => {
        fc.pre(!readField(before).hasBlock && some.length > 0 && others.length > 0);
        const first = writeField(before, some);
        const tail = `\n${after}`;
        fc.pre(!readField(after).hasBlock && !after.includes('by Deskside'));
        const typedBelow = first + tail;
        const second = writeField(typedBelow, others);
        expect(second.startsWith(before)).toBe(true);
        expect(second.endsWith(tail)).toBe(true);
        expect(writeField(first, [])).toBe(before);
        expect(readField(second).copies.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
      }),
      runs,
    );
  });

  test('damaged markers are left alone and a new block is appended', () => {
    const whole = writeField('theirs', [copyOf()]);
    const damaged = [
      whole.replace('--- End', '-- End'),
      whole.replace('--- Notes', 'Notes'),
      whole.replace('Deskside note', 'note'),
    ];
    for (const field of damaged) {
      expect(readField(field)).toEqual({ outside: field, copies: [], hasBlock: false });
      const again = writeField(field, [copyOf({ id: 'n2' })]);
      expect(again.startsWith(field)).toBe(true);
      expect(readField(again).copies.map(({ id }) => id)).toEqual(['n2']);
      expect(writeField(again, [])).toBe(field);
    }
  });

  test('an edit of a text inside the block is noticed', () => {
    const field = writeField('', [copyOf(), copyOf({ id: 'n2', text: 'second' })]);
    const [one, two] = readField(field.replace('second', 'changed')).copies;
    expect([one?.edited, two?.edited, two?.text]).toEqual([false, true, 'changed']);
  });

  test('a field whose lines a page turned into CRLF is read all the same', () => {
    const field = writeField('theirs', [copyOf({ text: 'one\ntwo' }), copyOf({ id: 'n2' })]);
    const { copies, outside } = readField(field.replaceAll('\n', '\r\n'));
    expect(outside).toBe('theirs');
    expect(copies.map(({ text, edited }) => [text, edited])).toEqual([
      ['one\ntwo', false],
      ['VIP, refund promised', false],
    ]);
  });

  test('two line feeds that stand alone above the block are somebody’s', () => {
    const block = writeField('', [copyOf()]);
    expect(writeField(`\n\n${block}`, [])).toBe('\n\n');
    expect(writeField(writeField('theirs\n\n', [copyOf()]), [])).toBe('theirs\n\n');
  });

  test('counts its writings, and not what changes nothing', () => {
    const first = writeField('theirs', [copyOf()]);
    const { copies, serial = 0 } = readField(first);
    expect(writeField(first, copies)).toBe(first);
    const second = writeField(first, [...copies, copyOf({ id: 'n2' })]);
    expect(readField(second).serial).toBe(serial + 1);
    expect(readField(writeField('theirs', [copyOf({ id: 'n2' })])).serial).not.toBe(serial);
  });

  test('a row that blanks make no mark stays one of the text', () => {
    fc.assert(
      fc.property(anyCopies, fc.constantFrom(' ', '  ', '\t', '\u00a0'), (copies, blank) => {
        const padded = copies.map((copy) => ({
          ...copy,
          text: cleanText(copy.text.replaceAll('\n', `${blank}\n`)),
        }));
        const trimmed = writeField('theirs', padded).replace(/[^\S\n]+$/gm, '');
        expect(readField(trimmed).copies.map(({ id, edited }) => [id, edited])).toEqual(
          padded.map(({ id }) => [id, false]),
        );
      }),
    );
  });
});
