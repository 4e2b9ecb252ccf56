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
      else found.set(key, await readAround(db, message, known ?? (await readWhole(db, message))));
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

type ConversationOf = Pick<Message, 'connectionId' | 'conversationId'>;

/** The first messages of a conversation, which are all of them where there are fewer than `WHOLE`. */
function firstOf(db: DesksideDatabase, { connectionId, conversationId }: ConversationOf) {
  const all = db.messages.where('[connectionId+conversationId]');
  return all.equals([connectionId, conversationId]).limit(WHOLE).toArray();
}

async function readWhole(db: DesksideDatabase, place: ConversationOf): Promise<HeldConversation> {
  const { connectionId, conversationId } = place;
  const [conversation, messages] = await Promise.all([
    db.conversations.get([connectionId, conversationId]),
    firstOf(db, place),
  ]);
  const isWhole = messages.length < WHOLE;
  return { conversation, messages: isWhole ? messages : [], reached: [], isWhole };
}

/** Adds a message to what is known of its conversation, with what is around it. */
async function readAround(
  db: DesksideDatabase,
  reached: Message,
  known: HeldConversation,
): Promise<HeldConversation> {
  const all = [...known.reached, reached];
  if (known.isWhole) return { ...known, reached: all };
  const { connectionId, conversationId, contactId, sentAt } = reached;
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
  const around = [...known.messages, ...before, ...after, reached];
  const messages = new Map(around.map((message) => [message.id, message]));
  return { ...known, messages: [...messages.values()], reached: all };
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
  const lastAsked = () => newest().filter(({ direction }) => direction === 'in');
  const asked = conversationId ?? (await lastAsked().first())?.conversationId;
  if (asked === undefined) return [];
  const first = await firstOf(db, { connectionId, conversationId: asked });
  const isOfContact = (each: Message) => each.contactId === id;
  // A short new conversation after a long history: nearly all of that would be searched for so few.
  if (first.length < WHOLE) {
    const all = first.filter(isOfContact).sort((a, b) => b.sentAt - a.sentAt);
    return all.slice(0, AFTER);
  }
  return newest()
    .filter((each) => each.conversationId === asked)
    .limit(AFTER)
    .toArray();
}
