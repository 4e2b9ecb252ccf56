import { create } from 'zustand';

interface SearchState {
  isOpen: boolean;
  query: string;
  /** Row key of the find the user has gone to. */
  current: string | undefined;
  /** `current` was picked elsewhere: it stays, whatever is found, and whoever is still on screen. */
  isPicked: boolean;
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
  isPicked: false,
  focusRequests: 0,
  open: () => set(({ focusRequests }) => ({ isOpen: true, focusRequests: focusRequests + 1 })),
  close: () => set({ isOpen: false, query: '', current: undefined, isPicked: false }),
  setQuery: (query) => set({ query, isPicked: false }),
  setCurrent: (current) => set({ current, isPicked: false }),
}));
