import type { Contact } from '../../../../../lib/model/contact';
import type { Conversation, Message } from '../../../../../lib/model/history';
import type { DesksideDatabase } from '../../../../../lib/storage/database';
import { FullTextIndexer } from '../../../../../lib/worker/full-text/indexer';
import { contact, type Line, told } from '../../../answers/stories';

/** What is held of one conversation, and with whom. */
export interface Story {
  who: string;
  lines: readonly Line[];
  record?: Partial<Contact>;
  conversation?: Partial<Conversation>;
}

/** Stores conversations, each with a person of its own, and has them indexed. */
export async function hold(db: DesksideDatabase, stories: readonly Story[]): Promise<void> {
  for (const { who, lines, record, conversation } of stories) {
    const whose = { connectionId: 'cw', contactId: who };
    const own = (message: Message): Message => ({
      ...message,
      ...whose,
      id: `${who}-${message.id}`,
    });
    await db.messages.bulkPut(told(lines, `c-${who}`).map(own));
    await db.conversations.put({ id: `c-${who}`, status: 'resolved', ...whose, ...conversation });
    await db.contacts.put(contact({ connectionId: 'cw', id: who, ...record }));
  }
  await new FullTextIndexer(db).wake();
}
