import { create } from 'zustand';

interface SearchState {
  isOpen: boolean;
  query: string;
  /** Row key of the find the person is at. */
  current: string | undefined;
  /** Counts the wishes to type: each puts the cursor into the field. */
  focusRequests: number;
  open(): void;
  close(): void;
  setQuery(query: string): void;
  setCurrent(key: string | undefined): void;
}

/** What is searched for in the timeline. */
export const useSearchStore = create<SearchState>((set) => ({
  isOpen: false,
  query: '',
  current: undefined,
  focusRequests: 0,
  open: () => set(({ focusRequests: wishes }) => ({ isOpen: true, focusRequests: wishes + 1 })),
  close: () => set({ isOpen: false, query: '', current: undefined }),
  setQuery: (query) => set({ query }),
  setCurrent: (current) => set({ current }),
}));
