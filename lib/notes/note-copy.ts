import type { NoteUrgency } from '../model/note';

/** A note as one of its copies on a platform carries it. */
export interface NoteCopy {
  id: string;
  revision: number;
  /** Markdown, cleaned by `cleanText`. */
  text: string;
  author?: string | undefined;
  /** Epoch ms; copies carry whole minutes. */
  at: number;
  pinned: boolean;
  urgency: NoteUrgency;
  /** True when the note is meant for one connection only. */
  onlyHere: boolean;
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
}
