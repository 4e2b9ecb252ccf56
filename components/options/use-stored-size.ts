import { useLiveQuery } from 'dexie-react-hooks';
import { database } from '../../lib/storage/database';

/** How much history is stored in this browser. */
export interface StoredSize {
  conversations: number;
  messages: number;
  /** Bytes of everything Deskside stores, where the browser tells. */
  bytes: number | undefined;
}

/** Kept up to date while histories come and go; `undefined` until it was counted once. */
export function useStoredSize(): StoredSize | undefined {
  return useLiveQuery(async () => {
    const [conversations, messages] = await Promise.all([
      database.conversations.count(),
      database.messages.count(),
    ]);
    return { conversations, messages, bytes: await bytesInUse() };
  });
}

async function bytesInUse(): Promise<number | undefined> {
  try {
    return (await navigator.storage.estimate()).usage;
  } catch {
    return undefined;
  }
}
