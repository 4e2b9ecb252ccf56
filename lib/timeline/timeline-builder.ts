import type { Conversation, MessageKind } from '../model/history';
import { itemKey } from '../model/ids';
import { type LocalDay, localDay } from '../text/format-time';
import { emptyConversations, partIndex, type TimelineEntry } from './day-entries';
import { isNarrowed, passesFilters, type TimelineFilters } from './filters';
import type { TimelineItem } from './listed-message';
import { newestFirst } from './newest-first';
import { dayRows, type RowSources, type TimelineRow } from './timeline-rows';

/** Everything stored of a person, in any order. */
interface TimelineInput {
  conversations: readonly Conversation[];
  messages: readonly TimelineItem[];
  /** Platform name by connection id. */
  platforms: ReadonlyMap<string, string>;
  filters: TimelineFilters;
}

export interface BuiltTimeline {
  rows: TimelineRow[];
  /** Items shown, and items stored. */
  shown: number;
  total: number;
  /** What is stored at all, for the filters. */
  platforms: ReadonlySet<string>;
  kinds: ReadonlySet<MessageKind>;
}

/**
 * The timeline of one person: all items in one order, newest first, with a row before each day and
 * before each run of items of one conversation. Items in the future appear under their own date.
 */
export function buildTimeline({ messages, ...input }: TimelineInput): BuiltTimeline {
  return new TimelineBuilder().build({ ...input, parts: [messages.toSorted(newestFirst)] });
}

/** Everything stored of a person. An array that is the same object as before has the same content. */
export interface TimelineParts {
  conversations: readonly Conversation[];
  /** Each sorted with `newestFirst`; together they contain every message once. */
  parts: readonly (readonly TimelineItem[])[];
  /** Platform name by connection id. */
  platforms: ReadonlyMap<string, string>;
  filters: TimelineFilters;
}

type Slices = readonly (readonly TimelineEntry[])[];

interface DayContent {
  day: LocalDay;
  slices: (readonly TimelineEntry[])[];
}

interface BuiltDay {
  /** None when it has to be built anew. */
  slices: Slices;
  rows: readonly TimelineRow[];
  shown: number;
}

/**
 * Builds one person's timeline again and again: a day in which nothing changed keeps its rows, so
 * that the cost of an arrival is that of the days it touches, however much is stored.
 */
export class TimelineBuilder {
  #days = new Map<number, BuiltDay>();
  #before: TimelineParts | undefined;
  #sources: Omit<RowSources, 'before'> = { conversations: new Map(), platforms: new Map() };

  /** The timeline of what is stored now. */
  build(input: TimelineParts): BuiltTimeline {
    this.#forgetOutdated(input);
    const indexes = input.parts.map(partIndex);
    const filled = new Set(indexes.flatMap((part) => [...part.filled]));
    const empty = emptyConversations(input.conversations, filled);
    const days = new Map<number, BuiltDay>();
    for (const content of contents(indexes, empty)) {
      days.set(content.day.start, this.#day(content, input.filters));
    }
    this.#days = days;
    const connectionIds = [
      ...indexes.flatMap((part) => [...part.connectionIds]),
      ...empty.flatMap((alone) => alone.map((entry) => entry.connectionId)),
    ];
    const built = [...days.values()];
    return {
      rows: joined(built),
      shown: built.reduce((sum, day) => sum + day.shown, 0),
      total: input.parts.reduce((sum, part) => sum + part.length, 0),
      platforms: new Set(connectionIds.map((id) => input.platforms.get(id) ?? '')),
      kinds: new Set(indexes.flatMap((part) => [...part.kinds])),
    };
  }

  #forgetOutdated(input: TimelineParts): void {
    const before = this.#before;
    this.#before = input;
    const areConversationsSame = before?.conversations === input.conversations;
    const isAllOutdated =
      before?.platforms !== input.platforms ||
      before.filters !== input.filters ||
      (input.filters.openOnly && !areConversationsSame);
    if (!isAllOutdated && areConversationsSame) return;
    const conversations = new Map(
      input.conversations.map((entry) => [itemKey(entry.connectionId, entry.id), entry]),
    );
    this.#sources = { conversations, platforms: input.platforms };
    for (const [start, day] of this.#days) {
      const isOutdated = isAllOutdated || !day.rows.every((row) => isCurrent(row, conversations));
      if (isOutdated) this.#days.set(start, { ...day, slices: [] });
    }
  }

  #day({ day, slices }: DayContent, filters: TimelineFilters): BuiltDay {
    const known = this.#days.get(day.start);
    if (known !== undefined && areSame(known.slices, slices)) return known;
    const entries = slices.flat();
    if (slices.length > 1) entries.sort(newestFirst);
    const shown = isNarrowed(filters)
      ? entries.filter((entry) => passesFilters(filters, this.#filtered(entry)))
      : entries;
    const count = shown.filter((entry) => entry.kind !== 'empty').length;
    const sources = { ...this.#sources, before: known?.rows ?? [] };
    return { slices, rows: dayRows(day, shown, sources), shown: count };
  }

  #filtered({ connectionId, conversationId, kind, direction, sentAt }: TimelineEntry) {
    const { conversations, platforms } = this.#sources;
    const status = conversations.get(itemKey(connectionId, conversationId))?.status;
    return { platform: platforms.get(connectionId) ?? '', kind, direction, sentAt, status };
  }
}

/** What belongs to each day, newest day first. */
function contents(
  indexes: readonly { days: readonly { day: LocalDay; entries: readonly TimelineEntry[] }[] }[],
  empty: Slices,
): DayContent[] {
  const days = new Map<number, DayContent>();
  const add = (day: LocalDay, entries: readonly TimelineEntry[]) => {
    const known = days.get(day.start);
    if (known === undefined) days.set(day.start, { day, slices: [entries] });
    else known.slices.push(entries);
  };
  for (const part of indexes) for (const { day, entries } of part.days) add(day, entries);
  for (const alone of empty) for (const entry of alone) add(localDay(entry.sentAt), alone);
  return [...days.values()].sort((a, b) => b.day.start - a.day.start);
}

/** In a loop: `flatMap` takes several times as long for ten thousand rows. */
function joined(days: readonly BuiltDay[]): TimelineRow[] {
  const rows: TimelineRow[] = [];
  for (const day of days) for (const row of day.rows) rows.push(row);
  return rows;
}

function isCurrent(row: TimelineRow, conversations: ReadonlyMap<string, Conversation>): boolean {
  if (row.kind !== 'conversation') return true;
  return conversations.get(itemKey(row.connectionId, row.conversationId)) === row.conversation;
}

function areSame(before: Slices, now: Slices): boolean {
  return before.length === now.length && before.every((slice, index) => slice === now[index]);
}
