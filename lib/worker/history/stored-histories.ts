import { type ContactRef, contactRef } from '../../model/ids';
import type { DesksideDatabase } from '../../storage/database';
import type { WorkerPorts } from '../ports';
import { isCapture } from './captured-coverage';
import { anchorsInFront } from './record-visits';

/** What is stored about one contact's history, as far as it matters for the decision to keep it. */
export interface StoredHistory {
  connectionId: string;
  contactId: string;
  /** Epoch ms of the last time anybody viewed it; absent when that was never recorded. */
  viewedAt: number | undefined;
  /** Read off a page: once dropped, nothing can fetch it again. */
  isCaptured: boolean;
  /** Somebody may be reading it now. */
  isOnScreen: boolean;
}

/** Everything that says which histories there are and who viewed them. */
const tables = [
  'messages',
  'conversations',
  'histories',
  'sources',
  'views',
  'windows',
  'screens',
  'connections',
  'platforms',
] as const;

/**
 * Every contact of whom any history is stored. Reads keys, not messages, and all at one moment: a history
 * that came in between would seem never to have been viewed.
 */
export function storedHistories(ports: WorkerPorts): Promise<StoredHistory[]> {
  return ports.database.transaction('r', [...tables], () => readHistories(ports));
}

async function readHistories(ports: WorkerPorts): Promise<StoredHistory[]> {
  const { database } = ports;
  const viewed = await lastViews(database);
  const onScreen = await refsOnScreen(database);
  const captured = await capturedConnections(ports);
  return (await keysOfHistories(database)).map(([connectionId, contactId]) => {
    const ref = contactRef({ connectionId, id: contactId });
    return {
      connectionId,
      contactId,
      viewedAt: viewed.get(ref),
      isCaptured: captured.has(connectionId),
      isOnScreen: onScreen.has(ref),
    };
  });
}

async function keysOfHistories(database: DesksideDatabase): Promise<[string, string][]> {
  const index = '[connectionId+contactId]';
  const lists = await Promise.all([
    database.messages.orderBy(index).uniqueKeys(),
    database.conversations.orderBy(index).uniqueKeys(),
    keysOfCoverage(database),
  ]);
  const keys = new Map<string, [string, string]>();
  for (const key of lists.flat()) {
    if (!Array.isArray(key)) continue;
    const [connectionId, contactId] = key.map(String);
    if (connectionId === undefined || contactId === undefined) continue;
    keys.set(contactRef({ connectionId, id: contactId }), [connectionId, contactId]);
  }
  return [...keys.values()];
}

/** Contacts that have a coverage, unless everything it describes was dropped. */
async function keysOfCoverage(database: DesksideDatabase): Promise<[string, string][]> {
  const rows = await database.histories
    .filter((row) => !isCapture(row) || row.fetchedAt !== undefined)
    .toArray();
  return rows.map(({ connectionId, contactId }) => [connectionId, contactId]);
}

/**
 * When each contact was last viewed: through any contact of the same person, or by opening the
 * conversation in the helpdesk (that is when a capture or a fetch is recorded).
 */
async function lastViews(database: DesksideDatabase): Promise<Map<string, number>> {
  const latest = new Map<string, number>();
  const see = (ref: ContactRef, at: number | undefined): void => {
    if (at !== undefined && at > (latest.get(ref) ?? 0)) latest.set(ref, at);
  };
  const views = new Map<string, number>();
  for (const { anchor, viewedAt } of await database.views.toArray()) {
    views.set(anchor, viewedAt);
    see(anchor, viewedAt);
  }
  for (const { anchor, connectionId, contactIds } of await database.sources.toArray()) {
    for (const id of contactIds) see(contactRef({ connectionId, id }), views.get(anchor));
  }
  for (const { connectionId, contactId, fetchedAt } of await database.histories.toArray()) {
    see(contactRef({ connectionId, id: contactId }), fetchedAt);
  }
  return latest;
}

async function refsOnScreen(database: DesksideDatabase): Promise<Set<string>> {
  const refs = await anchorsInFront(database);
  const sources = await database.sources
    .where('anchor')
    .anyOf([...refs])
    .toArray();
  for (const { connectionId, contactIds } of sources) {
    for (const id of contactIds) refs.add(contactRef({ connectionId, id }));
  }
  return refs;
}

async function capturedConnections(ports: WorkerPorts): Promise<Set<string>> {
  const connections = await ports.database.connections.toArray();
  const platforms = await ports.database.platforms.toArray();
  const captured = new Set(
    platforms
      .filter((platform) => platform.capabilities.history === 'captured')
      .map((platform) => platform.name),
  );
  return new Set(connections.filter((each) => captured.has(each.platform)).map((each) => each.id));
}
