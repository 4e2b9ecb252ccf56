import { t } from '@lingui/core/macro';
import type { ReplyAnswer } from '../../messaging/reply-commands';
import type { Connection } from '../../model/connection';
import { type Reply, TEAM_SOURCE } from '../../model/reply';
import { isSameReply } from '../../replies/same-reply';
import type { WorkerPorts } from '../ports';
import { conflictAnswer, replyFailed, replyWriteFailure } from './failure-words';
import type { GuardedSave } from './look-before-writing';
import { inSourceTurn, readSource } from './sources';
import { forgetCrossings } from './versions';
import {
  removeGuarded,
  restoreGuarded,
  saveGuarded,
  type WrittenSource,
} from './write-unless-changed';

/** Saves after checking what is there, and checks again: two may have checked at the same moment. */
export function saveOnPlatform(
  ports: WorkerPorts,
  id: string,
  save: GuardedSave,
): Promise<ReplyAnswer> {
  return onPlatform(ports, id, async (source) => {
    const answer = await saveGuarded(ports, source, save);
    if (answer.kind !== 'ok' || answer.id === undefined) return answer;
    const key: [string, string] = [id, answer.id];
    const saved = await ports.database.replies.get(key);
    // The save itself succeeded: where it cannot be checked, the next reading will show it.
    const isRead = await readNow(ports, source).then(
      () => true,
      () => false,
    );
    if (!isRead || saved === undefined) return answer;
    const now = await ports.database.replies.get(key);
    if (isBehind(now, save)) {
      await forgetCrossings(ports.database, key);
      return answer;
    }
    if (now === undefined) return conflictAnswer('deleted', source.label);
    return isSameReply(saved, now) ? answer : conflictAnswer('changed', source.label, now);
  });
}

/** Whether a list still shows what was there before: some services need a moment. */
function isBehind(now: Reply | undefined, { draft, base }: GuardedSave): boolean {
  if (now === undefined) return draft.id === undefined;
  return base !== undefined && isSameReply(now, base);
}

/** Deletes a response of a connection while it is still as it was seen. */
export function removeOnPlatform(ports: WorkerPorts, base: Reply): Promise<ReplyAnswer> {
  return onPlatform(ports, base.source, (source) => removeGuarded(ports, source, base));
}

/** Makes a response that was deleted from here again, as a new one. */
export function restoreOnPlatform(
  ports: WorkerPorts,
  source: string,
  id: string,
): Promise<ReplyAnswer> {
  return onPlatform(ports, source, (written) => restoreGuarded(ports, written, id));
}

/** Works on a connection's library that was read just now, and that nothing else reads or writes. */
async function onPlatform(
  ports: WorkerPorts,
  id: string,
  work: (source: WrittenSource) => Promise<ReplyAnswer>,
): Promise<ReplyAnswer> {
  if (id === TEAM_SOURCE) {
    return replyFailed(
      t`The team’s library can only be read here. Copy this response to your own library.`,
    );
  }
  const connection = await ports.database.connections.get(id);
  if (connection === undefined) return disconnected();
  const label = labelOf(ports, connection);
  if (ports.apiOf(connection).saveReply === undefined) return cannotWrite(label);
  const source = { connection, label, signal: AbortSignal.timeout(120_000) };
  try {
    return await inSourceTurn(ports, id, async () => {
      await readNow(ports, source);
      return work(source);
    });
  } catch (error) {
    return replyWriteFailure(error, label);
  }
}

function readNow(ports: WorkerPorts, { connection, signal }: WrittenSource): Promise<void> {
  return readSource(ports, connection, { urgency: 'foreground', signal });
}

const cannotWrite = (name: string): ReplyAnswer =>
  replyFailed(
    t`The responses of ${name} can only be read here. Copy this one to your own library.`,
  );

const disconnected = (): ReplyAnswer =>
  replyFailed(t`This account is no longer connected. Choose somewhere else to save.`);

function labelOf(ports: WorkerPorts, { platform }: Connection): string {
  return ports.definitionOf(platform).label;
}
