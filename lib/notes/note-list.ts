import type { NoteRow } from '../model/note';
import { fold } from '../text/fold';
import { stripMarkdown } from '../text/strip-markdown';
import { mostUrgentFirst } from './note-urgency';

/**
 * The living notes, and the one that is being changed (its id) though it was deleted meanwhile: those
 * that ask a question, then the pinned ones, the most urgent of them on top, else the newest first.
 */
export function orderedNotes(notes: readonly NoteRow[], editing?: string): NoteRow[] {
  return notes
    .filter((note) => note.deletedAt === undefined || note.id === editing)
    .sort(
      (a, b) =>
        Number(b.conflict !== undefined) - Number(a.conflict !== undefined) ||
        Number(b.pinned) - Number(a.pinned) ||
        (a.pinned ? mostUrgentFirst(a.urgency, b.urgency) : 0) ||
        b.createdAt - a.createdAt ||
        (a.id < b.id ? -1 : 1),
    );
}

/** Folded once for each note: the same ones come back at every key press. */
const haystacks = new WeakMap<NoteRow, string>();

/**
 * True when every term (as `searchTerms` gives them) is found in the note's text or authors. `wordsOf`
 * gives the words of Markdown as they are shown.
 */
export function noteMatches(
  note: NoteRow,
  terms: readonly string[],
  wordsOf: (markdown: string) => string,
): boolean {
  if (terms.length === 0) return true;
  const { text, createdBy = '', author, changedOn = '' } = note;
  const writer = author ?? changedOn;
  const haystack = haystacks.get(note) ?? fold([wordsOf(text), writer, createdBy].join('\n'));
  haystacks.set(note, haystack);
  return terms.every((term) => haystack.includes(term));
}

/**
 * A note's Markdown as a short plain text for a card of two lines: without marks, list signs and
 * addresses behind words. Only for display; never written anywhere.
 */
export function notePreview(markdown: string): string {
  return stripMarkdown(markdown.slice(0, 600))
    .replace(/^[^\S\r\n\u2028\u2029]*(?:[-*+]|>|#{1,6})\s+/gm, '')
    .replace(/(?<!\s)\s*\n\s*/g, ' · ')
    .trim();
}
