import type { Conversation } from '../model/history';
import type { EmptyConversation } from './day-rows';
import { placeKey } from './order';

/** Always one: it stands in a day as the messages of a part do. */
type Alone = readonly EmptyConversation[];

const known = new WeakMap<Conversation, Alone>();

/**
 * Those conversations of which no item is held, at their last activity, each in a list of its own;
 * the same list for the same conversation. `filled`: `placeKey` of those that have items.
 */
export function emptyConversations(
  conversations: readonly Conversation[],
  filled: ReadonlySet<string>,
): Alone[] {
  return conversations.flatMap((conversation) => {
    if (filled.has(placeKey(conversation.connectionId, conversation.id))) return [];
    const alone = known.get(conversation) ?? aloneOf(conversation);
    known.set(conversation, alone);
    return alone.length === 0 ? [] : [alone];
  });
}

/** Nothing where no time is known. */
function aloneOf({ connectionId, id, lastActivityAt, createdAt }: Conversation): Alone {
  const sentAt = lastActivityAt ?? createdAt;
  if (sentAt === undefined) return [];
  const place = { connectionId, conversationId: id, id, sentAt, sequence: 0 };
  return [{ kind: 'empty', direction: 'none', ...place }];
}
