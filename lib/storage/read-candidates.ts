import type { Contact } from '../model/contact';
import type { Conversation, Message } from '../model/history';
import type { IndexCandidate } from './candidate-list';
import type { DesksideDatabase } from './database';

/** What is stored at a place to which the index leads. */
export interface StoredPassage {
  connectionId: string;
  contactId: string;
  messages: Message[];
  /** Of a place of the kind `contact`. */
  contact?: Contact | undefined;
  conversations: Conversation[];
}

/** Reads what stands at these places by now; nothing where a contact is no longer known. */
export function readCandidates(
  db: DesksideDatabase,
  candidates: readonly IndexCandidate[],
): Promise<StoredPassage[]> {
  const tables = [db.indexedContacts, db.messages, db.contacts, db.conversations];
  return db.transaction('r', tables, async () => {
    const rows = await db.indexedContacts.bulkGet(candidates.map(({ contact }) => contact));
    const passages = await Promise.all(
      candidates.map((candidate, index) => readCandidate(db, candidate, rows[index])),
    );
    return passages.filter((passage) => passage !== undefined);
  });
}

async function readCandidate(
  db: DesksideDatabase,
  { kind, time }: IndexCandidate,
  whose: { connectionId: string; contactId: string } | undefined,
): Promise<StoredPassage | undefined> {
  if (whose === undefined) return undefined;
  const { connectionId, contactId } = whose;
  const key: [string, string] = [connectionId, contactId];
  if (kind === 'message') {
    const at = db.messages.where('[connectionId+contactId+sentAt]').equals([...key, time]);
    return { connectionId, contactId, messages: await at.toArray(), conversations: [] };
  }
  const [contact, conversations] = await Promise.all([
    db.contacts.get(key),
    db.conversations.where('[connectionId+contactId]').equals(key).toArray(),
  ]);
  return { connectionId, contactId, messages: [], contact, conversations };
}
