import { contactRef } from '../../model/ids';
import { RESTORABLE_MS } from '../../notes/restorable';
import type { DesksideDatabase } from '../../storage/database';
import { deleteWithoutRoom } from '../delete-without-room';
import type { SettingsPorts, WorkerPorts } from '../ports';
import { dropContacts } from './drop-contacts';
import { dropDownTo, dropHistories, dropTraces } from './drop-histories';
import { mostMessagesToKeep, type StoragePorts } from './make-room';
import { type StoredHistory, storedHistories } from './stored-histories';

const dayMs = 24 * 60 * 60_000;

/** After so long (ms) without a clean-up, the clock may be the one that is wrong. */
const longGapMs = 60 * dayMs;

export interface RetentionPorts extends SettingsPorts, StoragePorts {}

/**
 * The daily clean-up: does nothing when it ran within a day. The time is recorded first, so that
 * a run that fails does not begin again at every start of the worker. Where the last one seems to be long
 * ago, nothing is dropped until a day later: a clock that is put right in the meantime would have cost what
 * nothing can fetch again.
 */
export async function applyRetentionDaily(
  ports: WorkerPorts,
  retention: RetentionPorts,
): Promise<void> {
  const { retentionRanAt } = await retention.readSettings();
  const now = ports.now();
  if (retentionRanAt !== undefined && Math.abs(now - retentionRanAt) < dayMs) return;
  await retention.changeSettings({ retentionRanAt: now });
  if (retentionRanAt !== undefined && now - retentionRanAt > longGapMs) return;
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
    await dropDeletedNotes(database, Math.min(before, ports.now() - RESTORABLE_MS));
    await dropContacts(database, before);
    const most = await mostMessagesToKeep(database, retention);
    await dropDownTo(database, kept, { most, now: ports.now() });
  });
  // After what only deletes: on a full disk nothing else may be possible.
  for (const each of kept) {
    if (each.viewedAt === undefined && !each.isOnScreen) await startClock(ports, each);
  }
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

/**
 * Drops the notes that were deleted before this time (epoch ms), with their texts: those of which no copy is
 * left to be removed, and about which nobody has to choose.
 */
async function dropDeletedNotes(database: DesksideDatabase, before: number): Promise<void> {
  const { notes, replicas } = database;
  await database.transaction('rw', ['notes', 'replicas'], async () => {
    const left = new Set(await replicas.orderBy('noteId').uniqueKeys());
    await notes
      .filter(({ id, deletedAt, conflict }) => {
        const isOver = deletedAt !== undefined && deletedAt < before;
        return isOver && conflict === undefined && !left.has(id);
      })
      .delete();
  });
}
