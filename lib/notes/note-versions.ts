import type { NoteRow, NoteVersion } from '../model/note';
import { sameText } from './note-text';

/** Replaced texts that are kept. */
const mostVersions = 50;

/** The note with `version` on top and everything it replaces in its history. */
export function withVersion(note: NoteRow, version: NoteVersion): NoteRow {
  return {
    ...note,
    ...version,
    versions: versionsAfter(note, versionOf(note)),
    conflict: undefined,
  };
}

/**
 * The note as somebody wants to write it over `before`, which may have changed since they read it:
 * texts that came meanwhile go into its history, and its revision is above theirs.
 */
export function writtenOver(note: NoteRow, before: NoteRow): NoteRow {
  const known = [note, ...note.versions, ...(note.conflict === undefined ? [] : [note.conflict])];
  const came = [versionOf(before), ...(before.conflict ? [versionOf(before.conflict)] : [])];
  const gone = came.filter(({ text }) => !known.some((each) => sameText(each.text, text)));
  if (gone.length === 0) return note;
  const versions = [...gone, ...note.versions].slice(0, mostVersions);
  return { ...note, versions, revision: Math.max(note.revision, before.revision + 1) };
}

/** A note's present state as a version. */
export function versionOf({ revision, text, author, at }: NoteVersion): NoteVersion {
  return { revision, text, author, at };
}

/** The history with a conflict that goes and, if given, a text that is replaced. */
export function versionsAfter(note: NoteRow, replaced?: NoteVersion): NoteVersion[] {
  const gone = [replaced, note.conflict && versionOf(note.conflict)];
  return [...gone.filter((version) => version !== undefined), ...note.versions].slice(
    0,
    mostVersions,
  );
}
