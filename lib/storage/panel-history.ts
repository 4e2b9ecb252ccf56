import type { Conversation, Message } from '../model/history';
import type { ContactKey } from '../model/ids';
import type { DesksideDatabase } from './database';

/** A stretch of time in epoch ms: `from` on, up to and without `until`; an infinite end is inside. */
export interface TimeRange {
  from: number;
  until: number;
}

/** The contact's messages of that time, oldest first, at most `limit`. Made for live queries. */
export function readMessages(
  db: DesksideDatabase,
  contact: ContactKey,
  range: TimeRange,
  limit: number,
): Promise<Message[]> {
  const found = within(db, contact, range);
  return (Number.isFinite(limit) ? found.limit(limit) : found).toArray();
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

/** All conversations held of the contact. Made for live queries. */
export function readConversations(
  db: DesksideDatabase,
  contact: ContactKey,
): Promise<Conversation[]> {
  return db.conversations
    .where('[connectionId+contactId]')
    .equals([contact.connectionId, contact.id])
    .toArray();
}

function within(db: DesksideDatabase, contact: ContactKey, { from, until }: TimeRange) {
  const key = [contact.connectionId, contact.id];
  return db.messages
    .where('[connectionId+contactId+sentAt]')
    .between([...key, from], [...key, until], true, until === Number.POSITIVE_INFINITY);
}
