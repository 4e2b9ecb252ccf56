import type { NoteScope } from '../model/note';

/** An account a note may go to. */
export interface NoteAccount {
  connectionId: string;
  /** For people: the platform, or the account's own label where there are several. */
  label: string;
  /** Whether the person has a contact there. */
  isKnown: boolean;
  /** The most characters of a note there. */
  limit?: number | undefined;
}

/** The accounts a note of this scope goes to. */
export function targetsOf(scope: NoteScope, targets: readonly NoteAccount[]): NoteAccount[] {
  if (scope.kind === 'browser') return [];
  if (scope.kind === 'everywhere') return [...targets];
  return targets.filter((target) => target.connectionId === scope.connectionId);
}

/** Says before saving who will see the note: "Visible to colleagues in A, B. C: waits until …". */
export function reachWords(scope: NoteScope, targets: readonly NoteAccount[]): string {
  const chosen = targetsOf(scope, targets);
  if (chosen.length === 0) return 'Only in this browser. Colleagues do not see it.';
  const seen = labels(chosen.filter((target) => target.isKnown));
  const waiting = labels(chosen.filter((target) => !target.isKnown));
  const parts = [
    seen && `Visible to colleagues in ${seen}, never to the customer.`,
    waiting && `${waiting}: waits until this person is known there.`,
  ];
  return parts.filter(Boolean).join(' ');
}

function labels(targets: readonly NoteAccount[]): string {
  return targets.map((target) => target.label).join(', ');
}

/**
 * The most characters the writer has, and which account allows no more; `undefined` where no limit
 * is known.
 */
export function shortestLimit(
  scope: NoteScope,
  targets: readonly NoteAccount[],
): { limit: number; label: string } | undefined {
  const limits = targetsOf(scope, targets).flatMap(({ limit, label }) =>
    limit === undefined ? [] : [{ limit, label }],
  );
  return limits.sort((a, b) => a.limit - b.limit)[0];
}
