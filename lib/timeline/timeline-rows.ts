import type { Conversation } from '../model/history';
import { itemKey } from '../model/ids';
import type { LocalDay } from '../text/format-time';
import type { TimelineEntry } from './day-entries';
import type { TimelineItem } from './listed-message';
import type { TimelinePosition } from './newest-first';

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
  | ItemRow
  /** What came since the last visit is above it. */
  | { kind: 'seen-mark'; key: string };

/**
 * The line of a message. There are tens of thousands of them, so what the message itself has is not
 * stored again: its key alone would take as much memory as everything else that is kept of it.
 */
class ItemRow {
  constructor(
    readonly message: TimelineItem,
    readonly platform: string,
  ) {}

  get kind(): 'item' {
    return 'item';
  }

  get key(): string {
    return `item:${itemKey(this.message.connectionId, this.message.id)}`;
  }
}

/** The position of the row with this key; -1 where none has it. Asks no row for its key in vain. */
export function indexOfRow(rows: readonly TimelineRow[], key: string): number {
  return rows.findIndex(
    (row) => (row.kind !== 'item' || key.endsWith(row.message.id)) && row.key === key,
  );
}

/** What the rows of a day are made with. */
export interface RowSources {
  /** By `itemKey`. */
  conversations: ReadonlyMap<string, Conversation>;
  /** Platform name by connection id. */
  platforms: ReadonlyMap<string, string>;
  /** The rows that the day had: a message that did not change keeps its row, and is not drawn again. */
  before: readonly TimelineRow[];
}

/** The rows of one day: its heading, and a heading before each run of items of one conversation. */
export function dayRows(
  day: LocalDay,
  sorted: readonly TimelineEntry[],
  sources: RowSources,
): TimelineRow[] {
  const [newest] = sorted;
  const known = itemRows(sources.before);
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
    for (const message of run.messages) {
      const same = known.get(message);
      rows.push(same?.platform === platform ? same : new ItemRow(message, platform));
    }
  }
  return rows;
}

function itemRows(rows: readonly TimelineRow[]): ReadonlyMap<TimelineItem, ItemRow> {
  const known = new Map<TimelineItem, ItemRow>();
  for (const row of rows) if (row.kind === 'item') known.set(row.message, row);
  return known;
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
