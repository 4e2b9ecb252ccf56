import Dexie, { type Table } from 'dexie';
import type { Connection } from '../../../lib/model/connection';
import { matchPatternsOf } from '../../../lib/model/match-patterns';
import type { BackgroundFailure } from '../../../lib/storage/background-failures';
import type { DesksideDatabase } from '../../../lib/storage/database';

/** How much is stored of one connection. */
export interface StoredAmounts {
  connectionId: string;
  contacts: number;
  conversations: number;
  messages: number;
  /** Items that had no readable form and were left out. */
  dropped: number;
  /** Progress of reading all contacts; absent where the platform can be searched. */
  directory: { indexed: number; reachedEnd: boolean } | undefined;
}

/** The tables that `readStoredAmounts` reads. */
export function storedAmountTables(database: DesksideDatabase): Table[] {
  const { contacts, conversations, messages, histories, directories } = database;
  return [contacts, conversations, messages, histories, directories];
}

/** Counts what is stored, one entry per connection in the order given. Made to be followed. */
export async function readStoredAmounts(
  database: DesksideDatabase,
  connectionIds: readonly string[],
): Promise<StoredAmounts[]> {
  return Promise.all(connectionIds.map((id) => readAmounts(database, id)));
}

async function readAmounts(
  database: DesksideDatabase,
  connectionId: string,
): Promise<StoredAmounts> {
  const [from, to] = [
    [connectionId, Dexie.minKey],
    [connectionId, Dexie.maxKey],
  ];
  const [contacts, conversations, messages, histories, directory] = await Promise.all([
    database.contacts.where('connectionId').equals(connectionId).count(),
    database.conversations.where('[connectionId+id]').between(from, to).count(),
    database.messages.where('[connectionId+id]').between(from, to).count(),
    database.histories.where('[connectionId+contactId]').between(from, to).toArray(),
    database.directories.get(connectionId),
  ]);
  const fromHistories = histories.reduce((sum, history) => sum + history.coverage.dropped, 0);
  return {
    connectionId,
    contacts,
    conversations,
    messages,
    dropped: fromHistories + (directory?.dropped ?? 0),
    directory: directory && { indexed: directory.indexed, reachedEnd: directory.reachedEnd },
  };
}

/** What the report says besides the connections. */
export interface DiagnosticsSetting {
  version: string;
  userAgent: string;
  missingPatterns: ReadonlySet<string>;
  /** What failed since the browser started though nobody waited for it. */
  backgroundFailures: readonly BackgroundFailure[];
  /** Epoch ms. */
  now: number;
}

/**
 * A report to hand to somebody who helps, as JSON. Built from a list of what may be in it: numbers,
 * states and ids made by Deskside; no name, host, e-mail address, phone number, text or key.
 */
export function diagnosticsText(
  connections: readonly Connection[],
  amounts: readonly StoredAmounts[],
  setting: DiagnosticsSetting,
): string {
  const amountsById = new Map(amounts.map((each) => [each.connectionId, each]));
  const report = {
    deskside: setting.version,
    browser: setting.userAgent,
    at: new Date(setting.now).toISOString(),
    connections: connections.map((connection) => ({
      id: connection.id,
      platform: connection.platform,
      platformVersion: plainVersion(connection.version),
      transport: connection.transport,
      health: connection.health,
      isPermitted: !matchPatternsOf(connection).some((each) => setting.missingPatterns.has(each)),
      hasAccount: connection.account !== undefined,
      stored: withoutId(amountsById.get(connection.id)),
    })),
    backgroundFailures: setting.backgroundFailures.map(({ work, error, at }) => ({
      work,
      error,
      at: new Date(at).toISOString(),
    })),
  };
  return JSON.stringify(report, undefined, 2);
}

/** The platform told the version: whatever does not look like one stays out of the report. */
function plainVersion(version: string | undefined): string | undefined {
  return version !== undefined && /^v?\d[\w.+-]{0,30}$/.test(version) ? version : undefined;
}

function withoutId(amounts: StoredAmounts | undefined) {
  if (amounts === undefined) return undefined;
  const { connectionId: _id, ...rest } = amounts;
  return rest;
}
