import type { NoteScope } from '../model/note';
import type { NoteCopy } from './note-copy';

/** The account where a copy was found. */
export interface CopyPlace {
  connectionId: string;
  /** The same for an account in every browser, whatever its connection is called there. */
  placeOf(connectionId: string): string;
}

/** The scope of a copy, according to its line and to where it is. */
export function scopeOf(copy: NoteCopy, { connectionId }: CopyPlace): NoteScope {
  return copy.onlyHere ? { kind: 'connection', connectionId } : { kind: 'everywhere' };
}

/**
 * The scope of a note to which two people gave different ones at once, the same in whichever browser
 * these meet: the wider one, and of two accounts always the same.
 */
export function commonScope(scope: NoteScope, copy: NoteCopy, at: CopyPlace): NoteScope {
  const other = scopeOf(copy, at);
  if (scope.kind === 'browser' || other.kind !== 'connection') return other;
  if (scope.kind !== 'connection') return scope;
  return at.placeOf(scope.connectionId) <= at.placeOf(other.connectionId) ? scope : other;
}

/** Whether two scopes are one. */
export function sameScope(one: NoteScope, other: NoteScope): boolean {
  if (one.kind !== 'connection' || other.kind !== 'connection') return one.kind === other.kind;
  return one.connectionId === other.connectionId;
}
