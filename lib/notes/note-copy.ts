import type { NoteUrgency } from '../model/note';
import { sameText } from './note-text';

/** A note as it is in one of its copies on a platform. */
export interface NoteCopy {
  id: string;
  revision: number;
  /** Markdown, cleaned by `cleanText`. */
  text: string;
  author?: string | undefined;
  /** As in a note's version; the copy's line names it in place of the author. */
  changedOn?: string | undefined;
  /** Epoch ms; copies carry whole minutes. */
  at: number;
  pinned: boolean;
  urgency: NoteUrgency;
  /** True when the note is meant for one connection only. */
  onlyHere: boolean;
  /**
   * In a field that outsiders can write: what proves that an agent's browser wrote it. In a list: beside
   * which contact it was written.
   */
  seal?: string | undefined;
}

/** A copy that was read. */
export interface ReadCopy extends NoteCopy {
  /** True when somebody changed it in the platform's own pages: it no longer fits its line. */
  edited: boolean;
}

/** A copy and where it was found. */
export interface FoundCopy extends ReadCopy {
  /** The platform's id of the copy; in a text field the note's own id. */
  remoteId: string;
  /** Who wrote the row last, according to the platform. */
  writer?: string | undefined;
  /** True where the platform says that this was somebody other than the key's owner. */
  isOthers?: boolean | undefined;
  /**
   * Whether its seal fits the contact, and in a field that outsiders can write its text too; `undefined`
   * where this browser has nothing to check it with, or in a list there is no seal.
   */
  isProven?: boolean | undefined;
}

/** Whether two copies say the same to people, whatever their revisions. */
export function saysTheSame(one: NoteCopy, other: NoteCopy): boolean {
  return (
    sameText(one.text, other.text) &&
    one.pinned === other.pinned &&
    one.urgency === other.urgency &&
    one.onlyHere === other.onlyHere
  );
}
