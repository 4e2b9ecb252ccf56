import { create } from 'zustand';

interface CompactView {
  /** What stands above the timeline has given way to it. */
  isCompact: boolean;
  /** The timeline's scrolling element, while there is one. */
  scroller: HTMLElement | null;
  /** Names the scrolling element. Returns how to take it back: everything is shown again then. */
  give(scroller: HTMLElement | null): () => void;
}

/** Whether the timeline has the panel nearly to itself; each person and each tab begins without. */
export const useCompactView = create<CompactView>((set) => ({
  isCompact: false,
  scroller: null,
  give: (scroller) => {
    set({ scroller });
    return () => set({ scroller: null, isCompact: false });
  },
}));
