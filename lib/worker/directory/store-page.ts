import type { Contact } from '../../model/contact';
import type { DirectoryRow } from '../../model/reading-progress';
import type { DirectoryPage } from '../../platforms/contract/api';
import type { WorkerPorts } from '../ports';
import { directoryEntry, isUnchanged, type ListedContact, provesPosition } from './directory-entry';
import type { PageWanted } from './next-page';
import { afterHeadPage, afterScanPage, type HeadProgress } from './progress';
import { countIndexed, DirectoryGone } from './progress-store';

export interface StoredPage {
  row: DirectoryRow;
  /** For the head: everything below this page is known. */
  isLast: boolean;
}

/** A page of the list that was read. */
export interface ReadPage {
  /** The directory as it was when the page was asked for. */
  readFor: DirectoryRow;
  wanted: PageWanted;
  page: DirectoryPage;
}

/**
 * Stores a page and the progress in one piece, so that a worker that is stopped loses neither.
 * Throws `DirectoryGone` and stores nothing when the directory was erased since it was read; the
 * signal's reason when aborted; what the database throws when storage is full.
 */
export async function storePage(
  ports: WorkerPorts,
  { readFor, wanted, page }: ReadPage,
  signal: AbortSignal,
): Promise<StoredPage> {
  const { connectionId } = readFor;
  const { connections, directories, contacts } = ports.database;
  return ports.database.transaction('rw', connections, directories, contacts, async () => {
    signal.throwIfAborted();
    const row = await directories.get(connectionId);
    if (row === undefined || (await connections.get(connectionId)) === undefined)
      throw new DirectoryGone();
    const changes = await storeListed(ports, connectionId, page.contacts, row);
    const isLast = page.next === undefined || changes.endsHead;
    const progress: HeadProgress = {
      ...changes,
      isFirst: wanted.cursor === undefined,
      isLast,
      next: page.next,
      endUnproven: page.endUnproven,
      dropped: page.dropped,
      reachesBackTo: page.contacts.findLast((each) => each.lastSeenAt !== undefined)?.lastSeenAt,
      ids: page.contacts.map((contact) => contact.id),
    };
    const next = await advance(ports, row, { readFor, wanted, progress });
    await directories.put(next);
    return { row: next, isLast: isLast || next.headDue !== true };
  });
}

async function advance(
  ports: WorkerPorts,
  row: DirectoryRow,
  { readFor, wanted, progress }: Omit<ReadPage, 'page'> & { progress: HeadProgress },
): Promise<DirectoryRow> {
  if (wanted.part === 'head') return afterHeadPage(row, progress, ports.now());
  // Called off or begun again while the page was under way: it is indexed, but leads nowhere.
  if (!isSameScan(row, readFor)) return { ...row, indexed: row.indexed + progress.added };
  const next = afterScanPage(row, progress, ports.now());
  if (progress.next !== undefined) return next;
  return { ...next, indexed: await countIndexed(ports, row.connectionId) };
}

function isSameScan(row: DirectoryRow, other: DirectoryRow): boolean {
  return (
    row.cursor === other.cursor &&
    row.reachedEnd === other.reachedEnd &&
    row.rescanning === other.rescanning
  );
}

/** What a page changed in the store. */
interface StoredChanges {
  added: number;
  /** Ids of new and changed contacts. */
  changed: string[];
  /**
   * True when the head need not be read beyond this page: somebody on it proves it or, where the
   * platform tells no times, nobody on it is new or changed.
   */
  endsHead: boolean;
}

/** Stores the contacts of a page, those that changed. To be called within a transaction. */
async function storeListed(
  ports: WorkerPorts,
  connectionId: string,
  listed: readonly Contact[],
  row: DirectoryRow,
): Promise<StoredChanges> {
  const { contacts } = ports.database;
  const before = await contacts.bulkGet(
    listed.map((contact): [string, string] => [connectionId, contact.id]),
  );
  const entries = listed.map((contact, index) => directoryEntry(before[index], contact));
  const changed = new Map<string, ListedContact>();
  for (const [index, entry] of entries.entries()) {
    if (!isUnchanged(before[index], entry)) changed.set(entry.id, entry);
  }
  await contacts.bulkPut([...changed.values()]);
  const isNew = (_entry: ListedContact, index: number) => before[index] === undefined;
  const unsettled = new Set(row.unsettled);
  const isProof = (entry: ListedContact, index: number) =>
    !unsettled.has(entry.id) && provesPosition(before[index], entry);
  const isTimeless = entries.every((entry) => entry.lastSeenAt === undefined);
  const isAllKnown = isTimeless && entries.length > 0 && changed.size === 0;
  return {
    added: new Set(entries.filter(isNew).map((entry) => entry.id)).size,
    changed: [...changed.keys()],
    endsHead: isAllKnown || entries.some(isProof),
  };
}
