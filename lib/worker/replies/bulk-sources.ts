import { t } from '@lingui/core/macro';
import type { Connection } from '../../model/connection';
import { OWN_SOURCE, type Reply, TEAM_SOURCE } from '../../model/reply';
import { ReplyRefused } from '../../platforms/contract/replies';
import type { BulkTarget } from '../../replies/bulk-plan';
import type { WorkerPorts } from '../ports';
import type { BulkSource } from './bulk-step';
import { inSourceTurn, readSource } from './sources';

/** For a person: why nothing can be done with a source at all. */
export class BulkProblem extends Error {
  override readonly name = 'BulkProblem';
}

/** A list of thousands may take its time (ms). */
const READING_MS = 120_000;

/**
 * Reads a source again and returns what a plan has to know about it. Throws `BulkProblem`, and what the
 * platform's call throws.
 */
export async function readBulkTarget(ports: WorkerPorts, source: string): Promise<BulkTarget> {
  if (source === OWN_SOURCE || source === TEAM_SOURCE) {
    return {
      source,
      label: await nameOfSource(ports, source),
      replies: await livingReplies(ports, source),
      isWritable: source === OWN_SOURCE,
      ignoresCase: true,
      keep: keptOwn,
    };
  }
  const { connection, label } = await connectionOf(ports, source);
  const api = ports.apiOf(connection, 'background');
  const isWritable = api.saveReply !== undefined;
  await readNow(ports, connection);
  const row = await ports.database.replySources.get(source);
  if (row?.coverage.state !== 'complete') {
    throw new BulkProblem(
      t`${label} did not list all of its responses, so Deskside cannot tell what is there. Nothing was changed. Try again later.`,
    );
  }
  return {
    source,
    label,
    replies: await livingReplies(ports, source),
    isWritable,
    ignoresCase: false,
    keep: (draft) => {
      try {
        return api.keptReply?.(draft) ?? draft;
      } catch (error) {
        if (error instanceof ReplyRefused) return { problem: error.message };
        throw error;
      }
    },
  };
}

/**
 * Reads a source again and returns what writes to it; without `isRead` the last reading is used. Throws
 * `BulkProblem` when its connection was removed, and what the platform's call throws.
 */
export async function openBulkSource(
  ports: WorkerPorts,
  source: string,
  { signal, isRead }: { signal: AbortSignal; isRead: boolean },
): Promise<BulkSource> {
  if (source === OWN_SOURCE) return { source };
  const { connection, label } = await connectionOf(ports, source);
  if (!isRead) await readNow(ports, connection, signal);
  return { source, written: { connection, label, signal, urgency: 'background' } };
}

function readNow(ports: WorkerPorts, connection: Connection, stop?: AbortSignal): Promise<void> {
  const late = AbortSignal.timeout(READING_MS);
  const signal = stop === undefined ? late : AbortSignal.any([stop, late]);
  return inSourceTurn(ports, connection.id, () =>
    readSource(ports, connection, { urgency: 'background', signal }),
  );
}

async function connectionOf(
  ports: WorkerPorts,
  source: string,
): Promise<{ connection: Connection; label: string }> {
  const connection = await ports.database.connections.get(source);
  if (connection === undefined) {
    throw new BulkProblem(t`This account is no longer connected. Connect it again to continue.`);
  }
  return { connection, label: ports.definitionOf(connection.platform).label };
}

/** What a person calls a library; empty once its connection is removed. */
export async function nameOfSource(ports: WorkerPorts, source: string): Promise<string> {
  if (source === OWN_SOURCE) return t`My library`;
  if (source === TEAM_SOURCE) return t`the team’s library`;
  const connection = await ports.database.connections.get(source);
  return connection === undefined ? '' : ports.definitionOf(connection.platform).label;
}

async function livingReplies({ database }: WorkerPorts, source: string): Promise<Reply[]> {
  const stored = await database.replies.where('source').equals(source).toArray();
  return stored.filter(({ deletedAt }) => deletedAt === undefined);
}

const keptOwn: BulkTarget['keep'] = (draft) => {
  const { id: _id, ...content } = draft;
  if (content.body.trim() === '') return { problem: t`It has no text.` };
  const shortcut = content.shortcut.trim().replace(/^\/+/, '');
  const title = content.title.trim() || shortcut;
  return title === ''
    ? { problem: t`It has neither a title nor a shortcut.` }
    : { ...content, title, shortcut };
};
