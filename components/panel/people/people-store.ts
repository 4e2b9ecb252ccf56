import { create } from 'zustand';
import type { ContactKey, ContactRef } from '../../../lib/model/ids';
import type { LinkRow, Verdict } from '../../../lib/model/link-decision';

/** A decision that can be undone for a while. */
export interface Undo {
  /** The person on screen when it was made. */
  anchor: ContactRef;
  /** What was done, in words. */
  text: string;
  one: ContactKey;
  other: ContactKey;
  /** The verdict before that. */
  before: Verdict | 'none';
  /** The decision itself, where it was taken back. */
  restored?: LinkRow | undefined;
}

interface PeopleStore {
  /** The search by hand is open. */
  isFinding: boolean;
  undo: Undo | undefined;
  find(isFinding: boolean): void;
  offerUndo(undo: Undo | undefined): void;
}

/** What is open of "who is this" right now. Contains no data: that comes from the database. */
export const usePeopleStore = create<PeopleStore>((set) => ({
  isFinding: false,
  undo: undefined,
  find: (isFinding) => set({ isFinding }),
  offerUndo: (undo) => set({ undo }),
}));
