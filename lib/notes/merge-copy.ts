import type { ContactRef } from '../model/ids';
import type { NoteRow, NoteVersion } from '../model/note';
import type { FoundCopy, NoteCopy, ReadCopy } from './note-copy';
import { sameText } from './note-text';
import { versionOf, versionsAfter, withVersion } from './note-versions';

/** Where a copy was found. */
export interface CopyLocation {
  /** `contactRef`. */
  contact: ContactRef;
  connectionId: string;
  /** The platform's label, for changes of which only the platform knows the author. */
  platform: string;
  /** Epoch ms. */
  now: number;
}

/**
 * What a note is after one of its copies was read. The highest revision wins; clocks have no say.
 * The same revision with two texts is a conflict that keeps both. A change made in the platform's
 * own pages is a revision of its own, by "somebody on" that platform. Gives back the same object
 * when nothing is new.
 */
export function mergeCopy(note: NoteRow | undefined, copy: FoundCopy, at: CopyLocation): NoteRow {
  const incoming = asRevision(copy, at);
  if (note === undefined) return newNote(incoming, at);
  const known = withContact(note, at.contact);
  if (copy.edited) return mergeEdit(known, copy, incoming, at);
  if (incoming.revision > known.revision) return replace(known, incoming, at);
  return incoming.revision === known.revision ? mergeEqual(known, incoming) : known;
}

/** What the note's copies have to carry. */
export function copyOf(note: NoteRow): NoteCopy {
  return {
    ...versionOf(note),
    id: note.id,
    pinned: note.pinned,
    urgency: note.urgency,
    onlyHere: note.scope.kind === 'connection',
  };
}

function asRevision(copy: ReadCopy, at: CopyLocation): NoteCopy {
  const { edited, ...plain } = copy;
  if (!edited) return plain;
  return {
    ...plain,
    revision: copy.revision + 1,
    author: `somebody on ${at.platform}`,
    at: at.now,
  };
}

function newNote(copy: NoteCopy, at: CopyLocation): NoteRow {
  return {
    ...versionOf(copy),
    id: copy.id,
    contacts: [at.contact],
    pinned: copy.pinned,
    urgency: copy.urgency,
    scope: scopeOf(copy, at),
    createdAt: copy.at,
    createdBy: copy.author,
    versions: [],
  };
}

function scopeOf(copy: NoteCopy, { connectionId }: CopyLocation): NoteRow['scope'] {
  return copy.onlyHere ? { kind: 'connection', connectionId } : { kind: 'everywhere' };
}

function withContact(note: NoteRow, contact: ContactRef): NoteRow {
  if (note.contacts.includes(contact)) return note;
  return { ...note, contacts: [...note.contacts, contact] };
}

/** A change under a line of ours: next revision if it changed the newest text, else a conflict. */
function mergeEdit(note: NoteRow, copy: ReadCopy, incoming: NoteCopy, at: CopyLocation): NoteRow {
  if (copy.revision >= note.revision) return replace(note, incoming, at);
  const known = [note, ...note.versions, ...(note.conflict === undefined ? [] : [note.conflict])];
  if (known.some(({ text }) => sameText(text, incoming.text))) return note;
  return withConflict(note, { ...versionOf(incoming), revision: note.revision });
}

function replace(note: NoteRow, copy: NoteCopy, at: CopyLocation): NoteRow {
  // Somebody wrote on without knowing that it was deleted here: a person has to choose.
  if (note.deletedAt !== undefined && note.deletedThere !== true) return withConflict(note, copy);
  const next = withVersion(note, versionOf(copy));
  return {
    ...next,
    pinned: copy.pinned,
    urgency: copy.urgency,
    scope: copy.onlyHere === (note.scope.kind === 'connection') ? note.scope : scopeOf(copy, at),
    deletedAt: undefined,
    deletedThere: undefined,
  };
}

function mergeEqual(note: NoteRow, copy: NoteCopy): NoteRow {
  if (note.deletedAt !== undefined) return note;
  if (!sameText(note.text, copy.text)) {
    const isInHistory = note.versions.some(
      ({ revision, text }) => revision === copy.revision && sameText(text, copy.text),
    );
    return isInHistory ? note : withConflict(note, copy);
  }
  const pinned = note.pinned || copy.pinned;
  const urgency = [note.urgency, copy.urgency].sort((a, b) => rank[b] - rank[a])[0] ?? 'normal';
  const agree =
    copy.pinned === pinned &&
    copy.urgency === urgency &&
    note.pinned === pinned &&
    note.urgency === urgency;
  // Two marks at once: both come to the same next revision, so that all copies agree again.
  return agree ? note : { ...note, pinned, urgency, revision: note.revision + 1 };
}

const rank: Readonly<Record<NoteRow['urgency'], number>> = { normal: 0, important: 1, urgent: 2 };

function withConflict(note: NoteRow, version: NoteVersion): NoteRow {
  const conflict = versionOf(version);
  const before = note.conflict;
  if (before !== undefined && sameText(before.text, conflict.text)) {
    return before.revision >= conflict.revision ? note : { ...note, conflict };
  }
  return {
    ...note,
    conflict,
    versions: before === undefined ? note.versions : versionsAfter(note),
  };
}
