import { create } from 'zustand';

interface NotesView {
  /** The note that is being changed; empty for none. */
  editing: string;
  /** The note to bring into sight, and the how-manieth wish it is. */
  wanted: { id: string; count: number };
  /** Counts the wishes to write: each puts the cursor into the composer. */
  writeWishes: number;
  /** Notes deleted since the panel opened, for taking that back. */
  deleted: readonly string[];
  query: string;
  edit(id: string): void;
  want(id: string): void;
  write(): void;
  setDeleted(id: string, isDeleted: boolean): void;
  setQuery(query: string): void;
}

/** How the notes are looked at. The notes themselves come from the database, always. */
export const useNotesView = create<NotesView>((set) => ({
  editing: '',
  wanted: { id: '', count: 0 },
  writeWishes: 0,
  deleted: [],
  query: '',
  edit: (editing) => set({ editing }),
  want: (id) => set(({ wanted }) => ({ wanted: { id, count: wanted.count + 1 }, query: '' })),
  write: () => set(({ writeWishes }) => ({ writeWishes: writeWishes + 1 })),
  setDeleted: (id, isDeleted) =>
    set(({ deleted }) => ({
      deleted: [...deleted.filter((each) => each !== id), ...(isDeleted ? [id] : [])],
    })),
  setQuery: (query) => set({ query }),
}));
