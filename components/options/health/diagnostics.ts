import Dexie, { type Table } from 'dexie';
import { signInEnd } from '../../../lib/model/sign-in-end';
import type { BackgroundFailure } from '../../../lib/storage/background-failures';
import type { CardFigures } from '../../../lib/storage/card-queries';
import type { DesksideDatabase } from '../../../lib/storage/database';
import type { HealthFacts } from './health-facts';
import { repairFor } from './repair';

/** How much is stored of one connection. */
export interface StoredAmounts {
  connectionId: string;
  contacts: number;
  conversations: number;
  messages: number;
  /** Items that could not be read and were left out. */
  dropped: number;
  /** Progress of reading all contacts; absent where the platform can be searched. */
  directory: { indexed: number; reachedEnd: boolean } | undefined;
}

/** The tables that `readStoredAmounts` reads. */
export function storedAmountTables(database: DesksideDatabase): Table[] {
  const { contacts, conversations, messages, histories, directories } = database;
  return [contacts, conversations, messages, histories, directories];
}

/** Counts what is stored, one entry per connection in the order given. Suitable for a live read. */
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
  /** What failed in the background since the browser started. */
  backgroundFailures: readonly BackgroundFailure[];
  dataCards: readonly CardFigures[];
  /** Epoch ms. */
  now: number;
}

/**
 * A report to hand to somebody who helps, as JSON. Built from a list of what may be in it: numbers,
 * states and ids made by Deskside; no name, host, e-mail address, phone number, text or key.
 */
export function diagnosticsText(
  health: readonly HealthFacts[],
  amounts: readonly StoredAmounts[],
  setting: DiagnosticsSetting,
): string {
  const amountsById = new Map(amounts.map((each) => [each.connectionId, each]));
  const report = {
    deskside: setting.version,
    browser: setting.userAgent,
    at: new Date(setting.now).toISOString(),
    connections: health.map((facts) => ({
      ...stateOf(facts),
      stored: withoutId(amountsById.get(facts.connection.id)),
    })),
    dataCards: setting.dataCards,
    backgroundFailures: setting.backgroundFailures.map(({ work, error, at }) => ({
      work,
      error,
      at: new Date(at).toISOString(),
    })),
  };
  return JSON.stringify(report, undefined, 2);
}

function stateOf(facts: HealthFacts) {
  const { connection, platform, missing, allowance, directory, outbox } = facts;
  const { lastFailure, ...health } = connection.health;
  const told = connection.facts.missingRights?.split(' ');
  return {
    id: connection.id,
    platform: connection.platform,
    platformVersion: plainVersion(connection.version),
    transport: connection.transport,
    membraneRoute: connection.membrane?.route.kind,
    membraneProof: connection.membrane?.proof,
    signIn: connection.transport === 'membrane' ? signInOf(facts) : undefined,
    health,
    lastFailure: lastFailure && { ...lastFailure, right: plainRight(lastFailure.right) },
    repair: repairFor(facts)?.kind,
    areKeysLocked: facts.areKeysLocked,
    isPermitted: missing.length === 0,
    hasAccount: connection.account !== undefined,
    isRestricted: connection.restricted,
    // Only names that the product itself knows.
    missingRights:
      told && platform.rightUses?.map(({ right }) => right).filter((right) => told.includes(right)),
    requestsLeft: allowance && { remaining: allowance.remaining, limit: allowance.limit },
    directoryJob: directory?.job,
    directoryProblem: directory?.problem,
    outbox,
  };
}

function signInOf({ membrane, now }: HealthFacts): string {
  if (membrane === undefined) return 'none';
  return signInEnd(membrane, now) === 'over' ? 'ended' : 'valid';
}

/** A right is named by the platform, whose words could be anything: only what looks like one stays. */
function plainRight(right: string | undefined): string | undefined {
  const isPlain = right !== undefined && /^[a-z_]{1,40}(?:\.[a-z_]{1,40}){1,6}$/.test(right);
  return isPlain ? right : undefined;
}

/** The version comes from the platform: what does not look like one stays out of the report. */
function plainVersion(version: string | undefined): string | undefined {
  return version !== undefined && /^v?\d[\w.+-]{0,30}$/.test(version) ? version : undefined;
}

function withoutId(amounts: StoredAmounts | undefined) {
  if (amounts === undefined) return undefined;
  const { connectionId: _id, ...rest } = amounts;
  return rest;
}
