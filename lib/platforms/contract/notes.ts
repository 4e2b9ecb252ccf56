import type { Contact } from '../../model/contact';
import type { FoundCopy, NoteCopy } from '../../notes/note-copy';

/** A platform's own note, as it is shown beside ours. */
interface PlatformNote {
  /** The platform's id; `text` for the content of a single text field. */
  id: string;
  kind: 'note' | 'free-text';
  text: string;
  /** How the platform's own page reads the text; absent where it is shown as it was typed. */
  format?: 'markdown' | undefined;
  author?: string | undefined;
  /** Epoch ms, where the platform knows. */
  createdAt?: number | undefined;
}

/** All notes that a platform stores for a contact. */
export interface RemoteNotes {
  /** Copies of ours, the oldest first: where one note has several copies the first counts. */
  copies: FoundCopy[];
  natives: PlatformNote[];
  /** The whole content of a single text field, so that a write changes exactly this. */
  field?: string | undefined;
  /** Which version of our block in the field it is. */
  serial?: number | undefined;
  /** Notes that were not readable. */
  dropped: number;
}

export type NoteChange =
  | { kind: 'create'; copy: NoteCopy }
  | { kind: 'update'; copy: NoteCopy; remoteId: string }
  | { kind: 'remove'; noteId: string; remoteId: string };

/** What the product knows about where a new copy could go. */
export interface NoteDestination {
  /** Conversations of the contact, the best one first. */
  conversations: readonly string[];
}

/**
 * Notes about a contact. All methods throw `TransportError`, `NoteProblem`, or the signal's reason
 * when aborted; none retries by itself, and none reaches the customer.
 */
export interface NotesPort {
  read(contact: Contact, signal: AbortSignal): Promise<RemoteNotes>;
  /**
   * Makes the changes and reports what was written. In a single text field all are made at once to its
   * content at that moment, unless a copy differs from the one in `remote.field`; in a list one after the
   * other, `remote` is not needed.
   */
  write(contact: Contact, request: NoteWriteRequest, signal: AbortSignal): Promise<NotesWritten>;
  /**
   * Puts a text above the content of a single text field, unless it is there already. Rejects with the
   * `NoteProblem` `no-room` where both together are too long, and with `not-shown` where the text does not
   * stand there afterwards. Absent for a list.
   */
  putBack?(contact: Contact, text: string, signal: AbortSignal): Promise<void>;
}

export interface NotesWritten {
  /** The platform's id of each note that was written. */
  ids: ReadonlyMap<string, string>;
  /** For a single text field that was changed: which version it now has, and what others had there before. */
  field?: { serial: number | undefined; outside: string };
}

export interface NoteWriteRequest {
  changes: readonly NoteChange[];
  destination: NoteDestination;
  remote?: RemoteNotes | undefined;
}

/**
 * `moved`: somebody else wrote at the same time, read again; `no-room`: the field has no room for it;
 * `no-handle`: the platform's id for the contact is not known; `not-shown`: what was written does not
 * show where it is read, so nothing could be stored there safely; `changes-text`: the text that is
 * written there is changed by the platform; `missing-right`: the key may not; `no-contact`: the contact
 * is no longer known.
 */
type NoteProblemReason =
  | 'moved'
  | 'no-room'
  | 'no-handle'
  | 'not-shown'
  | 'changes-text'
  | 'missing-right'
  | 'no-contact';

/** Why a platform cannot store a note now, other than a failed call. */
export class NoteProblem extends Error {
  override readonly name = 'NoteProblem';

  constructor(readonly reason: NoteProblemReason) {
    super(reason);
  }
}
