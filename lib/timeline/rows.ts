import type { Conversation } from '../model/history';
import { itemKey } from '../model/ids';
import type { LocalDay } from '../text/format-time';
import type { TimelineEntry } from './day-entries';
import type { TimelineItem } from './listed-message';
import type { TimelinePosition } from './order';

/** One line of the list. Keys stay the same when newer or older items arrive. */
export type TimelineRow =
  | { kind: 'day'; key: string; at: number }
  | {
      kind: 'conversation';
      key: string;
      platform: string;
      connectionId: string;
      conversationId: string;
      /** Absent when the platform gave the messages but not the conversation. */
      conversation: Conversation | undefined;
      /** No item of it is stored. */
      isEmpty: boolean;
    }
  | { kind: 'item'; key: string; platform: string; message: TimelineItem }
  /** Above it is what came since the last visit. */
  | { kind: 'seen-mark'; key: string };

/** What the rows of a day are made with. */
export interface RowSources {
  /** By `itemKey`. */
  conversations: ReadonlyMap<string, Conversation>;
  /** Platform name by connection id. */
  platforms: ReadonlyMap<string, string>;
}

/** The rows of one day: its heading, and a heading before each run of items of one conversation. */
export function dayRows(
  day: LocalDay,
  sorted: readonly TimelineEntry[],
  sources: RowSources,
): TimelineRow[] {
  const [newest] = sorted;
  if (newest === undefined) return [];
  const rows: TimelineRow[] = [{ kind: 'day', key: `day:${day.key}`, at: newest.sentAt }];
  for (const run of runs(sorted)) {
    const { first, last } = run;
    const platform = sources.platforms.get(first.connectionId) ?? '';
    rows.push({
      kind: 'conversation',
      // Named after its oldest item, which newer ones do not change.
      key: `run:${itemKey(last.connectionId, last.conversationId)}:${last.id}`,
      platform,
      connectionId: first.connectionId,
      conversationId: first.conversationId,
      conversation: sources.conversations.get(itemKey(first.connectionId, first.conversationId)),
      isEmpty: first.kind === 'empty',
    });
    for (const message of run.messages) rows.push(itemRow(message, platform));
  }
  return rows;
}

type ItemRow = Extract<TimelineRow, { kind: 'item' }>;

/** A message that did not change keeps its row, so that nothing about it is drawn again. */
const itemRows = new WeakMap<TimelineItem, ItemRow>();

function itemRow(message: TimelineItem, platform: string): ItemRow {
  const known = itemRows.get(message);
  if (known?.platform === platform) return known;
  const key = `item:${itemKey(message.connectionId, message.id)}`;
  const row: ItemRow = { kind: 'item', key, platform, message };
  itemRows.set(message, row);
  return row;
}

interface Run {
  first: TimelineEntry;
  last: TimelineEntry;
  messages: TimelineItem[];
}

/** Neighbours of one conversation. */
function runs(sorted: readonly TimelineEntry[]): Run[] {
  const result: Run[] = [];
  let run: Run | undefined;
  for (const entry of sorted) {
    if (run === undefined || !isSameConversation(run.first, entry)) {
      run = { first: entry, last: entry, messages: [] };
      result.push(run);
    }
    run.last = entry;
    if (entry.kind !== 'empty') run.messages.push(entry);
  }
  return result;
}

function isSameConversation(a: TimelinePosition, b: TimelinePosition): boolean {
  return a.connectionId === b.connectionId && a.conversationId === b.conversationId;
}
