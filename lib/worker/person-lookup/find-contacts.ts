import type { IdentityRules } from '../../identity/distinctive-identifiers';
import type { Connection } from '../../model/connection';
import type { Contact, Identifier } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import type { DirectoryRow } from '../../model/reading-progress';
import { searchDirectory } from '../directory/readers';
import type { WorkerPorts } from '../ports';
import { withoutShared } from './shared-identifiers';
import { contactsCarrying, freshAnswer, saveLookups } from './stored-lookups';

/**
 * Finds the contacts of one connection that carry one of the identifiers, by whatever means the
 * platform has. Throws `TransportError` when the platform fails.
 */
export async function findContacts(
  ports: WorkerPorts,
  connection: Connection,
  identifiers: readonly Identifier[],
  options: FindOptions,
): Promise<FoundContacts> {
  const { find } = ports.definitionOf(connection.platform).capabilities;
  if (find === 'seen') return findSeen(ports, connection, identifiers, options);
  if (find === 'directory') return findInDirectory(ports, connection, identifiers, options);
  return findOverApi(ports, connection, identifiers, options);
}

async function findSeen(
  ports: WorkerPorts,
  connection: Connection,
  identifiers: readonly Identifier[],
  { rules }: FindOptions,
): Promise<FoundContacts> {
  const contacts = await contactsCarrying(ports.database, connection.id, identifiers);
  return foundContacts(
    { contacts, identifiers, rules },
    {
      state: 'unknown-identity',
      reason: 'api-has-no-search',
      since: connection.createdAt,
      dropped: 0,
      checkedAt: ports.now(),
    },
  );
}

/** The platform's answer decides, even an earlier, fresh one: what it no longer says no longer counts. */
async function findOverApi(
  ports: WorkerPorts,
  connection: Connection,
  identifiers: readonly Identifier[],
  options: FindOptions,
): Promise<FoundContacts> {
  const { rules } = options;
  const fresh = options.force ? undefined : await freshAnswer(ports, connection.id, identifiers);
  if (fresh !== undefined) {
    const coverage: Coverage = { state: 'not-found', dropped: 0, checkedAt: fresh.checkedAt };
    return foundContacts({ contacts: fresh.contacts, identifiers, rules }, coverage);
  }
  const find = ports.apiOf(connection).find;
  if (find === undefined) throw new TypeError(`${connection.platform} declares a search it lacks`);
  const { contacts, dropped } = await find([...identifiers], options.signal);
  await ports.database.transaction('rw', ['contacts', 'lookups'], async () => {
    await ports.database.contacts.bulkPut(contacts);
    await saveLookups(ports, connection.id, identifiers, contacts);
  });
  return foundContacts(
    { contacts, identifiers, rules },
    {
      state: 'not-found',
      dropped,
      checkedAt: ports.now(),
    },
  );
}

/**
 * Finds contacts on a platform that cannot search: among those that were indexed, else by reading
 * its list on. Throws what the platform or the database throws.
 */
async function findInDirectory(
  ports: WorkerPorts,
  connection: Connection,
  identifiers: readonly Identifier[],
  options: FindOptions,
): Promise<FoundContacts> {
  const { rules } = options;
  const stored = await contactsCarrying(ports.database, connection.id, identifiers);
  const answered =
    stored.length > 0 ||
    options.storedOnly ||
    (!options.force && (await freshAnswer(ports, connection.id, identifiers)) !== undefined);
  if (answered) {
    const coverage = await directoryCoverage(ports, connection);
    return foundContacts({ contacts: stored, identifiers, rules }, coverage);
  }
  await searchDirectory(ports, connection.id, {
    identifiers,
    signal: options.signal,
    onProgress: (row) =>
      options.onProgress({
        ...searchedSoFar(row, ports.now()),
        state: 'partial',
        reason: 'search-running',
      }),
  });
  const contacts = await contactsCarrying(ports.database, connection.id, identifiers);
  await saveLookups(ports, connection.id, identifiers, contacts);
  const coverage = await directoryCoverage(ports, connection);
  return foundContacts({ contacts, identifiers, rules }, coverage);
}

async function directoryCoverage(ports: WorkerPorts, connection: Connection): Promise<Coverage> {
  const row = await ports.database.directories.get(connection.id);
  const base = searchedSoFar(row, ports.now());
  if (row?.reachedEnd === true) {
    return row.endUnproven === true
      ? { ...base, state: 'partial', reason: 'end-unproven' }
      : { ...base, state: 'not-found' };
  }
  const reason = row?.job === 'running' ? 'search-running' : 'search-bound';
  return { ...base, state: 'partial', reason };
}

function searchedSoFar(row: DirectoryRow | undefined, checkedAt: number) {
  return {
    searched: row?.indexed ?? 0,
    since: row?.reachesBackTo,
    dropped: row?.dropped ?? 0,
    checkedAt,
  };
}

interface FoundContacts {
  contacts: Contact[];
  /** Identifiers that too many contacts carry to prove anything. */
  shared: Identifier[];
  /** What to say when nobody was found. */
  coverage: Coverage;
}

interface FindOptions {
  signal: AbortSignal;
  rules: IdentityRules;
  /** Ask again even if the answer is fresh. */
  force: boolean;
  /** Look only at what is stored: a record of the person on this connection is known already. */
  storedOnly: boolean;
  onProgress(coverage: Coverage): Promise<void>;
}

/** What was found, without contacts reached by an identifier that too many share. */
function foundContacts(
  found: { contacts: Contact[]; identifiers: readonly Identifier[]; rules: IdentityRules },
  coverage: Coverage,
): FoundContacts {
  const { contacts, identifiers, rules } = found;
  const { contacts: distinctive, shared } = withoutShared(contacts, identifiers, rules);
  const suppressed = distinctive.length === 0 && shared.length > 0;
  return {
    contacts: distinctive,
    shared,
    coverage: suppressed
      ? { ...coverage, state: 'not-found', reason: 'shared-identifier' }
      : coverage,
  };
}
