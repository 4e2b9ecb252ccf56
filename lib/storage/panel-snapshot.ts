import type { Table } from 'dexie';
import type { Connection } from '../model/connection';
import type { Contact } from '../model/contact';
import type { PlatformDescriptor } from '../model/descriptor';
import { type ContactRef, contactRef, parseContactRef } from '../model/ids';
import type { ScreenRow, SourceRow } from '../model/screen';
import type { DesksideDatabase } from './database';
import { shownScreen } from './shown-screen';

/** Everything around the timeline, read in one go so that no part belongs to another person. */
export interface PanelSnapshot {
  /** The tab in front; `undefined` until the worker has reported it. */
  tabId: number | undefined;
  /** See `shownScreen`. */
  screen: ScreenRow | undefined;
  platforms: PlatformDescriptor[];
  connections: Connection[];
  sources: SourceRow[];
  /** Contacts of the person on screen: the one on screen first, then by connection. */
  contacts: Contact[];
}

/** The tables that `readPanelSnapshot` reads. */
export function panelSnapshotTables(db: DesksideDatabase): Table[] {
  return [db.windows, db.platforms, db.connections, db.screens, db.sources, db.contacts];
}

/** Reads what a window's panel shows around the timeline. Meant to be followed. */
export async function readPanelSnapshot(
  db: DesksideDatabase,
  windowId: number,
): Promise<PanelSnapshot> {
  const [row, platforms, connections, screen] = await Promise.all([
    db.windows.get(windowId),
    db.platforms.toArray(),
    db.connections.toArray(),
    shownScreen(db, windowId),
  ]);
  const anchor = screen?.anchor;
  const sources =
    anchor === undefined ? [] : await db.sources.where('anchor').equals(anchor).toArray();
  const contacts = anchor === undefined ? [] : await readContacts(db, anchor, sources);
  return { tabId: row?.tabId, screen, platforms, connections, sources, contacts };
}

async function readContacts(
  db: DesksideDatabase,
  anchor: ContactRef,
  sources: readonly SourceRow[],
): Promise<Contact[]> {
  const keys = new Map<ContactRef, [string, string]>();
  const { connectionId, id } = parseContactRef(anchor);
  keys.set(anchor, [connectionId, id]);
  for (const source of sources) {
    for (const contactId of source.contactIds) {
      keys.set(contactRef({ connectionId: source.connectionId, id: contactId }), [
        source.connectionId,
        contactId,
      ]);
    }
  }
  const contacts = await db.contacts.bulkGet([...keys.values()]);
  return contacts.filter((contact) => contact !== undefined);
}

/** The person in the front tab, as one string; changes when there is something new to ask the worker for. */
export function snapshotSubject({ tabId, screen }: PanelSnapshot): string {
  return JSON.stringify([tabId, screen?.subject, screen?.round]);
}
