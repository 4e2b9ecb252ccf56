import type { Table } from 'dexie';
import type { Connection } from '../model/connection';
import type { Contact } from '../model/contact';
import type { PlatformDescriptor } from '../model/descriptor';
import type { ContactKey } from '../model/ids';
import type { ScreenRow, SourceRow } from '../model/screen';
import type { DesksideDatabase } from './database';

/** Everything around the timeline, read in one go so that no part belongs to another person. */
export interface Frame {
  /** False until the worker has told which tab is in front. */
  isWatched: boolean;
  /** What the front tab shows; absent when it is no helpdesk. */
  screen: ScreenRow | undefined;
  platforms: PlatformDescriptor[];
  connections: Connection[];
  sources: SourceRow[];
  /** Contacts of the person on screen: the one on screen first, then by connection. */
  contacts: Contact[];
}

/** The tables that `readFrame` reads. */
export function frameTables(db: DesksideDatabase): Table[] {
  return [db.windows, db.platforms, db.connections, db.screens, db.sources, db.contacts];
}

/** Reads what a window's panel shows around the timeline. Made to be followed. */
export async function readFrame(db: DesksideDatabase, windowId: number): Promise<Frame> {
  const [row, platforms, connections] = await Promise.all([
    db.windows.get(windowId),
    db.platforms.toArray(),
    db.connections.toArray(),
  ]);
  const screen = row === undefined ? undefined : await db.screens.get(row.tabId);
  const anchor = screen?.anchor;
  const sources =
    anchor === undefined ? [] : await db.sources.where('anchor').equals(anchor).toArray();
  const contacts = anchor === undefined ? [] : await readContacts(db, anchor, sources);
  return { isWatched: row !== undefined, screen, platforms, connections, sources, contacts };
}

async function readContacts(
  db: DesksideDatabase,
  anchor: string,
  sources: readonly SourceRow[],
): Promise<Contact[]> {
  const keys = new Map<string, [string, string]>();
  const { connectionId, id } = contactOfRef(anchor);
  keys.set(anchor, [connectionId, id]);
  for (const source of sources) {
    for (const contactId of source.contactIds) {
      keys.set(`${source.connectionId}/${contactId}`, [source.connectionId, contactId]);
    }
  }
  const contacts = await db.contacts.bulkGet([...keys.values()]);
  return contacts.filter((contact) => contact !== undefined);
}

/** Takes a `contactRef` apart at its first slash: a connection id has none. */
export function contactOfRef(ref: string): ContactKey {
  const slash = ref.indexOf('/');
  return { connectionId: ref.slice(0, slash), id: ref.slice(slash + 1) };
}
