import type { NoteScope } from '../../../lib/model/note';

const prefix = 'connection:';

/** A scope as the value of an option. */
export function scopeValue(scope: NoteScope): string {
  return scope.kind === 'connection' ? prefix + scope.connectionId : scope.kind;
}

/** The scope of an option's value; what is not one of ours means everywhere. */
export function scopeOf(value: string): NoteScope {
  if (value === 'browser') return { kind: 'browser' };
  if (!value.startsWith(prefix)) return { kind: 'everywhere' };
  return { kind: 'connection', connectionId: value.slice(prefix.length) };
}
