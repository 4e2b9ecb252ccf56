import type { Connection } from '../../model/connection';
import type { Identifier } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import type { WorkerPorts } from '../ports';
import { contactsCarrying } from './local-contacts';
import { freshAnswer, rememberLookups } from './lookup-answers';
import { inDirectory } from './lookup-directory';
import { type LookupOptions, type LookupResult, resultOf } from './lookup-result';

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
