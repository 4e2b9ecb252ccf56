import type { Message, MessageKind } from '../model/history';
import { placeKey } from './order';
import { type LocalDay, localDay, showableTime } from './time-words';

/** The messages of one part that fall on one day. */
export interface DaySlice {
  day: LocalDay;
  entries: readonly Message[];
}

/** What the timeline asks of a part, again and again. */
export interface PartFacts {
  days: readonly DaySlice[];
  /** `placeKey` of the conversations it has messages of. */
  filled: ReadonlySet<string>;
  connectionIds: ReadonlySet<string>;
  kinds: ReadonlySet<MessageKind>;
}

const known = new WeakMap<readonly Message[], PartFacts>();

/**
 * The facts of a part: messages sorted with `newestFirst`, which are not changed afterwards. Worked
 * out once for each array, and then the same objects.
 */
export function partFacts(part: readonly Message[]): PartFacts {
  let facts = known.get(part);
  if (facts === undefined) {
    facts = {
      days: daySlices(part),
      filled: filledConversations(part),
      connectionIds: new Set(part.map((message) => message.connectionId)),
      kinds: new Set(part.map((message) => message.kind)),
    };
    known.set(part, facts);
  }
  return facts;
}

function daySlices(part: readonly Message[]): DaySlice[] {
  const slices: { day: LocalDay; entries: Message[] }[] = [];
  let slice: { day: LocalDay; entries: Message[] } | undefined;
  for (const message of part) {
    if (slice === undefined || showableTime(message.sentAt) < slice.day.start) {
      slice = { day: localDay(message.sentAt), entries: [] };
      slices.push(slice);
    }
    slice.entries.push(message);
  }
  return slices;
}

function filledConversations(part: readonly Message[]): Set<string> {
  const filled = new Set<string>();
  let before: Message | undefined;
  for (const message of part) {
    const isSame =
      before?.conversationId === message.conversationId &&
      before.connectionId === message.connectionId;
    if (!isSame) filled.add(placeKey(message.connectionId, message.conversationId));
    before = message;
  }
  return filled;
}
