import { contactRef } from '../../model/ids';
import type { DesksideDatabase } from '../../storage/database';
import { deleteWithoutRoom } from '../delete-without-room';
import type { SettingsPorts, WorkerPorts } from '../ports';
import { dropContacts } from './drop-contacts';
import { dropDownTo, dropHistories, dropTraces } from './drop-histories';
import { type StoredHistory, storedHistories } from './stored-histories';

/** More messages than this are not kept, however recently they were viewed. */
export const MOST_MESSAGES = 200_000;

/**
 * Above the first share of what the browser allows, messages are dropped until less than the second is used.
 */
const fullShare = 0.8;
const easyShare = 0.6;

/** Share of all messages to keep when a write has failed for lack of storage. */
const keptWhenFull = 0.7;

const dayMs = 24 * 60 * 60_000;

export interface RetentionPorts extends SettingsPorts {
  /** What the browser reports about its storage, in bytes. */
  estimate(): Promise<{ usage?: number; quota?: number }>;
}

/**
 * The daily clean-up: does nothing when it ran within a day. The time is recorded first, so that
 * a run that fails does not begin again at every start of the worker.
 */
export async function applyRetentionDaily(
  ports: WorkerPorts,
  retention: RetentionPorts,
): Promise<void> {
  const { retentionRanAt } = await retention.readSettings();
  const now = ports.now();
  if (retentionRanAt !== undefined && Math.abs(now - retentionRanAt) < dayMs) return;
  await retention.changeSettings({ retentionRanAt: now });
  await applyRetention(ports, retention);
}

/** Drops what nobody viewed for as long as the person chose, then whatever exceeds the limit. */
export async function applyRetention(ports: WorkerPorts, retention: RetentionPorts): Promise<void> {
  const { retentionDays } = await retention.readSettings();
  const before = ports.now() - retentionDays * dayMs;
  const histories = await storedHistories(ports);
  const isOver = (each: StoredHistory) => !each.isOnScreen && (each.viewedAt ?? before) < before;
  const over = histories.filter(isOver);
  const kept = histories.filter((each) => !isOver(each));
  const { database } = ports;
  await deleteWithoutRoom(database, async () => {
    await dropHistories(database, over, ports.now());
    await dropTraces(database, before);
    await dropContacts(database, before);
    const most = await mostMessages(database, retention);
    await dropDownTo(database, kept, { most, now: ports.now() });
  });
  // After what only deletes: on a full disk nothing else may be possible.
  for (const each of kept) {
    if (each.viewedAt === undefined && !each.isOnScreen) await startClock(ports, each);
  }
}

/**
 * Drops about a third of all messages after a write failed for lack of storage: the histories that
 * were viewed longest ago, those that nothing can fetch again only when there are no others.
 */
export async function makeRoom(ports: WorkerPorts): Promise<void> {
  const total = await ports.database.messages.count();
  const all = await storedHistories(ports);
  const fetchable = all.filter((each) => !each.isCaptured && !each.isOnScreen);
  const most = Math.floor(total * keptWhenFull);
  const histories = fetchable.length > 0 ? fetchable : all;
  await dropDownTo(ports.database, histories, { most, now: ports.now() });
}

/** No visit to this history was recorded: its retention time begins now, unless a visit began meanwhile. */
async function startClock(
  { database, now }: WorkerPorts,
  { connectionId, contactId }: StoredHistory,
): Promise<void> {
  const anchor = contactRef({ connectionId, id: contactId });
  await database.transaction('rw', database.views, async () => {
    if ((await database.views.get(anchor)) !== undefined) return;
    await database.views.put({ anchor, viewedAt: now() });
  });
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
