import type { NoteRow } from '../model/note';
import { fold } from '../timeline/fold';

/** True when every term (as `searchTerms` gives them) stands in the note's text or authors. */
export function noteMatches(note: NoteRow, terms: readonly string[]): boolean {
  if (terms.length === 0) return true;
  const haystack = fold([note.text, note.author ?? '', note.createdBy ?? ''].join('\n'));
  return terms.every((term) => haystack.includes(term));
}
