import { create } from 'zustand';
import type { MessageKind } from '../../lib/model/history';
import { noFilters, type TimelineFilters, toggled } from '../../lib/timeline/filters';
import { expectEarlyKeys, takeEarlyKeys } from './early-keys';

export type PanelTab = 'history' | 'replies' | 'notes';

interface PanelView {
  tab: PanelTab;
  /** How often a canned response was requested: each request puts the cursor into the search. */
  replyRequests: number;
  /** What was typed for that search before it was there, until the search takes it over. */
  typedAhead: string;
  filters: TimelineFilters;
  /** Shown and announced once, politely. */
  notice: { text: string; count: number };
  chooseTab(tab: PanelTab): void;
  findReply(typed?: string): void;
  takeTyped(): string;
  togglePlatform(platform: string): void;
  toggleKind(kind: MessageKind): void;
  setFilters(change: Partial<TimelineFilters>): void;
  clearFilters(): void;
  say(text: string): void;
}

/** How the panel is viewed. Contains no data: that always comes from the database. */
export const usePanelView = create<PanelView>((set, get) => ({
  tab: 'history',
  replyRequests: 0,
  typedAhead: '',
  filters: noFilters,
  notice: { text: '', count: 0 },
  chooseTab: (tab) => {
    // What was typed for the search is of no use elsewhere.
    takeEarlyKeys(document);
    set({ tab });
  },
  findReply: (typed = '') => {
    expectEarlyKeys(document);
    set(({ replyRequests }) => ({
      tab: 'replies',
      replyRequests: replyRequests + 1,
      typedAhead: typed,
    }));
  },
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
  say: (text) => set(({ notice }) => ({ notice: { text, count: notice.count + 1 } })),
}));
