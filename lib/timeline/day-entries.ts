import type { Conversation, MessageKind } from '../model/history';
import { itemKey } from '../model/ids';
import { clampTime, type LocalDay, localDay } from '../text/format-time';
import type { TimelineItem } from './listed-message';
import type { TimelinePosition } from './newest-first';

/** The messages of one part that fall on one day. */
export interface DaySlice {
  day: LocalDay;
  entries: readonly TimelineItem[];
}

/** What the timeline asks of a part, again and again. */
export interface PartIndex {
  days: readonly DaySlice[];
  /** `itemKey` of the conversations it has messages of. */
  filled: ReadonlySet<string>;
  connectionIds: ReadonlySet<string>;
  kinds: ReadonlySet<MessageKind>;
}

const indexByPart = new WeakMap<readonly TimelineItem[], PartIndex>();

/**
 * The index of a part: messages sorted with `newestFirst`, which are not changed afterwards. Worked
 * out once for each array, and then the same objects.
 */
export function partIndex(part: readonly TimelineItem[]): PartIndex {
  const index = indexByPart.get(part) ?? indexOf(part);
  indexByPart.set(part, index);
  return index;
}

function indexOf(part: readonly TimelineItem[]): PartIndex {
  const days: { day: LocalDay; entries: TimelineItem[] }[] = [];
  const conversations = new Map<string, Set<string>>();
  const kinds = new Set<MessageKind>();
  let slice: { day: LocalDay; entries: TimelineItem[] } | undefined;
  for (const message of part) {
    if (slice === undefined || clampTime(message.sentAt) < slice.day.start) {
      slice = { day: localDay(message.sentAt), entries: [] };
      days.push(slice);
    }
    slice.entries.push(message);
    kinds.add(message.kind);
    const { connectionId, conversationId } = message;
    const filled = conversations.get(connectionId);
    if (filled === undefined) conversations.set(connectionId, new Set([conversationId]));
    else filled.add(conversationId);
  }
  const filled = [...conversations].flatMap(([connectionId, ids]) =>
    [...ids].map((id) => itemKey(connectionId, id)),
  );
  return {
    days,
    filled: new Set(filled),
    connectionIds: new Set(conversations.keys()),
    kinds,
  };
}

/** A conversation of which no item is stored: it is still something that happened. */
export interface EmptyConversation extends TimelinePosition {
  kind: 'empty';
  direction: 'none';
}

export type TimelineEntry = TimelineItem | EmptyConversation;

/** Always one: it appears in a day just as the messages of a part do. */
type Alone = readonly EmptyConversation[];

const emptyByConversation = new WeakMap<Conversation, Alone>();

/**
 * Those conversations of which no item is stored, at their last activity, each in a list of its own;
 * the same list for the same conversation. `filled`: `itemKey` of those that have items.
 */
export function emptyConversations(
  conversations: readonly Conversation[],
  filled: ReadonlySet<string>,
): Alone[] {
  return conversations.flatMap((conversation) => {
    if (filled.has(itemKey(conversation.connectionId, conversation.id))) return [];
    const alone = emptyByConversation.get(conversation) ?? entryOf(conversation);
    emptyByConversation.set(conversation, alone);
    return alone.length === 0 ? [] : [alone];
  });
}

/** Nothing where no time is known. */
function entryOf({ connectionId, id, lastActivityAt, createdAt }: Conversation): Alone {
  const sentAt = lastActivityAt ?? createdAt;
  if (sentAt === undefined) return [];
  const position = { connectionId, conversationId: id, id, sentAt, sequence: 0 };
  return [{ kind: 'empty', direction: 'none', ...position }];
}
