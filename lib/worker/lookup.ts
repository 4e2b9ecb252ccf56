import { carriesAny, identifierKey } from '../identity/evidence';
import type { Connection } from '../model/connection';
import type { Contact, Identifier } from '../model/contact';
import type { Coverage } from '../model/coverage';
import type { DirectoryRow } from '../model/sync';
import { searchDirectory } from './directory';
import { isFresh } from './freshness';
import { contactsCarrying } from './local-contacts';
import type { WorkerPorts } from './ports';
import { withoutShared } from './shared-identifiers';

export interface LookupResult {
  contacts: Contact[];
  /** Identifiers that too many contacts carry to prove anything. */
  shared: Identifier[];
  /** What to say when nobody was found. */
  coverage: Coverage;
}

export interface LookupOptions {
  signal: AbortSignal;
  /** Ask again even if the answer is fresh. */
  force: boolean;
  /** Look only at what is stored: the person's own record on this connection is known already. */
  storedOnly: boolean;
  onProgress(coverage: Coverage): Promise<void>;
}

/**
 * Finds the contacts of one connection that carry one of the identifiers, by whatever means the
 * platform has. Throws `TransportError` when the platform fails.
 */
export async function lookUp(
  ports: WorkerPorts,
  connection: Connection,
  identifiers: readonly Identifier[],
  options: LookupOptions,
): Promise<LookupResult> {
  const { find } = ports.definitionOf(connection.platform).descriptor.capabilities;
  if (find === 'seen') return seen(ports, connection, identifiers);
  if (find === 'directory') return inDirectory(ports, connection, identifiers, options);
  return overApi(ports, connection, identifiers, options);
}

async function seen(
  ports: WorkerPorts,
  connection: Connection,
  identifiers: readonly Identifier[],
): Promise<LookupResult> {
  const contacts = await contactsCarrying(ports.database, connection.id, identifiers);
  return resultOf(contacts, identifiers, {
    state: 'unknown-identity',
    reason: 'api-has-no-search',
    since: connection.createdAt,
    dropped: 0,
    checkedAt: ports.now(),
  });
}

/** The platform's answer decides, a fresh one from before included: what it no longer says is over. */
async function overApi(
  ports: WorkerPorts,
  connection: Connection,
  identifiers: readonly Identifier[],
  options: LookupOptions,
): Promise<LookupResult> {
  const fresh = options.force ? undefined : await freshAnswer(ports, connection.id, identifiers);
  if (fresh !== undefined) {
    const coverage: Coverage = { state: 'not-found', dropped: 0, checkedAt: fresh.checkedAt };
    return resultOf(fresh.contacts, identifiers, coverage);
  }
  const find = ports.apiOf(connection).find;
  if (find === undefined) throw new TypeError(`${connection.platform} declares a search it lacks`);
  const { contacts, dropped } = await find([...identifiers], options.signal);
  await ports.database.transaction('rw', ['contacts', 'lookups'], async () => {
    await ports.database.contacts.bulkPut(contacts);
    await rememberLookups(ports, connection.id, identifiers, contacts);
  });
  return resultOf(contacts, identifiers, { state: 'not-found', dropped, checkedAt: ports.now() });
}

/** What was answered less than a minute ago; `undefined` unless that holds for every identifier. */
async function freshAnswer(
  ports: WorkerPorts,
  connectionId: string,
  identifiers: readonly Identifier[],
): Promise<{ contacts: Contact[]; checkedAt: number } | undefined> {
  const keys = identifiers.map((each): [string, string] => [connectionId, identifierKey(each)]);
  const rows = (await ports.database.lookups.bulkGet(keys)).filter((row) => row !== undefined);
  const isAll = rows.length === keys.length;
  if (!isAll || !rows.every((row) => isFresh(row.checkedAt, ports.now()))) return undefined;
  const ids = new Set(rows.flatMap((row) => row.contactIds));
  const contacts = await ports.database.contacts.bulkGet(
    [...ids].map((id): [string, string] => [connectionId, id]),
  );
  return {
    contacts: contacts.filter((contact) => contact !== undefined),
    checkedAt: Math.min(...rows.map((row) => row.checkedAt)),
  };
}

function resultOf(
  contacts: readonly Contact[],
  identifiers: readonly Identifier[],
  coverage: Coverage,
): LookupResult {
  const { contacts: telling, shared } = withoutShared(contacts, identifiers);
  const suppressed = telling.length === 0 && shared.length > 0;
  return {
    contacts: telling,
    shared,
    coverage: suppressed
      ? { ...coverage, state: 'not-found', reason: 'shared-identifier' }
      : coverage,
  };
}

async function inDirectory(
  ports: WorkerPorts,
  connection: Connection,
  identifiers: readonly Identifier[],
  options: LookupOptions,
): Promise<LookupResult> {
  const stored = await contactsCarrying(ports.database, connection.id, identifiers);
  const answered =
    stored.length > 0 ||
    options.storedOnly ||
    (!options.force && (await freshAnswer(ports, connection.id, identifiers)) !== undefined);
  if (answered) {
    return resultOf(stored, identifiers, await directoryCoverage(ports, connection));
  }
  await searchDirectory(ports, connection.id, {
    identifiers,
    signal: options.signal,
    onProgress: (row) =>
      options.onProgress({
        ...whatWasSearched(row, ports.now()),
        state: 'partial',
        reason: 'search-running',
      }),
  });
  const contacts = await contactsCarrying(ports.database, connection.id, identifiers);
  await rememberLookups(ports, connection.id, identifiers, contacts);
  return resultOf(contacts, identifiers, await directoryCoverage(ports, connection));
}

async function directoryCoverage(ports: WorkerPorts, connection: Connection): Promise<Coverage> {
  const row = await ports.database.directories.get(connection.id);
  const base = whatWasSearched(row, ports.now());
  if (row?.reachedEnd === true) return { ...base, state: 'not-found' };
  const reason = row?.job === 'running' ? 'search-running' : 'search-bound';
  return { ...base, state: 'partial', reason };
}

function whatWasSearched(row: DirectoryRow | undefined, checkedAt: number) {
  return {
    searched: row?.indexed ?? 0,
    since: row?.reachesBackTo,
    dropped: row?.dropped ?? 0,
    checkedAt,
  };
}

async function rememberLookups(
  ports: WorkerPorts,
  connectionId: string,
  identifiers: readonly Identifier[],
  contacts: readonly Contact[],
): Promise<void> {
  const checkedAt = ports.now();
  await ports.database.lookups.bulkPut(
    identifiers.map((identifier) => ({
      connectionId,
      identifier: identifierKey(identifier),
      contactIds: contacts.filter((each) => carriesAny(each, [identifier])).map((each) => each.id),
      checkedAt,
    })),
  );
}
