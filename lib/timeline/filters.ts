import type { ConversationStatus, Message, MessageKind } from '../model/history';

export type Direction = 'in' | 'out';

/** What the timeline is narrowed to. An empty list narrows nothing. */
export interface TimelineFilters {
  platforms: readonly string[];
  kinds: readonly MessageKind[];
  directions: readonly Direction[];
  /** Epoch ms, the first moment that is shown. */
  from?: number | undefined;
  /** Epoch ms, the first moment that is no longer shown. */
  until?: number | undefined;
  /** Only what belongs to conversations that are open. */
  openOnly: boolean;
}

export const noFilters: TimelineFilters = {
  platforms: [],
  kinds: [],
  directions: [],
  openOnly: false,
};

/** How many of the filters leave something out; the date range counts once. */
export function filterCount(filters: TimelineFilters): number {
  const lists = [filters.platforms, filters.kinds, filters.directions];
  const hasRange = filters.from !== undefined || filters.until !== undefined;
  return (
    lists.filter((list) => list.length > 0).length + (hasRange ? 1 : 0) + (filters.openOnly ? 1 : 0)
  );
}

/** True when the filters leave something out. */
export function isNarrowed(filters: TimelineFilters): boolean {
  return filterCount(filters) > 0;
}

/** What the filters ask of an entry. */
export interface FilterSubject {
  platform: string;
  /** `empty` stands for a conversation of which no item is stored. */
  kind: MessageKind | 'empty';
  direction: Message['direction'];
  /** Epoch ms. */
  sentAt: number;
  /** Of the conversation; absent when the platform gave the messages but not the conversation. */
  status: ConversationStatus | undefined;
}

/**
 * True when the entry is shown. A conversation without any item is of no kind and no direction, so
 * it hides as soon as one is chosen.
 */
export function passesFilters(filters: TimelineFilters, entry: FilterSubject): boolean {
  if (!allows(filters.platforms, entry.platform)) return false;
  if (!allows<string>(filters.kinds, entry.kind)) return false;
  if (!allows<string>(filters.directions, entry.direction)) return false;
  if (filters.from !== undefined && entry.sentAt < filters.from) return false;
  if (filters.until !== undefined && entry.sentAt >= filters.until) return false;
  return !filters.openOnly || entry.status === 'open';
}

function allows<T>(chosen: readonly T[], value: T): boolean {
  return chosen.length === 0 || chosen.includes(value);
}

/** The list without `value` if it was in it, else with it. */
export function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((entry) => entry !== value) : [...list, value];
}
