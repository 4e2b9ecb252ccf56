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
  const facts = known.get(part) ?? factsOf(part);
  known.set(part, facts);
  return facts;
}

function factsOf(part: readonly Message[]): PartFacts {
  const days: { day: LocalDay; entries: Message[] }[] = [];
  const conversations = new Map<string, Set<string>>();
  const kinds = new Set<MessageKind>();
  let slice: { day: LocalDay; entries: Message[] } | undefined;
  for (const message of part) {
    if (slice === undefined || showableTime(message.sentAt) < slice.day.start) {
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
    [...ids].map((id) => placeKey(connectionId, id)),
  );
  return {
    days,
    filled: new Set(filled),
    connectionIds: new Set(conversations.keys()),
    kinds,
  };
}
