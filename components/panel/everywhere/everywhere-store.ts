import { create } from 'zustand';

interface EverywhereState {
  isOpen: boolean;
  query: string;
  /** Names of the platforms that are searched; none: all. */
  platforms: readonly string[];
  /** Only what is not older than this many days; 0: everything. */
  days: number;
  /** Opens the search, with text that was typed elsewhere. */
  open(query?: string): void;
  close(): void;
  change(change: Partial<Pick<EverywhereState, 'query' | 'platforms' | 'days'>>): void;
}

/** What is searched for in everything stored. Contains no data: that comes from the database. */
export const useEverywhereStore = create<EverywhereState>((set) => ({
  isOpen: false,
  query: '',
  platforms: [],
  days: 0,
  open: (query) => set((before) => ({ isOpen: true, query: query ?? before.query })),
  close: () => set({ isOpen: false }),
  change: (change) => set(change),
}));
