import type { NoteScope } from '../model/note';
import { accountsInScope, type NoteAccount } from './note-scope';

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
