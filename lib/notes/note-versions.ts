import type { NoteRow, NoteVersion } from '../model/note';
import { sameText } from './note-text';

/** Replaced texts that are kept: the last ones and, of a long history, the first ones. */
export const LAST_VERSIONS = 40;
const firstVersions = 10;

/** A note's history: the texts that are kept, and how many between the last and the first are not. */
type NoteHistory = Pick<NoteRow, 'versions' | 'droppedVersions'>;

/** The note with `version` on top and everything it replaces in its history. */
export function withVersion(note: NoteRow, version: NoteVersion): NoteRow {
  return {
    ...note,
    ...versionOf(version),
    ...versionsAfter(note, versionOf(note)),
    conflict: undefined,
  };
}

/** The note with another text beside its own, for a human to choose; the same object if it asks already. */
export function withConflict(note: NoteRow, version: NoteVersion): NoteRow {
  const conflict = versionOf(version);
  const before = note.conflict;
  if (before !== undefined && sameText(before.text, conflict.text)) {
    return before.revision >= conflict.revision ? note : { ...note, conflict };
  }
  return { ...note, ...(before === undefined ? {} : versionsAfter(note)), conflict };
}

/** Whether a text is the note's or in its history: then it may be lost elsewhere. */
export function keepsText(note: NoteRow, text: string): boolean {
  return [note, ...note.versions].some((version) => sameText(version.text, text));
}

/** A note's present state as a version. */
export function versionOf({ revision, text, author, changedOn, at }: NoteVersion): NoteVersion {
  return { revision, text, author, changedOn, at };
}

/** The history together with a conflict that is settled and, if given, a text that is replaced. */
function versionsAfter(note: NoteRow, replaced?: NoteVersion): NoteHistory {
  const gone = [replaced, note.conflict && versionOf(note.conflict)];
  return historyWith(
    note,
    gone.filter((version) => version !== undefined),
  );
}

/** What was said first about somebody is worth as much as what was said last: the middle is dropped. */
function historyWith(
  { versions, droppedVersions = 0 }: NoteRow,
  gone: readonly NoteVersion[],
): NoteHistory {
  const all = [...gone, ...versions];
  const surplus = all.length - LAST_VERSIONS - firstVersions;
  if (surplus <= 0) return { versions: all };
  return {
    versions: [...all.slice(0, LAST_VERSIONS), ...all.slice(-firstVersions)],
    droppedVersions: droppedVersions + surplus,
  };
}
