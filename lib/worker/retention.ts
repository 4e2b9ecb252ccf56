import { contactRef } from '../model/ids';
import type { DesksideDatabase } from '../storage/database';
import type { Settings } from '../storage/settings';
import { type HeldHistory, heldHistories } from './held-histories';
import type { WorkerPorts } from './ports';

/**
 * The tables a history lives in. Nothing else is ever dropped: contacts and sightings are the
 * directory by which people are found, links are decisions of a person.
 */
export const historyTables = [
  'conversations',
  'messages',
  'histories',
  'sources',
  'lookups',
  'views',
] as const;

/** More messages than this are not kept, whoever looked at them when. */
export const MOST_MESSAGES = 200_000;

/** Above this share of what the browser allows, as much is dropped as leads below the second. */
const fullShare = 0.8;
const easyShare = 0.6;

/** Share of all messages to keep when a write has failed for lack of storage. */
const keptWhenFull = 0.7;

const dayMs = 24 * 60 * 60_000;

export interface RetentionPorts {
  readSettings(): Promise<Settings>;
  changeSettings(change: Partial<Settings>): Promise<void>;
  /** The browser's word on storage, in bytes. */
  estimate(): Promise<{ usage?: number; quota?: number }>;
}

/**
 * The daily clean-up: does nothing when it ran within a day. The time is taken down first, so that
 * a run that fails does not begin again at every start of the worker.
 */
export async function retainDaily(ports: WorkerPorts, retention: RetentionPorts): Promise<void> {
  const { retentionRanAt } = await retention.readSettings();
  const now = ports.now();
  if (retentionRanAt !== undefined && Math.abs(now - retentionRanAt) < dayMs) return;
  await retention.changeSettings({ retentionRanAt: now });
  await retain(ports, retention);
}

/** Drops what nobody looked at for as long as the person chose, then what is too much. */
export async function retain(ports: WorkerPorts, retention: RetentionPorts): Promise<void> {
  const { retentionDays } = await retention.readSettings();
  const before = ports.now() - retentionDays * dayMs;
  const held = await heldHistories(ports);
  for (const each of held) if (each.viewedAt === undefined) await startClock(ports, each);
  const isOver = (each: HeldHistory) => !each.isOnScreen && (each.viewedAt ?? before) < before;
  await dropHistories(ports.database, held.filter(isOver));
  await dropTraces(ports.database, before);
  const kept = held.filter((each) => !isOver(each));
  await dropDownTo(ports.database, kept, await mostMessages(ports.database, retention));
}

/**
 * Drops about a third of all messages after a write failed for lack of storage: the histories that
 * were looked at longest ago, those that nothing can fetch again only when there are no others.
 */
export async function makeRoom(ports: WorkerPorts): Promise<void> {
  const total = await ports.database.messages.count();
  const held = await heldHistories(ports);
  const fetchable = held.filter((each) => !each.isCaptured && !each.isOnScreen);
  const goal = Math.floor(total * keptWhenFull);
  await dropDownTo(ports.database, fetchable.length > 0 ? fetchable : held, goal);
}

/** Forgets all stored histories at once: what "Delete stored histories now" does. */
export async function forgetHistories(database: DesksideDatabase): Promise<void> {
  await database.transaction('rw', [...historyTables], async () => {
    for (const name of historyTables) await database.table(name).clear();
  });
}

/** Captured histories come last, then the one looked at longest ago comes first. */
async function dropDownTo(
  database: DesksideDatabase,
  histories: readonly HeldHistory[],
  most: number,
): Promise<void> {
  let total = await database.messages.count();
  const inTurn = histories
    .filter((each) => !each.isOnScreen)
    .sort(
      (a, b) =>
        Number(a.isCaptured) - Number(b.isCaptured) || (a.viewedAt ?? 0) - (b.viewedAt ?? 0),
    );
  const dropped: HeldHistory[] = [];
  for (const held of inTurn) {
    if (total <= most) break;
    dropped.push(held);
    total -= await messagesOf(database, held).count();
  }
  await dropHistories(database, dropped);
}

function messagesOf(database: DesksideDatabase, { connectionId, contactId }: HeldHistory) {
  return database.messages.where('[connectionId+contactId]').equals([connectionId, contactId]);
}

/** Each history goes as a whole: a worker that is stopped in between leaves none cut in half. */
async function dropHistories(
  database: DesksideDatabase,
  histories: readonly HeldHistory[],
): Promise<void> {
  if (histories.length === 0) return;
  const refs = new Set(
    histories.map((held) => contactRef({ connectionId: held.connectionId, id: held.contactId })),
  );
  // First what says "everything is here": it must not outlive what it speaks of.
  await database.sources
    .filter(
      (row) =>
        refs.has(row.anchor) ||
        row.contactIds.some((id) => refs.has(contactRef({ connectionId: row.connectionId, id }))),
    )
    .delete();
  for (const held of histories) {
    const key: [string, string] = [held.connectionId, held.contactId];
    await database.transaction('rw', ['messages', 'conversations', 'histories'], async () => {
      await messagesOf(database, held).delete();
      await database.conversations.where('[connectionId+contactId]').equals(key).delete();
      await database.histories.delete(key);
    });
  }
}

/** Small traces of people whose time is over. */
async function dropTraces(database: DesksideDatabase, before: number): Promise<void> {
  await database.views.where('viewedAt').below(before).delete();
  await database.lookups.filter((row) => row.checkedAt < before).delete();
  await database.sources.filter((row) => row.updatedAt < before).delete();
}

/** Nobody took down a look at this history: its time begins now. */
async function startClock(ports: WorkerPorts, held: HeldHistory): Promise<void> {
  const anchor = contactRef({ connectionId: held.connectionId, id: held.contactId });
  await ports.database.views.put({ anchor, viewedAt: ports.now() });
}

async function mostMessages(
  database: DesksideDatabase,
  retention: RetentionPorts,
): Promise<number> {
  const { usage = 0, quota = 0 } = await retention.estimate();
  if (quota === 0 || usage <= quota * fullShare) return MOST_MESSAGES;
  const total = await database.messages.count();
  return Math.min(MOST_MESSAGES, Math.floor((total * quota * easyShare) / usage));
}
