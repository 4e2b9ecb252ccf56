import type { Conversation, Message, MessageKind } from '../model/history';
import { type Filtered, isNarrowed, passes, type TimelineFilters } from './filters';
import { newestFirst, type Placed } from './order';
import { type LocalDay, localDay } from './time-words';

/** Everything held of a person, in any order. */
export interface TimelineInput {
  conversations: readonly Conversation[];
  messages: readonly Message[];
  /** Platform name by connection id. */
  platforms: ReadonlyMap<string, string>;
  filters: TimelineFilters;
}

/** One line of the list. Keys stay the same when newer or older items arrive. */
export type TimelineRow =
  | { kind: 'day'; key: string; at: number }
  | {
      kind: 'conversation';
      key: string;
      platform: string;
      connectionId: string;
      conversationId: string;
      /** Absent when the platform told the messages but not the conversation. */
      conversation: Conversation | undefined;
      /** No item of it is held. */
      isEmpty: boolean;
    }
  | { kind: 'item'; key: string; platform: string; message: Message }
  /** Above it is what came since the last visit. */
  | { kind: 'seen-mark'; key: string };

export interface Timeline {
  rows: TimelineRow[];
  /** Items shown, and items held. */
  shown: number;
  total: number;
  /** What is held at all, for the filters. */
  platforms: ReadonlySet<string>;
  kinds: ReadonlySet<MessageKind>;
}

type Entry = Message | EmptyConversation;

interface EmptyConversation extends Placed {
  kind: 'empty';
  direction: 'none';
}

/**
 * The timeline of one person: all items in one order, newest first, with a row before each day and
 * before each run of items of one conversation. Items in the future stand under their own date.
 */
export function buildTimeline(input: TimelineInput): Timeline {
  const conversations = new Map(
    input.conversations.map((entry) => [placeKey(entry.connectionId, entry.id), entry]),
  );
  const platformOf = (entry: Entry) => input.platforms.get(entry.connectionId) ?? '';
  const entries: Entry[] = [...input.messages, ...emptyConversations(input)];
  const shown = isNarrowed(input.filters)
    ? entries.filter((entry) => passes(input.filters, filteredOf(entry, input, conversations)))
    : entries.slice();
  shown.sort(newestFirst);

  const rows: TimelineRow[] = [];
  let day: LocalDay | undefined;
  for (const run of runs(shown)) {
    const { first, last } = run;
    if (run.day.key !== day?.key) {
      day = run.day;
      rows.push({ kind: 'day', key: `day:${day.key}`, at: first.sentAt });
    }
    const platform = platformOf(first);
    rows.push({
      kind: 'conversation',
      // Named after its oldest item, which newer ones do not change.
      key: `run:${placeKey(last.connectionId, last.conversationId)}:${last.id}`,
      platform,
      connectionId: first.connectionId,
      conversationId: first.conversationId,
      conversation: conversations.get(placeKey(first.connectionId, first.conversationId)),
      isEmpty: first.kind === 'empty',
    });
    for (const message of run.messages) rows.push(itemRow(message, platform));
  }
  return {
    rows,
    shown: shown.filter((entry) => entry.kind !== 'empty').length,
    total: input.messages.length,
    platforms: new Set(entries.map(platformOf)),
    kinds: new Set(input.messages.map((message) => message.kind)),
  };
}

function filteredOf(
  entry: Entry,
  input: TimelineInput,
  conversations: ReadonlyMap<string, Conversation>,
): Filtered {
  const { connectionId, conversationId, kind, direction, sentAt } = entry;
  const platform = input.platforms.get(connectionId) ?? '';
  const status = conversations.get(placeKey(connectionId, conversationId))?.status;
  return { platform, kind, direction, sentAt, status };
}

type ItemRow = Extract<TimelineRow, { kind: 'item' }>;

/** A message that did not change keeps its row, so that nothing about it is drawn again. */
const itemRows = new WeakMap<Message, ItemRow>();

function itemRow(message: Message, platform: string): ItemRow {
  const known = itemRows.get(message);
  if (known?.platform === platform) return known;
  const key = `item:${placeKey(message.connectionId, message.id)}`;
  const row: ItemRow = { kind: 'item', key, platform, message };
  itemRows.set(message, row);
  return row;
}

interface Run {
  first: Entry;
  last: Entry;
  messages: Message[];
  day: LocalDay;
}

/** Neighbours of one day and one conversation. */
function runs(sorted: readonly Entry[]): Run[] {
  const result: Run[] = [];
  let run: Run | undefined;
  for (const entry of sorted) {
    const isSameDay = run !== undefined && entry.sentAt >= run.day.start;
    if (run === undefined || !isSameDay || !isSamePlace(run.first, entry)) {
      const day: LocalDay = run !== undefined && isSameDay ? run.day : localDay(entry.sentAt);
      run = { first: entry, last: entry, messages: [], day };
      result.push(run);
    }
    run.last = entry;
    if (entry.kind !== 'empty') run.messages.push(entry);
  }
  return result;
}

function isSamePlace(a: Placed, b: Placed): boolean {
  return a.connectionId === b.connectionId && a.conversationId === b.conversationId;
}

/** A connection id holds no slash, so the pair is told apart in one string. */
function placeKey(connectionId: string, id: string): string {
  return `${connectionId}/${id}`;
}

/** A conversation without a readable item is still something that happened. */
function emptyConversations(input: TimelineInput): EmptyConversation[] {
  const filled = new Map<string, Set<string>>();
  for (const { connectionId, conversationId } of input.messages) {
    const known = filled.get(connectionId);
    if (known === undefined) filled.set(connectionId, new Set([conversationId]));
    else known.add(conversationId);
  }
  return input.conversations.flatMap((conversation) => {
    const sentAt = conversation.lastActivityAt ?? conversation.createdAt;
    if (sentAt === undefined) return [];
    const { connectionId, id } = conversation;
    if (filled.get(connectionId)?.has(id) === true) return [];
    const place = { connectionId, conversationId: id, id, sentAt, sequence: 0 };
    return [{ kind: 'empty', direction: 'none', ...place }];
  });
}
