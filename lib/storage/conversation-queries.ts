import type { Conversation, Message } from '../model/history';
import { type ContactKey, itemKey } from '../model/ids';
import type { IndexCandidate } from './candidate-list';
import type { DesksideDatabase } from './database';

/** A conversation to which the index led, or the part of it around there. */
export interface HeldConversation {
  conversation: Conversation | undefined;
  messages: Message[];
  /** Those to which the index led. */
  reached: Message[];
  /** Nothing of it is left out. */
  isWhole: boolean;
}

/** A longer conversation is read around the message only. */
const WHOLE = 200;
const BEFORE = 12;
const AFTER = 40;

/** Reads the conversations around these places of the index, each once, in the order of the places. */
export function readConversations(
  db: DesksideDatabase,
  candidates: readonly IndexCandidate[],
): Promise<HeldConversation[]> {
  return db.transaction('r', [db.indexedContacts, db.messages, db.conversations], async () => {
    const found = new Map<string, HeldConversation>();
    for (const message of await readReached(db, candidates)) {
      const key = itemKey(message.connectionId, message.conversationId);
      const known = found.get(key);
      // What was read around another message may end right beside this one.
      if (known?.reached.some(({ id }) => id === message.id) === true) continue;
      if (known?.isWhole === true) known.reached.push(message);
      else found.set(key, joined(known, await readAround(db, message)));
    }
    return [...found.values()];
  });
}

async function readReached(
  db: DesksideDatabase,
  candidates: readonly IndexCandidate[],
): Promise<Message[]> {
  const rows = await db.indexedContacts.bulkGet(candidates.map(({ contact }) => contact));
  const reached = await Promise.all(
    candidates.map(async ({ kind, time }, index) => {
      const whose = rows[index];
      if (whose === undefined || kind !== 'message') return [];
      const { connectionId, contactId } = whose;
      const at = db.messages
        .where('[connectionId+contactId+sentAt]')
        .equals([connectionId, contactId, time]);
      return at.toArray();
    }),
  );
  return reached.flat().filter((message) => message.kind === 'message');
}

function joined(known: HeldConversation | undefined, around: HeldConversation): HeldConversation {
  if (known === undefined) return around;
  const all = [...known.messages, ...around.messages].map((each) => [each.id, each] as const);
  return {
    conversation: known.conversation,
    messages: [...new Map(all).values()],
    reached: [...known.reached, ...around.reached],
    isWhole: false,
  };
}

async function readAround(db: DesksideDatabase, reached: Message): Promise<HeldConversation> {
  const { connectionId, conversationId, contactId, sentAt } = reached;
  const [conversation, whole] = await Promise.all([
    db.conversations.get([connectionId, conversationId]),
    db.messages
      .where('[connectionId+conversationId]')
      .equals([connectionId, conversationId])
      .limit(WHOLE)
      .toArray(),
  ]);
  if (whole.length < WHOLE)
    return { conversation, messages: whole, reached: [reached], isWhole: true };
  // Before it is counted: others may be going on with the same person meanwhile.
  const ofContact = (from: number, to: number) =>
    db.messages
      .where('[connectionId+contactId+sentAt]')
      .between([connectionId, contactId, from], [connectionId, contactId, to], true, true)
      .filter((each) => each.conversationId === conversationId);
  const [before, after] = await Promise.all([
    ofContact(Number.NEGATIVE_INFINITY, sentAt).reverse().limit(BEFORE).toArray(),
    ofContact(sentAt, Number.POSITIVE_INFINITY).limit(AFTER).toArray(),
  ]);
  const around = new Map([...before, ...after, reached].map((message) => [message.id, message]));
  return { conversation, messages: [...around.values()], reached: [reached], isWhole: false };
}

/** The newest messages of a contact, of one conversation where it is known. Made to be followed. */
export async function readNewestMessages(
  db: DesksideDatabase,
  { connectionId, id }: ContactKey,
  conversationId: string | undefined,
): Promise<Message[]> {
  const newest = () =>
    db.messages
      .where('[connectionId+contactId+sentAt]')
      .between(
        [connectionId, id, Number.NEGATIVE_INFINITY],
        [connectionId, id, Number.POSITIVE_INFINITY],
      )
      .reverse();
  const conversation =
    conversationId ??
    (
      await newest()
        .filter(({ direction }) => direction === 'in')
        .first()
    )?.conversationId;
  if (conversation === undefined) return [];
  return newest()
    .filter((each) => each.conversationId === conversation)
    .limit(AFTER)
    .toArray();
}
