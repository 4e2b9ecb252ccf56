import { carriesAny, identifierKey } from '../identity/evidence';
import type { Connection } from '../model/connection';
import type { Contact, Identifier } from '../model/contact';
import type { Coverage } from '../model/coverage';
import { searchDirectory } from './directory';
import { isFresh } from './freshness';
import { contactsCarrying } from './local-contacts';
import type { WorkerPorts } from './ports';

/** An identifier that more contacts of one account carry belongs to an office, not to a human. */
export const MOST_CONTACTS_OF_ONE_PERSON = 5;

export interface LookupResult {
  contacts: Contact[];
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
  return {
    contacts: withoutShared(await contactsCarrying(ports.database, connection.id, identifiers)),
    coverage: {
      state: 'unknown-identity',
      reason: 'api-has-no-search',
      since: connection.createdAt,
      dropped: 0,
      checkedAt: ports.now(),
    },
  };
}

async function overApi(
  ports: WorkerPorts,
  connection: Connection,
  identifiers: readonly Identifier[],
  options: LookupOptions,
): Promise<LookupResult> {
  let dropped = 0;
  if (options.force || !(await allFresh(ports, connection.id, identifiers))) {
    const find = ports.apiOf(connection).find;
    if (find === undefined)
      throw new TypeError(`${connection.platform} declares a search it lacks`);
    const found = await find([...identifiers], options.signal);
    dropped = found.dropped;
    await ports.database.contacts.bulkPut(found.contacts);
    await rememberLookups(ports, connection.id, identifiers, found.contacts);
  }
  const contacts = await contactsCarrying(ports.database, connection.id, identifiers);
  return {
    contacts: withoutShared(contacts),
    coverage: { state: 'not-found', dropped, checkedAt: ports.now() },
  };
}

async function inDirectory(
  ports: WorkerPorts,
  connection: Connection,
  identifiers: readonly Identifier[],
  options: LookupOptions,
): Promise<LookupResult> {
  const stored = await contactsCarrying(ports.database, connection.id, identifiers);
  const known = stored.length > 0 || options.storedOnly;
  if (known || (!options.force && (await allFresh(ports, connection.id, identifiers)))) {
    return {
      contacts: withoutShared(stored),
      coverage: await directoryCoverage(ports, connection),
    };
  }
  const readPage = ports.apiOf(connection).directoryPage;
  if (readPage === undefined)
    throw new TypeError(`${connection.platform} declares a directory it lacks`);
  await searchDirectory(ports, connection, readPage, identifiers, options.signal, (progress) =>
    options.onProgress({
      state: 'partial',
      reason: 'search-running',
      searched: progress.indexed,
      dropped: progress.dropped,
      checkedAt: ports.now(),
    }),
  );
  const contacts = await contactsCarrying(ports.database, connection.id, identifiers);
  await rememberLookups(ports, connection.id, identifiers, contacts);
  return {
    contacts: withoutShared(contacts),
    coverage: await directoryCoverage(ports, connection),
  };
}

async function directoryCoverage(ports: WorkerPorts, connection: Connection): Promise<Coverage> {
  const row = await ports.database.directories.get(connection.id);
  const base = { searched: row?.indexed ?? 0, dropped: row?.dropped ?? 0, checkedAt: ports.now() };
  return row?.reachedEnd === true
    ? { ...base, state: 'not-found' }
    : { ...base, state: 'partial', reason: 'search-bound' };
}

async function allFresh(
  ports: WorkerPorts,
  connectionId: string,
  identifiers: readonly Identifier[],
): Promise<boolean> {
  const keys = identifiers.map((each): [string, string] => [connectionId, identifierKey(each)]);
  const rows = await ports.database.lookups.bulkGet(keys);
  return rows.every((row) => isFresh(row?.checkedAt, ports.now()));
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

function withoutShared(contacts: Contact[]): Contact[] {
  return contacts.length > MOST_CONTACTS_OF_ONE_PERSON ? [] : contacts;
}
