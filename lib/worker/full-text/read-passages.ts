import {
  foldParts,
  partsOfContact,
  partsOfConversation,
  partsOfMessage,
} from '../../full-text/passages';
import type { IndexMarkRow } from '../../model/full-text';
import type { Message } from '../../model/history';
import type { DesksideDatabase } from '../../storage/database';

/** What is at one place of the index: everything in somebody’s history from one moment. */
export interface Passage {
  /** Epoch ms. */
  time: number;
  /** Folded. */
  text: string;
}

type Range = Pick<IndexMarkRow, 'connectionId' | 'contactId' | 'from' | 'until'>;

/** This many messages are read at once. */
const BATCH = 250;

/** The contact's messages of this time, oldest first, in pieces that end between two moments. */
export async function* messagePassages(
  database: DesksideDatabase,
  { connectionId, contactId, from, until }: Range,
): AsyncGenerator<Message[]> {
  let start = from;
  let isStartRead = false;
  while (start <= until) {
    const read = await database.messages
      .where('[connectionId+contactId+sentAt]')
      .between(
        [connectionId, contactId, start],
        [connectionId, contactId, until],
        !isStartRead,
        true,
      )
      .limit(BATCH)
      .toArray();
    const last = read.at(-1)?.sentAt;
    if (last === undefined) return;
    if (read.length < BATCH) {
      yield read;
      return;
    }
    // The last moment may go on beyond what was read.
    yield read.filter(({ sentAt }) => sentAt < last);
    yield await database.messages
      .where('[connectionId+contactId+sentAt]')
      .equals([connectionId, contactId, last])
      .toArray();
    start = last;
    isStartRead = true;
  }
}

/** Messages of the same moment as one passage each, in steps. */
export function* passagesOf(messages: readonly Message[]): Generator<Passage> {
  let group: Message[] = [];
  for (const message of messages) {
    const [first] = group;
    if (first !== undefined && first.sentAt !== message.sentAt) {
      yield passageOf(group);
      group = [];
    }
    group.push(message);
  }
  if (group.length > 0) yield passageOf(group);
}

function passageOf(messages: readonly Message[]): Passage {
  return { time: messages[0]?.sentAt ?? 0, text: foldParts(messages.flatMap(partsOfMessage)) };
}

/** What is known of the contact itself; `undefined` where nothing is stored. */
export async function contactPassage(
  database: DesksideDatabase,
  { connectionId, contactId }: Pick<Range, 'connectionId' | 'contactId'>,
): Promise<Passage | undefined> {
  const key: [string, string] = [connectionId, contactId];
  const [contact, conversations] = await Promise.all([
    database.contacts.get(key),
    database.conversations.where('[connectionId+contactId]').equals(key).toArray(),
  ]);
  const own = contact === undefined ? [] : partsOfContact(contact);
  const parts = [...own, ...conversations.flatMap(partsOfConversation)];
  if (parts.length === 0) return undefined;
  return { time: contact?.lastSeenAt ?? contact?.fetchedAt ?? 0, text: foldParts(parts) };
}
