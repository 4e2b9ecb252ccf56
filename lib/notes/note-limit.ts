import type { NoteRow, NoteScope } from '../model/note';
import { accountsInScope, type NoteAccount } from './note-scope';
import { sameText } from './note-text';
import { sameScope } from './scope-of-copies';

/**
 * The most characters the writer may use, and which account allows no more; `undefined` where no limit
 * is known.
 */
export function shortestLimit(
  scope: NoteScope,
  targets: readonly NoteAccount[],
): { limit: number; label: string } | undefined {
  const limits = accountsInScope(scope, targets).flatMap(({ limit, label }) =>
    limit === undefined ? [] : [{ limit, label }],
  );
  return limits.sort((a, b) => a.limit - b.limit)[0];
}

/** Whether a note has this very text in this scope already: only its marks change, whatever the limits are. */
export function saysAlready(note: NoteRow | undefined, text: string, scope: NoteScope): boolean {
  if (note === undefined || note.deletedAt !== undefined) return false;
  return sameText(note.text, text) && sameScope(note.scope, scope);
}
