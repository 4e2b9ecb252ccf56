import { create } from 'zustand';
import type { MessageKind } from '../../lib/model/history';
import { noFilters, type TimelineFilters, toggled } from '../../lib/timeline/filters';

export type PanelTab = 'history' | 'replies' | 'notes';

interface PanelView {
  tab: PanelTab;
  /** Counts the wishes to find a canned response: each puts the cursor into the search. */
  replyRequests: number;
  /** What was typed for that search before it was there, until it is taken. */
  typedAhead: string;
  filters: TimelineFilters;
  /** How many times more was asked for of a long text, by row key. */
  unfolded: Readonly<Record<string, number>>;
  /** Said once, politely, to whoever looks or listens. */
  notice: { text: string; count: number };
  chooseTab(tab: PanelTab): void;
  findReply(typed?: string): void;
  takeTyped(): string;
  togglePlatform(platform: string): void;
  toggleKind(kind: MessageKind): void;
  setFilters(change: Partial<TimelineFilters>): void;
  clearFilters(): void;
  unfold(key: string): void;
  fold(key: string): void;
  say(text: string): void;
}

/** How the panel is looked at. Holds no data: that comes from the database, always. */
export const usePanelView = create<PanelView>((set, get) => ({
  tab: 'history',
  replyRequests: 0,
  typedAhead: '',
  filters: noFilters,
  unfolded: {},
  notice: { text: '', count: 0 },
  chooseTab: (tab) => set({ tab }),
  findReply: (typed = '') =>
    set(({ replyRequests: replyWishes }) => ({
      tab: 'replies',
      replyRequests: replyWishes + 1,
      typedAhead: typed,
    })),
  takeTyped: () => {
    const { typedAhead } = get();
    set({ typedAhead: '' });
    return typedAhead;
  },
  togglePlatform: (platform) =>
    set(({ filters }) => ({
      filters: { ...filters, platforms: toggled(filters.platforms, platform) },
    })),
  toggleKind: (kind) =>
    set(({ filters }) => ({ filters: { ...filters, kinds: toggled(filters.kinds, kind) } })),
  setFilters: (change) => set(({ filters }) => ({ filters: { ...filters, ...change } })),
  clearFilters: () => set({ filters: noFilters }),
  unfold: (key) =>
    set(({ unfolded }) => ({ unfolded: { ...unfolded, [key]: (unfolded[key] ?? 0) + 1 } })),
  fold: (key) => set(({ unfolded }) => ({ unfolded: { ...unfolded, [key]: 0 } })),
  say: (text) => set(({ notice }) => ({ notice: { text, count: notice.count + 1 } })),
}));
