import { t } from '@lingui/core/macro';
import { type ContactRef, isRefOfConnection } from '../model/ids';
import type { NoteRow, NoteScope, ReplicaRow } from '../model/note';
import { formatList } from '../text/format-list';
import { joinSentences } from '../text/join-sentences';

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
export function accountsInScope(scope: NoteScope, targets: readonly NoteAccount[]): NoteAccount[] {
  if (scope.kind === 'browser') return [];
  if (scope.kind === 'everywhere') return [...targets];
  return targets.filter((target) => target.connectionId === scope.connectionId);
}

/** Says before saving who will see the note: "Visible to colleagues in A and B, never to …". */
export function scopeWords(scope: NoteScope, targets: readonly NoteAccount[]): string {
  const chosen = accountsInScope(scope, targets);
  if (chosen.length === 0) return t`Only in this browser. Colleagues do not see it.`;
  const seen = labels(chosen.filter((target) => target.isKnown));
  const waiting = labels(chosen.filter((target) => !target.isKnown));
  return joinSentences(
    seen && t`Visible to colleagues in ${seen}, never to the customer.`,
    waiting && t`Waiting in ${waiting} until this person is known there.`,
  );
}

function labels(targets: readonly NoteAccount[]): string {
  return formatList(targets.map((target) => target.label));
}

/** Accounts in the scope of a colleague's note where it is missing and where nobody gave it up. */
export function missingAccounts(
  note: NoteRow,
  replicas: readonly ReplicaRow[],
  targets: readonly NoteAccount[],
): NoteAccount[] {
  if (note.isPlaced === true || note.learnedAt === undefined) return [];
  const told = new Set(replicas.map(({ connectionId }) => connectionId));
  return accountsInScope(note.scope, targets).filter(({ connectionId }) => {
    const isDeclined = note.declined?.some((ref) => isRefOfConnection(ref, connectionId));
    return !told.has(connectionId) && isDeclined !== true;
  });
}

/** An account where a note is not written because somebody gave that up. */
interface DeclinedAccount {
  /** `contactRef` that was given up. */
  contact: ContactRef;
  /** For people: the platform or account. */
  label: string;
}

/** The accounts of a note's scope where it was given up and is not on its way again. */
export function declinedAccounts(
  note: NoteRow,
  replicas: readonly ReplicaRow[],
  targets: readonly NoteAccount[],
): DeclinedAccount[] {
  const connectionIds = new Set(replicas.map(({ connectionId }) => connectionId));
  return accountsInScope(note.scope, targets)
    .filter(({ connectionId }) => !connectionIds.has(connectionId))
    .flatMap(({ connectionId, label }) => {
      const contact = note.declined?.find((ref) => isRefOfConnection(ref, connectionId));
      return contact === undefined ? [] : [{ contact, label }];
    });
}
