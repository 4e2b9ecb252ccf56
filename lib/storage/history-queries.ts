import type { Conversation, Message } from '../model/history';
import type { ContactKey } from '../model/ids';
import type { DesksideDatabase } from './database';
import type { DatabaseChange } from './live-query';

/** A stretch of time in epoch ms: `from` on, up to and without `until`; an infinite end is inside. */
export interface TimeRange {
  from: number;
  until: number;
}

/** The contact's messages of that time, oldest first, at most `limit`. Meant to be followed. */
export function readStoredMessages(
  db: DesksideDatabase,
  contact: ContactKey,
  range: TimeRange,
  limit: number,
): Promise<Message[]> {
  const found = within(db, contact, range);
  return (Number.isFinite(limit) ? found.limit(limit) : found).toArray();
}

/** These messages; `undefined` in the place of one that is no longer there. */
export function readMessagesById(
  db: DesksideDatabase,
  items: readonly { connectionId: string; id: string }[],
): Promise<(Message | undefined)[]> {
  return db.messages.bulkGet(items.map(({ connectionId, id }) => [connectionId, id]));
}

/** The change may make another result of `readStoredMessages`, whose last one is `known`. */
export function areMessagesTouched(
  change: DatabaseChange,
  { connectionId, id }: ContactKey,
  { from, until }: TimeRange,
  known: readonly { id: string }[],
): boolean {
  return (
    change.touches('messages', byTime, [connectionId, id, from], [connectionId, id, until]) ||
    change.replaces('messages', connectionId, known)
  );
}

/** Time (epoch ms) of the `count`-th newest message of that time; `undefined` where there are fewer. */
export async function timeOfNth(
  db: DesksideDatabase,
  contact: ContactKey,
  range: TimeRange,
  count: number,
): Promise<number | undefined> {
  const [key] = await within(db, contact, range)
    .reverse()
    .offset(count - 1)
    .limit(1)
    .keys();
  const time: unknown = Array.isArray(key) ? key[2] : undefined;
  return typeof time === 'number' ? time : undefined;
}

/** All conversations stored of the contact. Meant to be followed. */
export function readStoredConversations(
  db: DesksideDatabase,
  contact: ContactKey,
): Promise<Conversation[]> {
  return db.conversations.where(byContact).equals([contact.connectionId, contact.id]).toArray();
}

/** The change may make another result of `readStoredConversations`, whose last one is `known`. */
export function areConversationsTouched(
  change: DatabaseChange,
  { connectionId, id }: ContactKey,
  known: readonly Conversation[],
): boolean {
  const key = [connectionId, id];
  return (
    change.touches('conversations', byContact, key, key) ||
    change.replaces('conversations', connectionId, known)
  );
}

const byTime = '[connectionId+contactId+sentAt]';
const byContact = '[connectionId+contactId]';

function within(db: DesksideDatabase, contact: ContactKey, { from, until }: TimeRange) {
  const key = [contact.connectionId, contact.id];
  return db.messages
    .where(byTime)
    .between([...key, from], [...key, until], true, until === Number.POSITIVE_INFINITY);
}
