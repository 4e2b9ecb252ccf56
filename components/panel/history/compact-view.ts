import { create } from 'zustand';

interface CompactView {
  /** What is above the timeline is hidden to make room for it. */
  isCompact: boolean;
  /** The timeline's scrolling element, while there is one. */
  scroller: HTMLElement | null;
  /** Sets the scrolling element. Returns how to remove it again: everything is shown then. */
  give(scroller: HTMLElement | null): () => void;
}

/**
 * Whether the timeline has the panel nearly to itself; each person and each tab begins with everything shown.
 */
export const useCompactView = create<CompactView>((set) => ({
  isCompact: false,
  scroller: null,
  give: (scroller) => {
    set({ scroller });
    return () => set({ scroller: null, isCompact: false });
  },
}));
