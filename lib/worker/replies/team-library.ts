import { TransportError } from '../../http/transport-error';
import { type ReplySourceRow, TEAM_SOURCE } from '../../model/reply';
import { readTeamAddress, readTeamFile } from '../../replies/team-file';
import { coverageOfFailure } from '../failure-coverage';
import type { WorkerPorts } from '../ports';
import type { ReplyPorts } from './ports';
import { replaceReplies } from './replace-replies';
import { openSource, removeSource, saveSourceFailure } from './sources';

/**
 * Fetches the team's file if `isDue` says so, or if its address changed. The stored responses stay
 * until another file has been read; without an address they go.
 */
export async function refreshTeam(
  ports: WorkerPorts,
  replyPorts: ReplyPorts,
  isDue: (row: ReplySourceRow) => boolean,
): Promise<void> {
  const chosen = await replyPorts.teamAddress();
  if (chosen === undefined) {
    await removeSource(ports, TEAM_SOURCE);
    return;
  }
  const read = readTeamAddress(chosen.url);
  const address = 'address' in read ? read.address : chosen.url;
  const before = await ports.database.replySources.get(TEAM_SOURCE);
  // Another team's responses must not remain under this address.
  if (before !== undefined && before.address !== address) await removeSource(ports, TEAM_SOURCE);
  const opened = await openSource(ports, TEAM_SOURCE, false);
  const row: ReplySourceRow = { ...opened, address, isManaged: chosen.isManaged };
  await ports.database.replySources.put(row);
  if (before?.address === address && !isDue(row)) return;
  try {
    if ('problem' in read) throw new TransportError('refused');
    await fetchTeam(ports, replyPorts, row, address);
  } catch (error) {
    await saveSourceFailure(ports, TEAM_SOURCE, coverageOfFailure(error, ports.now()));
  }
}

async function fetchTeam(
  ports: WorkerPorts,
  replyPorts: ReplyPorts,
  row: ReplySourceRow,
  address: string,
): Promise<void> {
  const fetched = await replyPorts.fetchTeamFile(address, row.etag);
  const now = ports.now();
  const coverage = { state: 'complete', dropped: row.coverage.dropped, checkedAt: now } as const;
  if (fetched.kind === 'unchanged') {
    await ports.database.replySources.put({ ...row, coverage, fetchedAt: now });
    return;
  }
  const file = readTeamFile(parse(fetched.text));
  if (file === undefined) throw notAFile(fetched.text);
  const { etag: _older, ...kept } = row;
  await replaceReplies(ports, {
    replies: file.replies,
    row: {
      ...kept,
      ...(fetched.etag === undefined ? {} : { etag: fetched.etag }),
      coverage,
      dropped: file.dropped,
      fetchedAt: now,
    },
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw notAFile(text);
  }
}

function notAFile(text: string): TransportError {
  return new TransportError('not-json', { status: 200, body: text.slice(0, 500) });
}
