import { create } from 'zustand';

/** Where somebody reads: an item, and how far below the upper edge it stands. */
export interface ScrollAnchor {
  /** Row key of the item. */
  key: string;
  /** Epoch ms of the item, for when it is no longer in the list. */
  at: number;
  /** Pixels; negative when it begins above the edge. */
  offset: number;
}

interface ScrollAnchorState {
  /** By the contact on screen. Who is not in it was left at the newest. */
  scrollAnchors: ReadonlyMap<string, ScrollAnchor>;
  /** The last wish to go to a row; `count` tells a repeated wish from an old one. */
  jump: { key: string; align: 'start' | 'center'; count: number };
  remember(anchor: string, place: ScrollAnchor | undefined): void;
  jumpTo(key: string, align?: 'start' | 'center'): void;
}

const mostScrollAnchors = 200;

/** Where in the timelines the person is, and where they want to go. */
export const useScrollAnchorStore = create<ScrollAnchorState>((set) => ({
  scrollAnchors: new Map(),
  jump: { key: '', align: 'start', count: 0 },
  remember: (anchor, place) =>
    set(({ scrollAnchors: places }) => {
      const others = [...places].filter(([known]) => known !== anchor).slice(1 - mostScrollAnchors);
      return {
        scrollAnchors: new Map(place === undefined ? others : [...others, [anchor, place]]),
      };
    }),
  jumpTo: (key, align = 'start') =>
    set(({ jump }) => ({ jump: { key, align, count: jump.count + 1 } })),
}));
