import type { Connection } from '../../model/connection';
import { OWN_SOURCE, RESTORE_MS, type ReplySourceRow, TEAM_SOURCE } from '../../model/reply';
import { coverageOfFailure } from '../failure-coverage';
import type { WorkerPorts } from '../ports';
import { isPausedByFailure } from '../retry';
import type { ReplyPorts } from './ports';
import { inSourceTurn, openSource, readSource, removeSource, saveSourceFailure } from './sources';
import { refreshTeam } from './team-library';

/** For this long canned responses are not fetched again unless a person asks for it. */
const REPLIES_FRESH_MS = 5 * 60_000;

/**
 * Fetches the canned responses of every source again, each by itself: one that fails keeps what is
 * stored of it and says why. Also ends what can no longer be restored. Never throws for a source.
 */
export async function refreshReplies(
  ports: WorkerPorts,
  replyPorts: ReplyPorts,
  { force }: { force: boolean },
): Promise<void> {
  const connections = (await ports.database.connections.toArray()).filter(
    (connection) => ports.apiOf(connection).replies !== undefined,
  );
  await Promise.all([
    tidy(ports),
    dropUnknownSources(ports, connections),
    refreshTeam(ports, replyPorts, (row) => force || isDue(row, ports.now())),
    ...connections.map((connection) => refreshConnection(ports, connection, force)),
  ]);
}

async function refreshConnection(
  ports: WorkerPorts,
  connection: Connection,
  force: boolean,
): Promise<void> {
  const { saveReply } = ports.apiOf(connection);
  const row = await openSource(ports, connection.id, saveReply !== undefined);
  if (!force && !isDue(row, ports.now())) return;
  const signal = AbortSignal.timeout(60_000);
  try {
    await inSourceTurn(ports, connection.id, () =>
      readSource(ports, connection, { urgency: 'background', signal }),
    );
  } catch (error) {
    await saveSourceFailure(ports, connection.id, coverageOfFailure(error, ports.now()));
  }
}

/** A failure is left alone for a while; what was fetched stays fresh for longer. */
function isDue({ fetchedAt, coverage }: ReplySourceRow, now: number): boolean {
  if (isPausedByFailure(coverage, now)) return false;
  return fetchedAt === undefined || now - fetchedAt >= REPLIES_FRESH_MS || fetchedAt > now;
}

/** The own library is always whole; what was deleted long ago, anywhere, goes for good. */
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
