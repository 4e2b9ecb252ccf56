import { carriesAny } from '../identity/evidence';
import type { Connection } from '../model/connection';
import type { Contact, Identifier } from '../model/contact';
import type { DirectoryRow } from '../model/sync';
import type { DirectoryPage, PlatformApi } from '../platforms/contract/api';
import { isFresh } from './freshness';
import type { WorkerPorts } from './ports';

/** Pages read for one person before the panel says so and stops; the next search goes on there. */
export const PAGES_PER_SEARCH = 40;

export interface SearchProgress {
  indexed: number;
  reachedEnd: boolean;
  dropped: number;
}

type ReadPage = NonNullable<PlatformApi['directoryPage']>;

/**
 * Looks for a person on a platform that cannot search: pages all contacts into the local
 * directory, most recently active first, until one carries an identifier or the bound is reached.
 * The head of the list is read again first (people who chatted since moved there), then the scan
 * goes on from the stored cursor. Reports progress after each page.
 */
export async function searchDirectory(
  ports: WorkerPorts,
  connection: Connection,
  readPage: ReadPage,
  identifiers: readonly Identifier[],
  signal: AbortSignal,
  onProgress: (progress: SearchProgress) => Promise<void>,
): Promise<SearchProgress> {
  const row = await loadRow(ports, connection.id);
  const reader = new PageReader(ports, connection, readPage, signal);
  const keepGoing = async (page: ReadResult): Promise<boolean> => {
    row.dropped += page.dropped;
    row.indexed = await countIndexed(ports, connection.id);
    await ports.database.directories.put({ ...row });
    await onProgress(row);
    return !page.contacts.some((contact) => carriesAny(contact, identifiers));
  };
  const wanted = await readHead(ports, reader, row, keepGoing);
  if (wanted) await readOn(reader, row, keepGoing);
  return row;
}

/** Reads from page 1 until a page holds nobody new. `false` when the person was found. */
async function readHead(
  ports: WorkerPorts,
  reader: PageReader,
  row: DirectoryRow,
  keepGoing: (page: ReadResult) => Promise<boolean>,
): Promise<boolean> {
  if (row.headOpen === true) startOver(row);
  const firstScan = row.headReadAt === undefined;
  if (firstScan || isFresh(row.headReadAt, ports.now())) return true;
  let wanted = true;
  let cursor: string | undefined;
  row.headOpen = true;
  do {
    const page = await reader.read(cursor);
    if (page === undefined) return wanted;
    row.headReadAt = ports.now();
    row.headOpen = !page.known && page.next !== undefined;
    // Found or not, the head is read up to what is known: else those in between stay unknown.
    wanted = (await keepGoing(page)) && wanted;
    cursor = page.next;
  } while (row.headOpen);
  return wanted;
}

/** The head was left in the middle, so nobody knows who stands between it and the rest. */
function startOver(row: DirectoryRow): void {
  row.headOpen = false;
  row.headReadAt = undefined;
  row.cursor = undefined;
  row.reachedEnd = false;
}

/** Goes on from the stored cursor to the end, the bound, or the person. */
async function readOn(
  reader: PageReader,
  row: DirectoryRow,
  keepGoing: (page: ReadResult) => Promise<boolean>,
): Promise<void> {
  while (!row.reachedEnd) {
    const page = await reader.read(row.cursor);
    if (page === undefined) return;
    row.headReadAt ??= reader.startedAt;
    row.cursor = page.next;
    row.reachedEnd = page.next === undefined;
    if (!(await keepGoing(page))) return;
  }
}

interface ReadResult extends DirectoryPage {
  /** True when everybody on the page was in the directory before, unchanged. */
  known: boolean;
}

/** Reads pages into the contacts store, counting against the bound of one search. */
class PageReader {
  readonly startedAt: number;
  #left = PAGES_PER_SEARCH;

  constructor(
    private readonly ports: WorkerPorts,
    private readonly connection: Connection,
    private readonly readPage: ReadPage,
    private readonly signal: AbortSignal,
  ) {
    this.startedAt = ports.now();
  }

  /** `undefined` once the bound is reached. */
  async read(cursor: string | undefined): Promise<ReadResult | undefined> {
    if (this.#left === 0) return undefined;
    this.#left -= 1;
    const page = await this.readPage(cursor, this.signal);
    const keys = page.contacts.map((contact): [string, string] => [this.connection.id, contact.id]);
    const before = await this.ports.database.contacts.bulkGet(keys);
    await this.ports.database.contacts.bulkPut(page.contacts.map(withoutFetchTime(before)));
    const known = page.contacts.every((contact, index) => isSame(before[index], contact));
    return { ...page, known };
  }
}

function isSame(before: Contact | undefined, now: Contact): boolean {
  if (before === undefined) return false;
  const shape = (contact: Contact) =>
    JSON.stringify([contact.name, contact.emailKeys, contact.phoneKeys, contact.lastSeenAt]);
  return shape(before) === shape(now);
}

/**
 * A list entry may hold less than the contact itself, so it must not pass for a fresh fetch of
 * that contact: the time of the last real one is kept.
 */
function withoutFetchTime(before: readonly (Contact | undefined)[]) {
  return (contact: Contact, index: number): Contact => ({
    ...contact,
    fetchedAt: before[index]?.fetchedAt ?? 0,
  });
}

async function loadRow(ports: WorkerPorts, connectionId: string): Promise<DirectoryRow> {
  const stored = await ports.database.directories.get(connectionId);
  return stored ?? { connectionId, reachedEnd: false, indexed: 0, dropped: 0 };
}

async function countIndexed(ports: WorkerPorts, connectionId: string): Promise<number> {
  return ports.database.contacts.where('connectionId').equals(connectionId).count();
}
