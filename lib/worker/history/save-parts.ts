import type { Contact } from '../../model/contact';
import type { Coverage, CoverageReason } from '../../model/coverage';
import type { Conversation } from '../../model/history';
import type { HistoryRow } from '../../model/sync';
import type { HistoryPart } from '../../platforms/contract/api';
import type { DesksideDatabase } from '../../storage/database';
import { putTracked } from '../../storage/put-tracked';
import type { WorkerPorts } from '../ports';
import { writeWithRoom } from '../quota';

/** What was stored of a history when its newest part was last fetched. */
export interface StoredBefore {
  /** Epoch ms of that fetch: `coverage.checkedAt`. */
  checkedAt: number;
  /** Epoch ms of the newest message stored then. */
  until: number;
}

/** What is said of a history before its newest part is fetched again; reads one message. */
export async function storedBefore(
  database: DesksideDatabase,
  row: HistoryRow | undefined,
): Promise<StoredBefore | undefined> {
  if (row === undefined) return undefined;
  const { checkedAt } = row.coverage;
  const key = [row.connectionId, row.contactId];
  // What is dated later came with a fetch that was broken off, maybe with a gap below it.
  const newest = await database.messages
    .where('[connectionId+contactId+sentAt]')
    .between([...key, Number.NEGATIVE_INFINITY], [...key, checkedAt], true, true)
    .last();
  return newest === undefined ? undefined : { checkedAt, until: newest.sentAt };
}

/**
 * Writes a part of the newest items, and what is stored by now in the same transaction. When the part
 * reaches down to what was stored before, the older parts stay valid, and with them how far back they
 * go and where to go on. Until it does, nothing new is claimed; if by the `last` part it has not,
 * only the new part is claimed. Returns the coverage to show.
 */
export async function saveNewest(
  ports: WorkerPorts,
  contact: Contact,
  part: HistoryPart,
  fetchState: { before: StoredBefore | undefined; startedAt: number; isLast: boolean },
): Promise<Coverage> {
  const { database } = ports;
  return inTransaction(ports, async () => {
    await putItems(database, part);
    const stored = await database.histories.get([contact.connectionId, contact.id]);
    const next = nextRow(stored, part, fetchState);
    if (next === undefined && !fetchState.isLast) return part.coverage;
    const coverage = { ...(next ?? part).coverage, checkedAt: fetchState.startedAt };
    await database.histories.put({
      connectionId: contact.connectionId,
      contactId: contact.id,
      coverage,
      cursor: (next ?? part).cursor,
      fetchedAt: fetchState.isLast ? ports.now() : stored?.fetchedAt,
    });
    return coverage;
  });
}

/**
 * Writes a part of older items and how far back it goes. `cursor` is the one that led to it: when
 * another load has replaced it meanwhile, nothing is written and `undefined` returned.
 */
export async function saveOlder(
  ports: WorkerPorts,
  contact: Contact,
  part: HistoryPart,
  cursor: string,
): Promise<Coverage | undefined> {
  const { database } = ports;
  return inTransaction(ports, async () => {
    const stored = await database.histories.get([contact.connectionId, contact.id]);
    if (stored?.cursor !== cursor) return undefined;
    await putItems(database, part);
    // How old the news are has not changed by reading what is old.
    const coverage = { ...part.coverage, checkedAt: stored.coverage.checkedAt };
    await database.histories.put({ ...stored, coverage, cursor: part.cursor });
    return coverage;
  });
}

function inTransaction<T>(ports: WorkerPorts, write: () => Promise<T>): Promise<T> {
  const tables = ['conversations', 'messages', 'histories'];
  return writeWithRoom(ports, () => ports.database.transaction('rw', tables, write));
}

async function putItems(database: DesksideDatabase, part: HistoryPart): Promise<void> {
  await putTracked(database.conversations, await withRatings(database, part.conversations));
  await putTracked(database.messages, part.messages);
}

/** A rating may stand in a message that is not read each time; it is never taken back. */
async function withRatings(
  { conversations }: DesksideDatabase,
  fresh: readonly Conversation[],
): Promise<Conversation[]> {
  const keys = fresh.map(({ connectionId, id }): [string, string] => [connectionId, id]);
  const stored = await conversations.bulkGet(keys);
  return fresh.map((each, index) => ({
    ...each,
    satisfaction: each.satisfaction ?? stored[index]?.satisfaction,
  }));
}

type Claim = Pick<HistoryRow, 'coverage' | 'cursor'>;

/** What may be claimed now; `undefined` while the part may still reach what was stored before. */
function nextRow(
  stored: HistoryRow | undefined,
  part: HistoryPart,
  { before, startedAt }: { before: StoredBefore | undefined; startedAt: number },
): Claim | undefined {
  const oldest = stored === undefined ? undefined : sinceOf(stored.coverage);
  if (stored === undefined || oldest === undefined || before === undefined) return part;
  const reached = sinceOf(part.coverage);
  if (reached === undefined) return undefined;
  if (reached <= oldest || !isSameMatter(stored.coverage, part.coverage)) return part;
  // False once the row has moved on by a fetch that is neither the one before nor this one.
  const isSameFetch = [before.checkedAt, startedAt].includes(stored.coverage.checkedAt);
  if (!isSameFetch || before.until < oldest || reached > before.until) return undefined;
  const dropped = Math.max(stored.coverage.dropped, part.coverage.dropped);
  return { coverage: { ...stored.coverage, dropped }, cursor: stored.cursor };
}

/** Epoch ms from which on nothing is missing; `undefined` where nothing of the kind is claimed. */
function sinceOf({ state, since }: Coverage): number | undefined {
  if (state === 'complete') return Number.NEGATIVE_INFINITY;
  return state === 'partial' ? since : undefined;
}

/** Reasons that only say how far back was read; any other one is news that must be shown. */
const depths: readonly (CoverageReason | undefined)[] = [
  undefined,
  'more-on-platform',
  'platform-cap',
  'plan-limit',
];

function isSameMatter(stored: Coverage, fetched: Coverage): boolean {
  const isDepth = depths.includes(stored.reason) && depths.includes(fetched.reason);
  return isDepth || stored.reason === fetched.reason;
}
