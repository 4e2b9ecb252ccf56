import type { DesksideDatabase } from '../../storage/database';
import type { WorkerPorts } from '../ports';
import { dropDownTo } from './drop-histories';
import { storedHistories } from './stored-histories';

/** More messages than this are not kept, however recently they were viewed. */
export const MOST_MESSAGES = 200_000;

/**
 * Above the first share of what the browser allows, messages are dropped until less than the second is used.
 */
const fullShare = 0.8;
const easyShare = 0.6;

/** Share of all messages to keep when a write has failed for lack of storage. */
const keptWhenFull = 0.7;

export interface StoragePorts {
  /** What the browser reports about its storage, in bytes. */
  estimate(): Promise<{ usage?: number; quota?: number }>;
}

/** How many messages may stay: fewer than usual when storage is nearly full. */
export async function mostMessagesToKeep(
  database: DesksideDatabase,
  { estimate }: StoragePorts,
): Promise<number> {
  const { usage = 0, quota = 0 } = await estimate();
  if (quota === 0 || usage <= quota * fullShare) return MOST_MESSAGES;
  const total = await database.messages.count();
  return Math.min(MOST_MESSAGES, Math.floor((total * quota * easyShare) / usage));
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
