import { contactRef } from '../../model/ids';
import type { DesksideDatabase } from '../../storage/database';
import { clearIndex, indexTables } from '../../storage/index-erase';
import { isQuotaError } from '../quota-error';
import { droppedCapture, isCapture } from './captured-coverage';
import { dropContacts } from './drop-contacts';
import type { StoredHistory } from './stored-histories';

/**
 * The tables a history lives in. Links are decisions of a person and are never dropped. What was being
 * filled in for one conversation goes with the histories: it is as personal as they are.
 */
export const historyTables = [
  'conversations',
  'messages',
  'histories',
  'sources',
  'lookups',
  'views',
  'fillDrafts',
  'cardAnswers',
] as const;

/** Forgets all stored histories at once, and the people in them: what "Delete stored histories now" does. `now`: epoch ms. */
export async function forgetHistories(database: DesksideDatabase, now: number): Promise<void> {
  await unlessWithoutRoom((keepsWord) =>
    database.transaction('rw', [...historyTables, ...indexTables], async () => {
      const captured = keepsWord ? await database.histories.filter(isCapture).toArray() : [];
      for (const name of historyTables) await database.table(name).clear();
      await database.histories.bulkPut(captured.map((row) => droppedCapture(row, now)));
      await clearIndex(database);
    }),
  );
  await dropContacts(database);
}

/**
 * Deletes, and keeps a word of what was read off a page and cannot be fetched again; where not even that
 * finds room, without it.
 */
async function unlessWithoutRoom(act: (keepsWord: boolean) => Promise<void>): Promise<void> {
  try {
    await act(true);
  } catch (error) {
    if (!isQuotaError(error)) throw error;
    await act(false);
  }
}

/**
 * Drops histories until at most `most` messages are left: captured ones come last, then the one viewed
 * longest ago comes first. The person on screen stays.
 */
export async function dropDownTo(
  database: DesksideDatabase,
  histories: readonly StoredHistory[],
  { most, now }: { most: number; now: number },
): Promise<void> {
  let total = await database.messages.count();
  const oldestFirst = histories
    .filter((each) => !each.isOnScreen)
    .sort(
      (a, b) =>
        Number(a.isCaptured) - Number(b.isCaptured) || (a.viewedAt ?? 0) - (b.viewedAt ?? 0),
    );
  const dropped: StoredHistory[] = [];
  for (const history of oldestFirst) {
    if (total <= most) break;
    dropped.push(history);
    total -= await messagesOf(database, history).count();
  }
  await dropHistories(database, dropped, now);
}

function messagesOf(database: DesksideDatabase, { connectionId, contactId }: StoredHistory) {
  return database.messages.where('[connectionId+contactId]').equals([connectionId, contactId]);
}

/**
 * Each history goes as a whole: a worker that is stopped in between leaves none cut in half. `now`
 * is epoch ms.
 */
export async function dropHistories(
  database: DesksideDatabase,
  histories: readonly StoredHistory[],
  now: number,
): Promise<void> {
  if (histories.length === 0) return;
  const refs = new Set(
    histories.map(({ connectionId, contactId }) => contactRef({ connectionId, id: contactId })),
  );
  // First what says "everything is here": it must not outlive the messages it describes.
  await database.sources
    .filter(
      (row) =>
        refs.has(row.anchor) ||
        row.contactIds.some((id) => refs.has(contactRef({ connectionId: row.connectionId, id }))),
    )
    .delete();
  for (const history of histories) {
    const key: [string, string] = [history.connectionId, history.contactId];
    await unlessWithoutRoom((keepsWord) =>
      database.transaction('rw', ['messages', 'conversations', 'histories'], async () => {
        await messagesOf(database, history).delete();
        await database.conversations.where('[connectionId+contactId]').equals(key).delete();
        const row = await database.histories.get(key);
        if (keepsWord && isCapture(row)) await database.histories.put(droppedCapture(row, now));
        else await database.histories.delete(key);
      }),
    );
  }
}

/** Small traces of people who were not viewed since `before` (epoch ms). */
export async function dropTraces(database: DesksideDatabase, before: number): Promise<void> {
  await database.views.where('viewedAt').below(before).delete();
  await database.lookups.filter((row) => row.checkedAt < before).delete();
  await database.sources.filter((row) => row.updatedAt < before).delete();
  await database.fillDrafts.where('updatedAt').below(before).delete();
  await database.cardAnswers.where('updatedAt').below(before).delete();
}
