import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NoteRow } from '../../../lib/model/note';
import { copyText, readCopy } from '../../../lib/notes/copy-marker';
import { type CopyLocation, copyOf as copyOfNote, mergeCopy } from '../../../lib/notes/merge-copy';
import type { FoundCopy } from '../../../lib/notes/note-copy';
import { withVersion } from '../../../lib/notes/note-versions';
import { ref } from '../refs';
import { copyOf } from './samples';

const location: CopyLocation = {
  contact: ref('a-1/7'),
  connectionId: 'a-1',
  platform: 'Alpha',
  now: 5_000,
  placeOf: (connectionId) => connectionId,
};

function foundCopy(more: Partial<FoundCopy> = {}): FoundCopy {
  return { ...copyOf({ text: 'one' }), edited: false, remoteId: 'r1', ...more };
}

function known(more: Partial<NoteRow> = {}): NoteRow {
  return { ...mergeCopy(undefined, foundCopy(), location), ...more };
}

describe('a copy that was read', () => {
  test('of an unknown note makes the note, for one connection only if it says so', () => {
    expect(known()).toMatchObject({ id: 'n1', contacts: ['a-1/7'], scope: { kind: 'everywhere' } });
    expect(mergeCopy(undefined, foundCopy({ onlyHere: true }), location).scope).toEqual({
      kind: 'connection',
      connectionId: 'a-1',
    });
  });

  test('with a higher revision wins whatever the clocks say; a lower one changes nothing', () => {
    const newer = mergeCopy(known(), foundCopy({ revision: 2, text: 'two', at: 0 }), location);
    expect(newer).toMatchObject({ revision: 2, text: 'two', versions: [{ text: 'one' }] });
    expect(mergeCopy(newer, foundCopy({ at: Number.MAX_SAFE_INTEGER }), location)).toBe(newer);
  });

  test('with the same revision and another text is a conflict that keeps both', () => {
    const disputed = mergeCopy(known(), foundCopy({ text: 'other' }), location);
    expect(disputed).toMatchObject({ text: 'one', conflict: { text: 'other' } });
    expect(mergeCopy(disputed, foundCopy({ text: 'other' }), location)).toBe(disputed);
    const third = mergeCopy(disputed, foundCopy({ text: 'third' }), location);
    expect([third.conflict?.text, third.versions.map(({ text }) => text)]).toEqual([
      'third',
      ['other'],
    ]);
    expect(mergeCopy(third, foundCopy({ text: 'other' }), location)).toBe(third);
  });

  test('that was edited in the platform is a revision by somebody there, once', () => {
    const copy = foundCopy({ text: 'changed', edited: true });
    const followed = mergeCopy(known(), copy, location);
    expect(followed).toMatchObject({
      revision: 2,
      text: 'changed',
      author: undefined,
      changedOn: 'Alpha',
      at: 5_000,
    });
    expect(mergeCopy(followed, copy, location)).toBe(followed);
  });

  test('that was edited there while it was edited here, too, is a conflict', () => {
    const here = withVersion(known(), { revision: 2, text: 'ours', at: 1 });
    const copy = foundCopy({ text: 'theirs', edited: true });
    expect(mergeCopy(here, copy, location)).toMatchObject({
      text: 'ours',
      conflict: { text: 'theirs' },
    });
  });

  test('of a deleted note asks when somebody wrote on, unless the deletion was only followed', () => {
    const gone = known({ deletedAt: 9 });
    expect(mergeCopy(gone, foundCopy(), location)).toBe(gone);
    const copy = foundCopy({ revision: 2, text: 'still needed' });
    expect(mergeCopy(gone, copy, location)).toMatchObject({
      deletedAt: 9,
      conflict: { text: 'still needed' },
    });
    const followed = mergeCopy(known({ deletedAt: 9, deletedThere: true }), copy, location);
    expect([followed.deletedAt, followed.text]).toEqual([undefined, 'still needed']);
  });

  test('with other marks comes to the same in every browser', () => {
    const pinned = known({ pinned: true, urgency: 'normal' });
    const urgent = known({ pinned: false, urgency: 'urgent' });
    const one = mergeCopy(pinned, { ...foundCopy(), ...copyOfNote(urgent) }, location);
    const other = mergeCopy(urgent, { ...foundCopy(), ...copyOfNote(pinned) }, location);
    expect(copyOfNote(one)).toEqual(copyOfNote(other));
    expect(one).toMatchObject({ pinned: true, urgency: 'urgent', revision: 2 });
  });

  test('with a revision of the most digits that a line takes can be changed and written again', () => {
    const far = foundCopy({ revision: 999_999_999_999 });
    const note = mergeCopy(undefined, far, location);
    const edit = { revision: note.revision + 1, text: 'two', author: 'Sam', at: 1 };
    const row = copyText(copyOfNote(withVersion(note, edit)));
    expect(readCopy(row)).toMatchObject({ text: 'two', edited: false });
    // Its row is no other text, and is written over.
    expect(mergeCopy(note, far, location)).toBe(note);
  });

  test('never loses a text, in whatever order copies come', () => {
    const anyHeld = fc.record({
      revision: fc.integer({ min: 1, max: 4 }),
      text: fc.constantFrom('one', 'two', 'three', 'four'),
      edited: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyHeld, { maxLength: 8 }), (copies) => {
        let note = known();
        const seen = new Set([note.text]);
        for (const copy of copies) {
          const isNews = copy.revision >= note.revision;
          note = mergeCopy(note, foundCopy(copy), location);
          if (isNews) seen.add(copy.text);
        }
        const kept = [note, ...note.versions, ...(note.conflict ? [note.conflict] : [])];
        expect([...seen].filter((text) => !kept.some((each) => each.text === text))).toEqual([]);
      }),
    );
  });
});
