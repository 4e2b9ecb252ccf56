import type { Contact } from '../../model/contact';
import type { DirectoryRow } from '../../model/sync';
import type { WorkerPorts } from '../ports';
import { directoryEntry, isUnchanged, type ListedContact, provesPlace } from './directory-entry';

/** What a page changed in the store. */
export interface Changes {
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
export async function storeListed(
  ports: WorkerPorts,
  connectionId: string,
  listed: readonly Contact[],
  row: DirectoryRow,
): Promise<Changes> {
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
    !unsettled.has(entry.id) && provesPlace(before[index], entry);
  const isTimeless = entries.every((entry) => entry.lastSeenAt === undefined);
  const looksKnown = isTimeless && entries.length > 0 && changed.size === 0;
  return {
    added: new Set(entries.filter(isNew).map((entry) => entry.id)).size,
    changed: [...changed.keys()],
    endsHead: looksKnown || entries.some(isProof),
  };
}
