import type { ContactRef } from '../../../lib/model/ids';
import type { NoteAccount } from '../../../lib/notes/note-scope';
import type { Hotkey } from '../../hooks/use-hotkey';

/** What all notes on screen have in common. */
export interface NotesScene {
  /** `contactRef` of the contact on screen. */
  anchor: ContactRef;
  /** `contactRef` of every contact of the person. */
  refs: readonly ContactRef[];
  /** The accounts that notes about this person can go to. */
  targets: readonly NoteAccount[];
  /** What people call an account, by connection id. */
  labels: ReadonlyMap<string, string>;
}

/** Pins a note, or takes the pin off. */
export const pinKey: Hotkey = { key: 'p', isCommand: true, isShifted: true };
