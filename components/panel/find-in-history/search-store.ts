import { create } from 'zustand';

interface SearchState {
  isOpen: boolean;
  query: string;
  /** Row key of the find the user has gone to. */
  current: string | undefined;
  /** How often the search field was requested: each request puts the cursor into it. */
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
  open: () => set(({ focusRequests }) => ({ isOpen: true, focusRequests: focusRequests + 1 })),
  close: () => set({ isOpen: false, query: '', current: undefined }),
  setQuery: (query) => set({ query }),
  setCurrent: (current) => set({ current }),
}));
