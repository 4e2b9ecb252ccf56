import type { NoteTarget } from '../../../lib/notes/reach';

/** What all notes on screen have in common. */
export interface NotesScene {
  /** `contactRef` of the contact on screen. */
  anchor: string;
  /** `contactRef` of every contact of the person. */
  refs: readonly string[];
  /** The accounts that notes about this person can go to. */
  targets: readonly NoteTarget[];
  /** What people call an account, by connection id. */
  labels: ReadonlyMap<string, string>;
}
