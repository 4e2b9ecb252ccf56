import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyText, MARKER_LENGTH, markerOf, readCopy } from '../../../lib/notes/copy-marker';
import { anyCopy, anyText, copyOf } from './samples';

describe('the line of a copy', () => {
  test('is for people to read', () => {
    expect(markerOf(copyOf({ urgency: 'urgent' }))).toMatch(
      /^— Sam, 2026-09-21 14:14 UTC · pinned · urgent · Deskside note n1\.1 \([0-9a-f]{8}\)$/,
    );
  });

  test('brings back every copy unchanged, whatever its text looks like', () => {
    fc.assert(
      fc.property(anyCopy, (copy) => {
        expect(readCopy(copyText(copy))).toEqual({ ...copy, edited: false });
        expect(markerOf(copy).length + 2).toBeLessThanOrEqual(MARKER_LENGTH);
      }),
    );
  });

  test('tells an edit of text, author or mark, but not white space a platform strips', () => {
    const raw = copyText(copyOf({ text: 'one  \ntwo' }));
    expect(readCopy(`\n${raw.replace('one  ', 'one')}  \n`)?.edited).toBe(false);
    expect(readCopy(raw.replaceAll('\n', '\r\n'))?.edited).toBe(false);
    expect(readCopy(raw.replace('one', 'two'))).toMatchObject({ edited: true, text: 'two  \ntwo' });
    expect(readCopy(raw.replace('Sam', 'Kim'))?.edited).toBe(true);
    expect(readCopy(raw.replace(' · pinned', ''))).toMatchObject({ edited: true, pinned: false });
  });

  test('is not found in a text that does not end in it', () => {
    expect(readCopy('— Sam')).toBeUndefined();
    expect(readCopy(`${copyText(copyOf())}\nand a word of mine`)).toBeUndefined();
    fc.assert(
      fc.property(anyText, (text) => {
        expect(() => readCopy(text)).not.toThrow();
      }),
    );
  });

  test('holds no author that would break it', () => {
    const copy = copyOf({ author: 'Sam\n— Kim', at: Number.MAX_SAFE_INTEGER });
    expect(readCopy(copyText(copy))).toMatchObject({ author: 'Sam — Kim', edited: false });
    expect(readCopy(copyText(copyOf({ author: ' ' })))?.author).toBeUndefined();
  });

  test('covers the note and its revision: a line under another text, or with another number, is seen', () => {
    const raw = copyText(copyOf());
    expect(readCopy(raw.replace('note n1.1', 'note n2.1'))?.edited).toBe(true);
    expect(readCopy(raw.replace('note n1.1', 'note n1.2'))?.edited).toBe(true);
  });

  test('that was written before it covered them still fits', () => {
    const older =
      'VIP, refund promised\n\n— Sam, 2026-09-21 14:14 UTC · pinned · Deskside note n1.1 (6659becd)';
    expect(readCopy(older)).toMatchObject({ edited: false, revision: 1 });
  });

  test('names an author who is cut between two signs, never within one', () => {
    for (const author of [`${'x'.repeat(79)}👩‍👩‍👧`, '👍🏽'.repeat(40), `a${'\ud83d'}b`]) {
      const read = readCopy(copyText(copyOf({ author })));
      expect(read?.edited).toBe(false);
      expect(read?.author).not.toMatch(/\p{Surrogate}/u);
      expect(author.replace('\ud83d', '')).toContain(read?.author);
    }
  });

  test('carries a revision of ten digits', () => {
    const copy = copyOf({ revision: 1_234_567_890 });
    expect(readCopy(copyText(copy))).toEqual({ ...copy, edited: false });
  });
});
