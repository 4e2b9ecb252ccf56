import { create } from 'zustand';
import type { ContactRef } from '../../../lib/model/ids';

/** The reading position: an item, and how far below the upper edge it is. */
export interface ScrollAnchor {
  /** Row key of the item. */
  key: string;
  /** Epoch ms of the item, for when it is no longer in the list. */
  at: number;
  /** Pixels; negative when it begins above the edge. */
  offset: number;
}

interface ScrollAnchorState {
  /** By the contact on screen. A contact that is missing was left at the newest item. */
  scrollAnchors: ReadonlyMap<string, ScrollAnchor>;
  /** The last request to go to a row; `count` distinguishes a repeated request from an old one. */
  jump: { key: string; align: 'start' | 'center'; count: number };
  remember(anchor: ContactRef, scrollAnchor: ScrollAnchor | undefined): void;
  jumpTo(key: string, align?: 'start' | 'center'): void;
  /** Ends whatever maintains a scroll position: the list itself moved. */
  letGo(): void;
}

const mostScrollAnchors = 200;

/** Reading positions in the timelines, and where the user wants to go. */
export const useScrollAnchorStore = create<ScrollAnchorState>((set) => ({
  scrollAnchors: new Map(),
  jump: { key: '', align: 'start', count: 0 },
  remember: (anchor, scrollAnchor) =>
    set(({ scrollAnchors }) => {
      const others = [...scrollAnchors]
        .filter(([known]) => known !== anchor)
        .slice(1 - mostScrollAnchors);
      return {
        scrollAnchors: new Map(
          scrollAnchor === undefined ? others : [...others, [anchor, scrollAnchor]],
        ),
      };
    }),
  jumpTo: (key, align = 'start') =>
    set(({ jump }) => ({ jump: { key, align, count: jump.count + 1 } })),
  letGo: () => set(({ jump }) => ({ jump: { ...jump } })),
}));
