import { t } from '@lingui/core/macro';
import { mayBeWritten } from '../../http/transport-error';
import type { ReplyAnswer } from '../../messaging/reply-commands';
import type { Connection } from '../../model/connection';
import type { Reply } from '../../model/reply';
import { ReplyRefused } from '../../platforms/contract/replies';
import { contentOf, isSameReply } from '../../replies/same-reply';
import type { Urgency, WorkerPorts } from '../ports';
import { writeWithRoom } from '../write-with-room';
import { conflictAnswer, replyFailed, replyWriteFailure } from './failure-words';
import { type GuardedSave, lookBeforeWriting, notAllListed } from './look-before-writing';
import { readSource } from './sources';
import { forgetCrossings, keepVersion } from './versions';

/** A connection's library that is written to. */
export interface WrittenSource {
  connection: Connection;
  /** What a person calls it. */
  label: string;
  signal: AbortSignal;
  /** What waits for it; if absent, the person looking at the screen. Reads and writes must say the same. */
  urgency?: Urgency;
}

/**
 * Saves a response if what is stored for its source is still what `base` says, and nothing of that name
 * exists that would be duplicated. Where that is so already, nothing is sent. Nobody's text is replaced by
 * this without having been `base`, so read the source (`readSource`) right before, or before a run of many,
 * and keep it to yourself meanwhile (`inSourceTurn`). After a lost answer the source is read to see what came
 * of it. Never throws for what the platform answers.
 */
export async function saveGuarded(
  ports: WorkerPorts,
  source: WrittenSource,
  save: GuardedSave,
): Promise<ReplyAnswer> {
  try {
    return await saveLooking(ports, source, save);
  } catch (error) {
    return replyWriteFailure(error, source.label);
  }
}

/** The same, but throws what the platform's call throws and what says nothing of this response. */
export async function saveLooking(
  ports: WorkerPorts,
  { connection, label, signal, urgency = 'foreground' }: WrittenSource,
  { draft, base }: GuardedSave,
): Promise<ReplyAnswer> {
  const api = ports.apiOf(connection, urgency);
  if (api.saveReply === undefined)
    return replyFailed(t`Deskside can only read the responses of ${label}.`);
  const kept = api.keptReply?.(draft) ?? draft;
  const look = () => lookBeforeWriting(ports, connection.id, { draft, kept, base, label });
  // If we changed nothing, the text there is somebody else's.
  const isOwn = base === undefined || !isSameReply(base, kept);
  const found = await look();
  if (found !== undefined) return isOwn ? await asSaved(ports, connection.id, found) : found;
  /** What came of a save that failed: the answer, or nothing where it may be sent once more. */
  const settle = async (error: unknown): Promise<ReplyAnswer | undefined> => {
    if (!isUnsure(error)) throw error;
    await readSource(ports, connection, { urgency, signal });
    const settled = await look();
    if (settled !== undefined) return asSaved(ports, connection.id, settled);
    if (!(error instanceof ReplyRefused)) {
      return replyFailed(t`${label} did not save it: nothing has changed there. Save it again.`);
    }
    if (!error.isStale) throw error;
    return undefined;
  };
  try {
    return await storeSaved(ports, await api.saveReply(draft, signal));
  } catch (error) {
    const settled = await settle(error);
    if (settled !== undefined) return settled;
  }
  // Something else of it was changed, and its text is still what was to be replaced.
  try {
    return await storeSaved(ports, await api.saveReply(draft, signal));
  } catch (error) {
    const settled = await settle(error);
    if (settled !== undefined) return settled;
    throw error;
  }
}

/**
 * Deletes a response if what is stored for its source is still what `base` says; one that is gone counts as
 * deleted. Read the source right before, as for `saveGuarded`. Never throws for what the platform answers.
 */
export async function removeGuarded(
  ports: WorkerPorts,
  source: WrittenSource,
  base: Reply,
): Promise<ReplyAnswer> {
  try {
    return await removeLooking(ports, source, base);
  } catch (error) {
    return replyWriteFailure(error, source.label);
  }
}

