import { create } from 'zustand';

interface NotesView {
  /** The note that is being changed; empty for none. */
  editing: string;
  /** The note to scroll to next; empty for none. */
  wanted: string;
  /** True until the cursor is in the composer. */
  wantsToWrite: boolean;
  /** Notes deleted since the panel opened, so that they can be restored. */
  deleted: readonly string[];
  /** The note whose deletion was requested last; empty if that was undone. */
  justDeleted: string;
  query: string;
  edit(id: string): void;
  /** This note is no longer changed; another one that is by now stays open. */
  leave(id: string): void;
  want(id: string): void;
  /** The wanted note is in sight: coming back later is no reason to go there again. */
  found(): void;
  write(): void;
  began(): void;
  setDeleted(id: string, isDeleted: boolean): void;
  setQuery(query: string): void;
}

/** How the notes are viewed. The notes themselves always come from the database. */
export const useNotesView = create<NotesView>((set) => ({
  editing: '',
  wanted: '',
  wantsToWrite: false,
  deleted: [],
  justDeleted: '',
  query: '',
  edit: (editing) => set({ editing }),
  leave: (id) => set((before) => (before.editing === id ? { editing: '' } : before)),
  want: (wanted) => set({ wanted, query: '' }),
  found: () => set({ wanted: '' }),
  write: () => set({ wantsToWrite: true }),
  began: () => set({ wantsToWrite: false }),
  setDeleted: (id, isDeleted) =>
    set(({ deleted }) => ({
      justDeleted: isDeleted ? id : '',
      deleted: [...deleted.filter((each) => each !== id), ...(isDeleted ? [id] : [])],
    })),
  setQuery: (query) => set({ query }),
}));
