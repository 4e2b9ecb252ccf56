import type { DirectoryRow } from '../../model/sync';
import type { DirectoryPage } from '../../platforms/contract/api';
import type { WorkerPorts } from '../ports';
import { storeListed } from './directory-contacts';
import { afterHeadPage, afterScanPage, emptyDirectory, type HeadProgress } from './directory-row';

/** Which page is wanted: one at the head of the list, or the next one of the scan. */
export interface PageWanted {
  part: 'head' | 'scan';
  /** `undefined` for the first page. */
  cursor: string | undefined;
}

export interface StoredPage {
  row: DirectoryRow;
  /** For the head: everything below this page is known. */
  isLast: boolean;
}

/** The directory, or its connection, was erased while it was at work. */
export class DirectoryGone extends Error {
  override readonly name = 'DirectoryGone';
}

/**
 * The directory's row, made when there is none, with `indexed` counted anew: contacts are also
 * stored by others. Throws `DirectoryGone` when the connection is gone.
 */
export async function openDirectory(
  ports: WorkerPorts,
  connectionId: string,
): Promise<DirectoryRow> {
  const { connections, directories, contacts } = ports.database;
  return ports.database.transaction('rw', connections, directories, contacts, async () => {
    if ((await connections.get(connectionId)) === undefined) throw new DirectoryGone();
    const stored = (await directories.get(connectionId)) ?? emptyDirectory(connectionId);
    const row = { ...stored, indexed: await countIndexed(ports, connectionId) };
    await directories.put(row);
    return row;
  });
}

/** Changes the row in one piece. Nothing happens, and `undefined` is returned, when there is none. */
export function changeDirectory(
  ports: WorkerPorts,
  connectionId: string,
  change: (row: DirectoryRow) => DirectoryRow,
): Promise<DirectoryRow | undefined> {
  const { directories } = ports.database;
  return ports.database.transaction('rw', directories, async () => {
    const row = await directories.get(connectionId);
    if (row === undefined) return undefined;
    const changed = change(row);
    if (changed !== row) await directories.put(changed);
    return changed;
  });
}

/**
 * Stores a page and the progress in one piece, so that a worker that is stopped loses neither.
 * Throws `DirectoryGone` and stores nothing when the directory was erased since it was read; the
 * signal's reason when aborted; what the database throws when storage is full.
 */
export async function storePage(
  ports: WorkerPorts,
  readFor: DirectoryRow,
  wanted: PageWanted,
  page: DirectoryPage,
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
      dropped: page.dropped,
      reachesBackTo: page.contacts.findLast((each) => each.lastSeenAt !== undefined)?.lastSeenAt,
      ids: page.contacts.map((contact) => contact.id),
    };
    const next = await advance(ports, row, readFor, wanted, progress);
    await directories.put(next);
    return { row: next, isLast: isLast || next.headDue !== true };
  });
}

async function advance(
  ports: WorkerPorts,
  row: DirectoryRow,
  readFor: DirectoryRow,
  wanted: PageWanted,
  page: HeadProgress,
): Promise<DirectoryRow> {
  if (wanted.part === 'head') return afterHeadPage(row, page, ports.now());
  // Called off or begun anew while the page was under way: it is indexed, but leads nowhere.
  if (!isSameScan(row, readFor)) return { ...row, indexed: row.indexed + page.added };
  const next = afterScanPage(row, page, ports.now());
  if (page.next !== undefined) return next;
  return { ...next, indexed: await countIndexed(ports, row.connectionId) };
}

function isSameScan(row: DirectoryRow, other: DirectoryRow): boolean {
  return (
    row.cursor === other.cursor &&
    row.reachedEnd === other.reachedEnd &&
    row.rescanning === other.rescanning
  );
}

function countIndexed(ports: WorkerPorts, connectionId: string): Promise<number> {
  return ports.database.contacts.where('connectionId').equals(connectionId).count();
}
