import { withLock } from '../../async/with-lock';
import type { Connection } from '../../model/connection';
import { OWN_SOURCE, RESTORE_MS, type ReplySourceRow, TEAM_SOURCE } from '../../model/reply';
import { coverageOfFailure } from '../failure-coverage';
import { isPausedByFailure } from '../failure-pause';
import type { WorkerPorts } from '../ports';
import type { ReplyPorts } from './ports';
import { inSourceTurn, openSource, readSource, removeSource, saveSourceFailure } from './sources';
import { refreshTeam } from './team-library';

/** What is to be fetched again. */
interface RefreshWish {
  /** What was read more recently stays; 0: somebody asks for it now, whatever failed a moment ago. */
  olderThanMs: number;
  /** Nothing but this one. */
  source?: string | undefined;
}

/**
 * Fetches the canned responses of every source again, each by itself: one that fails keeps its stored
 * responses and says why. Also removes for good what can no longer be restored. Never throws for a source.
 */
export async function refreshReplies(
  ports: WorkerPorts,
  replyPorts: ReplyPorts,
  wish: RefreshWish,
): Promise<void> {
  const connections = (await ports.database.connections.toArray()).filter(
    (connection) => ports.apiOf(connection).replies !== undefined,
  );
  if (wish.source !== undefined) {
    const asked = connections.filter(({ id }) => id === wish.source);
    await Promise.all(asked.map((connection) => refreshConnection(ports, connection, wish)));
    return;
  }
  // One after the other: a second panel finds fresh what the first has fetched.
  await inRefreshTurn(ports, async () => {
    await Promise.all([
      tidy(ports),
      dropUnknownSources(ports, connections),
      refreshTeam(ports, replyPorts, (row) => isDue(row, wish, ports.now())),
      ...connections.map((connection) => refreshConnection(ports, connection, wish)),
    ]);
  });
}

/** Runs what reads all sources, or the team's file, when nothing else does. */
export function inRefreshTurn({ database }: WorkerPorts, work: () => Promise<void>): Promise<void> {
  return withLock(database, 'replies', work);
}

async function refreshConnection(
  ports: WorkerPorts,
  connection: Connection,
  wish: RefreshWish,
): Promise<void> {
  const { saveReply } = ports.apiOf(connection);
  await inSourceTurn(ports, connection.id, async () => {
    const row = await openSource(ports, connection.id, saveReply !== undefined);
    if (!isDue(row, wish, ports.now())) return;
    const signal = AbortSignal.timeout(60_000);
    try {
      await readSource(ports, connection, { urgency: 'background', signal });
    } catch (error) {
      await saveSourceFailure(ports, connection.id, coverageOfFailure(error, ports.now()));
    }
  });
}

/** A failure is left alone for a while. */
function isDue(
  { fetchedAt, coverage }: ReplySourceRow,
  { olderThanMs }: RefreshWish,
  now: number,
): boolean {
  if (olderThanMs === 0) return true;
  if (isPausedByFailure(coverage, now)) return false;
  return fetchedAt === undefined || now - fetchedAt >= olderThanMs || fetchedAt > now;
}

/** One's own library is always complete; what was deleted long ago, anywhere, is removed for good. */
async function tidy(ports: WorkerPorts): Promise<void> {
  const { database } = ports;
  const now = ports.now();
  await database.replies
    .filter(({ deletedAt }) => deletedAt !== undefined && deletedAt < now - RESTORE_MS)
    .delete();
  const own = await database.replySources.get(OWN_SOURCE);
  if (own !== undefined) return;
  const coverage = { state: 'complete', dropped: 0, checkedAt: now } as const;
  await database.replySources.put({ source: OWN_SOURCE, coverage, writable: true, dropped: [] });
}

/** Sources whose connection is gone. */
async function dropUnknownSources(
  ports: WorkerPorts,
  connections: readonly Connection[],
): Promise<void> {
  const known = new Set([OWN_SOURCE, TEAM_SOURCE, ...connections.map(({ id }) => id)]);
  for (const { source } of await ports.database.replySources.toArray()) {
    if (!known.has(source)) await removeSource(ports, source);
  }
}
