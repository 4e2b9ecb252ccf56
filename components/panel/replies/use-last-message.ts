import Dexie from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import type { ContactKey } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';

/** What the customer wrote last to the contact on screen; empty where nothing is held. */
export function useLastMessage(contact: ContactKey | undefined): string {
  const text = useLiveQuery(async () => {
    if (contact === undefined) return '';
    const { connectionId, id } = contact;
    const last = await database.messages
      .where('[connectionId+contactId+sentAt]')
      .between([connectionId, id, Dexie.minKey], [connectionId, id, Dexie.maxKey])
      .reverse()
      .filter((message) => message.direction === 'in' && message.text.trim() !== '')
      .first();
    return last?.text ?? '';
  }, [contact?.connectionId, contact?.id]);
  return text ?? '';
}