/** The same, but throws what the platform's call throws. */
export async function removeLooking(
  ports: WorkerPorts,
  { connection, label, signal, urgency = 'foreground' }: WrittenSource,
  base: Reply,
): Promise<ReplyAnswer> {
  const { database } = ports;
  const api = ports.apiOf(connection, urgency);
  if (api.removeReply === undefined) {
    return replyFailed(t`Deskside can only read the responses of ${label}.`);
  }
  const now = await database.replies.get([connection.id, base.id]);
  if (now === undefined || now.deletedAt !== undefined) return { kind: 'ok', id: base.id };
  const row = await database.replySources.get(connection.id);
  if (row?.unlisted?.includes(base.id) === true) return notAllListed(label);
  if (!isSameReply(now, base)) return conflictAnswer('changed', label, now);
  try {
    await api.removeReply(base.id, signal);
  } catch (error) {
    if (!isUnsure(error)) throw error;
    await readSource(ports, connection, { urgency, signal });
    if ((await database.replies.get([connection.id, base.id])) !== undefined) throw error;
  }
  await database.transaction('rw', database.replies, database.replySources, async () => {
    // The connection may have been removed meanwhile.
    if ((await database.replySources.get(connection.id)) === undefined) return;
    // Kept for a while, so that it can be made again.
    await database.replies.put({ ...now, deletedAt: ports.now() });
  });
  return { kind: 'ok', id: base.id };
}

/**
 * Makes a response that was deleted from here again, as a new one with its earlier texts. Read the
 * source right before, as for `saveGuarded`. Never throws for what the platform answers.
 */
export async function restoreGuarded(
  ports: WorkerPorts,
  source: WrittenSource,
  id: string,
): Promise<ReplyAnswer> {
  try {
    return await restoreLooking(ports, source, id);
  } catch (error) {
    return replyWriteFailure(error, source.label);
  }
}

/** The same, but throws what the platform's call throws and what says nothing of this response. */
export async function restoreLooking(
  ports: WorkerPorts,
  source: WrittenSource,
  id: string,
): Promise<ReplyAnswer> {
  const { database } = ports;
  const { replies, replyVersions } = database;
  const key: [string, string] = [source.connection.id, id];
  const deleted = await replies.get(key);
  if (deleted === undefined)
    return replyFailed(t`It was deleted too long ago and cannot be restored.`);
  if (deleted.deletedAt === undefined) return { kind: 'ok', id };
  const made = await saveLooking(ports, source, { draft: contentOf(deleted), base: undefined });
  if (made.kind !== 'ok' || made.id === undefined) return made;
  const newId = made.id;
  await database.transaction('rw', replies, replyVersions, async () => {
    await replies.delete(key);
    const earlier = replyVersions.where('[source+id]').equals(key);
    if ((await earlier.count()) === 0) return;
    // The last of them is the text that was made again.
    await replyVersions.where('[source+id]').equals([source.connection.id, newId]).delete();
    await earlier.modify({ id: newId });
  });
  return made;
}

/** What arrived although no answer said so was saved from here like any other. */
async function asSaved(
  ports: WorkerPorts,
  source: string,
  answer: ReplyAnswer,
): Promise<ReplyAnswer> {
  if (answer.kind !== 'ok' || answer.id === undefined) return answer;
  const there = await ports.database.replies.get([source, answer.id]);
  return there === undefined ? answer : storeSaved(ports, there);
}

/** What was replaced is kept, and what was saved: it may be written over elsewhere at any time. */
async function storeSaved(ports: WorkerPorts, saved: Reply): Promise<ReplyAnswer> {
  const { database } = ports;
  const { replies, replySources, replyVersions } = database;
  const at = ports.now();
  await writeWithRoom(ports, () =>
    database.transaction('rw', replies, replySources, replyVersions, async () => {
      // The connection may have been removed meanwhile.
      if ((await replySources.get(saved.source)) === undefined) return;
      const before = await replies.get([saved.source, saved.id]);
      if (before !== undefined) await keepVersion(database, before, { at, isOwn: false });
      await keepVersion(database, saved, { at, isOwn: true });
      await forgetCrossings(database, [saved.source, saved.id]);
      await replies.put(saved);
    }),
  );
  return { kind: 'ok', id: saved.id };
}

/**
 * Whether only what is there now can tell: the answer was lost or cannot be read, so that the write
 * may have been carried out, or somebody else was faster.
 */
function isUnsure(error: unknown): boolean {
  if (error instanceof ReplyRefused) return error.conflict || error.isGone || error.isStale;
  return mayBeWritten(error);
}
