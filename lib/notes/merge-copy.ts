import type { ContactRef } from '../model/ids';
import type { NoteRow } from '../model/note';
import type { FoundCopy, NoteCopy } from './note-copy';
import { sameText } from './note-text';
import { mostUrgentFirst } from './note-urgency';
import { keepsText, versionOf, withConflict, withVersion } from './note-versions';
import { type CopyPlace, commonScope, sameScope, scopeOf } from './scope-of-copies';
import { authorInLine, writerInLine } from './unnamed-editor';

/** A revision this far above the known one, or above none, cannot come from people's changes. */
export const mostAhead = 100_000;

/** Where a copy was found. */
export interface CopyLocation extends CopyPlace {
  /** `contactRef`. */
  contact: ContactRef;
  /** The platform's label, for changes whose author only the platform knows. */
  platform: string;
  /** Epoch ms. */
  now: number;
}

/**
 * The note after one of its copies was read. The highest revision wins; clocks play no part. Another
 * text for a revision that is known here is a conflict that keeps both. A change made in the platform's
 * own pages is a revision of its own, by the person who wrote the row. Returns the same object when
 * nothing is new.
 */
export function mergeCopy(note: NoteRow | undefined, copy: FoundCopy, at: CopyLocation): NoteRow {
  const incoming = asRevision(copy, at);
  if (note === undefined) return newNote(incoming, at);
  const known = withContact(note, at.contact);
  if (incoming.revision > known.revision + mostAhead) return disputed(known, incoming);
  if (copy.edited && copy.revision < known.revision) return disputed(known, incoming);
  if (incoming.revision > known.revision) return replace(known, incoming, at);
  return incoming.revision === known.revision
    ? mergeEqual(known, incoming, at)
    : mergeOlder(known, incoming, at);
}

/** What the note's copies have to contain. */
export function copyOf(note: NoteRow): NoteCopy {
  const { id, pinned, urgency } = note;
  const onlyHere = note.scope.kind === 'connection';
  return { ...versionOf(note), author: authorInLine(note), id, pinned, urgency, onlyHere };
}

function asRevision(copy: FoundCopy, at: CopyLocation): NoteCopy {
  const { id, revision, text, author, writer, pinned, urgency, onlyHere } = copy;
  const marks = { id, text, pinned, urgency, onlyHere };
  if (!copy.edited) return { ...marks, revision, ...writerInLine(author), at: copy.at };
  const editor = writer === undefined ? { changedOn: at.platform } : { author: writer };
  return { ...marks, revision: revision + 1, ...editor, at: at.now };
}

function newNote(copy: NoteCopy, at: CopyLocation): NoteRow {
  const revision = Math.min(copy.revision, mostAhead);
  return {
    ...versionOf(copy),
    revision,
    id: copy.id,
    contacts: [at.contact],
    pinned: copy.pinned,
    urgency: copy.urgency,
    scope: scopeOf(copy, at),
    createdAt: copy.at,
    createdBy: copy.author,
    versions: [],
    knownSince: revision,
    learnedAt: at.now,
  };
}

function withContact(note: NoteRow, contact: ContactRef): NoteRow {
  if (note.contacts.includes(contact) || note.parted?.includes(contact) === true) return note;
  return { ...note, contacts: [...note.contacts, contact] };
}

function replace(note: NoteRow, copy: NoteCopy, at: CopyLocation): NoteRow {
  // Somebody changed it without knowing that it was deleted here: a person has to choose.
  if (note.deletedAt !== undefined && note.deletedThere !== true) return withConflict(note, copy);
  const next = withVersion(note, versionOf(copy));
  return {
    ...next,
    pinned: copy.pinned,
    urgency: copy.urgency,
    scope: scopeOf(copy, at),
    knownSince: copy.revision === note.revision + 1 ? note.knownSince : copy.revision,
    withdrawnAt: undefined,
    deletedAt: undefined,
    deletedThere: undefined,
  };
}

function mergeEqual(note: NoteRow, copy: NoteCopy, at: CopyLocation): NoteRow {
  if (!sameText(note.text, copy.text)) {
    const wasSettled = note.versions.some(
      ({ revision, text }) => revision === copy.revision && sameText(text, copy.text),
    );
    return published(wasSettled ? note : withConflict(note, copy), copy, at);
  }
  // That it was deleted elsewhere was only an inference, and it is there after all.
  if (note.deletedThere === true) {
    return { ...note, scope: scopeOf(copy, at), deletedAt: undefined, deletedThere: undefined };
  }
  if (note.deletedAt !== undefined) return note;
  const pinned = note.pinned || copy.pinned;
  const urgency = [note.urgency, copy.urgency].sort(mostUrgentFirst)[0] ?? 'normal';
  const scope = commonScope(note.scope, copy, at);
  const agree =
    copy.pinned === pinned &&
    copy.urgency === urgency &&
    sameScope(scopeOf(copy, at), scope) &&
    note.pinned === pinned &&
    note.urgency === urgency &&
    (note.scope.kind === 'browser' || sameScope(note.scope, scope));
  if (agree) return published(note, copy, at);
  // Two marks at once: both come to the same next revision, so that all copies agree again.
  const revision = note.revision + 1;
  return { ...note, pinned, urgency, scope, revision, withdrawnAt: undefined };
}

/**
 * A copy that is behind. Where every revision since is known here, an unknown text was written at the
 * same time as they were; and one that is newer than the note's withdrawal was published after it.
 */
function mergeOlder(note: NoteRow, copy: NoteCopy, at: CopyLocation): NoteRow {
  const isPublished = copy.revision >= (note.withdrawnAt ?? Number.POSITIVE_INFINITY);
  if (isPublished && note.deletedAt === undefined) {
    if (!sameText(note.text, copy.text)) return published(withConflict(note, copy), copy, at);
    return { ...published(note, copy, at), revision: note.revision + 1 };
  }
  const isCovered = copy.revision >= (note.knownSince ?? Number.POSITIVE_INFINITY);
  return isCovered && note.droppedVersions === undefined ? disputed(note, copy) : note;
}

/** A note that was withdrawn to this browser, and that somebody published again. */
function published(note: NoteRow, copy: NoteCopy, at: CopyLocation): NoteRow {
  if (note.scope.kind !== 'browser' || note.deletedAt !== undefined) return note;
  return { ...note, scope: scopeOf(copy, at), withdrawnAt: undefined };
}

/** The note with another text beside its own; a text that was seen before raises no question. */
function disputed(note: NoteRow, copy: NoteCopy): NoteRow {
  if (keepsText(note, copy.text) || sameText(note.conflict?.text ?? '', copy.text)) return note;
  return withConflict(note, { ...versionOf(copy), revision: note.revision });
}
