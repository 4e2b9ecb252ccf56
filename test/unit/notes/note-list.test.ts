import { expect, test } from 'vitest';
import type { NativeNoteRow } from '../../../lib/model/note';
import {
  listNativeNotes,
  matchingNativeNotes,
  quoteNativeNote,
} from '../../../lib/notes/native-notes';
import { noteMatches, notePreview, orderedNotes } from '../../../lib/notes/note-list';
import { cleanText } from '../../../lib/notes/note-text';
import { plainWords } from '../../../lib/replies/markdown-words';
import { message } from '../timeline/samples';
import { note } from './note-rows';

test('one with two texts before all others: it asks a question', () => {
  const conflict = { revision: 1, text: 'other', at: 1 };
  const notes = [
    note({ id: 'urgent', pinned: true, urgency: 'urgent' }),
    note({ id: 'asks', conflict }),
  ];
  expect(orderedNotes(notes).map((each) => each.id)).toEqual(['asks', 'urgent']);
});

test('pinned ones first, the most urgent on top, else the newest first, deleted ones not', () => {
  const notes = [
    note({ id: 'old', createdAt: 1 }),
    note({ id: 'new', createdAt: 9, urgency: 'normal' }),
    note({ id: 'gone', deletedAt: 5, pinned: true }),
    note({ id: 'pinned', createdAt: 5, pinned: true }),
    note({ id: 'urgent', createdAt: 2, pinned: true, urgency: 'urgent' }),
  ];
  expect(orderedNotes(notes).map((each) => each.id)).toEqual(['urgent', 'pinned', 'new', 'old']);
});

test('a search finds words of the text and authors, without accents', () => {
  const given = note({ text: 'Crème promised', createdBy: 'Zoë' });
  expect(noteMatches(given, [], plainWords)).toBe(true);
  expect(noteMatches(given, ['creme', 'zoe'], plainWords)).toBe(true);
  expect(noteMatches(given, ['creme', 'lunch'], plainWords)).toBe(false);
  const unnamed = note({ text: 'Crème', author: undefined, changedOn: 'Chaport' });
  expect(noteMatches(unnamed, ['chaport'], plainWords)).toBe(true);
  expect(noteMatches(unnamed, ['somebody'], plainWords)).toBe(false);
  const marked = note({ text: '**Do** not [refund](https://a.example/x)' });
  expect(noteMatches(marked, ['do not refund'], plainWords)).toBe(true);
  expect(noteMatches(marked, ['a.example'], plainWords)).toBe(false);
});

test('a card of two lines shows words, not marks', () => {
  expect(notePreview('**VIP**, [refund](https://a.example) _promised_\n- do not `offer`')).toBe(
    'VIP, refund promised · do not offer',
  );
  expect(notePreview('2 * 3 * 4 and snake_case_name')).toBe('2 * 3 * 4 and snake_case_name');
  expect(notePreview('<script>alert(1)</script>')).toBe('<script>alert(1)</script>');
});

const native: NativeNoteRow = {
  connectionId: 'ku',
  contactId: '5',
  id: 'x',
  kind: 'note',
  text: 'Call her first',
  author: 'Jo',
  createdAt: 5,
  fetchedAt: 9,
};

test('notes of the platforms: each once, newest first, copies of ours and empty ones not', () => {
  const given = {
    natives: [native, { ...native, id: 'ours' }, { ...native, id: 'text', text: ' ' }],
    messages: [
      message({ connectionId: 'ku', id: 'x', kind: 'note', text: 'Call her first' }),
      message({ connectionId: 'cw', id: 'y', kind: 'note', text: 'Angry', sentAt: 50 }),
    ],
  };
  const listed = listNativeNotes(given, (_connection, id) => id === 'ours');
  expect(listed.map((each) => each.text)).toEqual(['Angry', 'Call her first']);
  expect(matchingNativeNotes(listed, ['jo'], plainWords).map((each) => each.text)).toEqual([
    'Call her first',
  ]);
  const marked = listNativeNotes(
    { natives: [{ ...native, text: '**Do** not', format: 'markdown' }], messages: [] },
    () => false,
  );
  expect(matchingNativeNotes(marked, ['do not'], plainWords)).toEqual(marked);
  const typed = listNativeNotes(
    { natives: [{ ...native, text: '**Do** not' }], messages: [] },
    () => false,
  );
  expect(matchingNativeNotes(typed, ['**do**'], plainWords)).toEqual(typed);
});

test('a note made from one of theirs keeps who wrote it, and where', () => {
  const [listed] = listNativeNotes({ natives: [native], messages: [] }, () => false);
  expect(listed && quoteNativeNote(listed, 'Kappa')).toBe('Call her first\n\n(Jo, Kappa)');
  // It is compared with notes as they are stored: one that is pinned already is not pinned again.
  const typed = { ...native, text: '\r\nCall her\r\nfirst \n' };
  const [windows] = listNativeNotes({ natives: [typed], messages: [] }, () => false);
  const quoted = windows && quoteNativeNote(windows, 'Kappa');
  expect(quoted).toBe('Call her\nfirst\n\n(Jo, Kappa)');
  expect(quoted && cleanText(quoted)).toBe(quoted);
});
