import type { MessageKind } from '../model/history';

/** What the timeline is narrowed to. An empty list narrows nothing. */
export interface TimelineFilters {
  platforms: readonly string[];
  kinds: readonly MessageKind[];
}

export const noFilters: TimelineFilters = { platforms: [], kinds: [] };

/** True when the filters leave something out. */
export function isNarrowed(filters: TimelineFilters): boolean {
  return filters.platforms.length > 0 || filters.kinds.length > 0;
}

/**
 * True when an item of this platform and kind is shown. `empty` stands for a conversation without
 * any item: it is not of any kind, so it hides as soon as kinds are chosen.
 */
export function passes(
  filters: TimelineFilters,
  platform: string,
  kind: MessageKind | 'empty',
): boolean {
  if (filters.platforms.length > 0 && !filters.platforms.includes(platform)) return false;
  return filters.kinds.length === 0 || (kind !== 'empty' && filters.kinds.includes(kind));
}

/** The list without `value` if it was in it, else with it. */
export function toggled<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((entry) => entry !== value) : [...list, value];
}
