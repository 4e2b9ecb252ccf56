import { connectedTo, identifierKey, identifiersOf } from '../identity/evidence';
import type { Connection } from '../model/connection';
import type { Contact, Identifier } from '../model/contact';
import type { Coverage } from '../model/coverage';
import { contactRef } from '../model/ids';
import { IdentifierPool } from './identifier-pool';
import { JoinedContacts } from './joined-contacts';
import { linkedContacts } from './links';
import type { WorkerPorts } from './ports';
import { Seeker } from './seeker';
import { knownShared } from './shared-identifiers';

export interface GatherOptions {
  signal: AbortSignal;
  /** Fetch again though fresh. */
  force: boolean;
  /** Only this connection. */
  only?: string | undefined;
  /** Why the anchor could not be read anew; its own connection says so. */
  anchorProblem?: Coverage | undefined;
}

/**
 * Gathers everything about the person on screen from every connection at once. Each connection
 * writes what it has as soon as it has it; a slow or failing one delays nobody. Resolves when all
 * are done, rejects only when aborted.
 */
export async function gatherPerson(
  ports: WorkerPorts,
  anchor: Contact,
  options: GatherOptions,
): Promise<void> {
  const all = await ports.database.connections.toArray();
  const connections = all.filter((each) => options.only === undefined || each.id === options.only);
  const again = { ...options, force: false };
  const linked = await linkedToPerson(ports, anchor);
  const before = await gatherOnce(ports, anchor, all, connections, linked, options);
  // An identifier may prove to be shared only after another connection joined somebody by it.
  const after = await sharedKeys(ports, anchor, all);
  if ([...after].some((key) => !before.has(key))) {
    await gatherOnce(ports, anchor, all, connections, linked, again);
  }
  // Who was found just now may be linked to others; a link made by hand holds in both directions.
  const refs = new Set(linked.map(contactRef));
  const further = (await linkedToPerson(ports, anchor)).filter(
    (each) => !refs.has(contactRef(each)),
  );
  const concerned = connections.filter((each) => carries(each, further));
  if (concerned.length > 0) {
    await gatherOnce(ports, anchor, all, concerned, [...linked, ...further], again);
  }
}

/** One round over the connections; returns the identifiers that were left out from its start. */
async function gatherOnce(
  ports: WorkerPorts,
  anchor: Contact,
  all: readonly Connection[],
  connections: readonly Connection[],
  linked: readonly Contact[],
  options: GatherOptions,
): Promise<ReadonlySet<string>> {
  const identifiers =
    options.only === undefined ? identifiersOf(anchor) : await knownIdentifiers(ports, anchor);
  const pool = new IdentifierPool(
    [...identifiers, ...linked.flatMap(identifiersOf)],
    connections.length,
  );
  const person = await knownIdentifiers(ports, anchor);
  pool.exclude(await knownShared(ports, all, person));
  const excluded = new Set(pool.excluded);
  const joined = new JoinedContacts(anchor);
  const results = await Promise.allSettled(
    connections.map((connection) =>
      new Seeker(
        ports,
        {
          anchor,
          connection,
          pool,
          joined,
          linked: linked.filter((each) => carries(connection, [each])),
        },
        options,
      ).run(),
    ),
  );
  options.signal.throwIfAborted();
  const defect = results.find((result) => result.status === 'rejected');
  if (defect?.status === 'rejected') throw defect.reason;
  return excluded;
}

/** Contacts linked by hand to any that evidence shows to be this person. */
async function linkedToPerson(ports: WorkerPorts, anchor: Contact): Promise<Contact[]> {
  const person = await knownContacts(ports, anchor);
  return linkedContacts(ports.database, person.map(contactRef));
}

function carries(connection: Connection, contacts: readonly Contact[]): boolean {
  return contacts.some((contact) => contact.connectionId === connection.id);
}

async function sharedKeys(
  ports: WorkerPorts,
  anchor: Contact,
  all: readonly Connection[],
): Promise<ReadonlySet<string>> {
  const shared = await knownShared(ports, all, await knownIdentifiers(ports, anchor));
  return new Set(shared.map(identifierKey));
}

async function knownIdentifiers(ports: WorkerPorts, anchor: Contact): Promise<Identifier[]> {
  return (await knownContacts(ports, anchor)).flatMap(identifiersOf);
}

/**
 * The anchor and the contacts found for it before, as far as evidence that still holds connects
 * them: a corrected address must not drag the old namesake along.
 */
async function knownContacts(ports: WorkerPorts, anchor: Contact): Promise<Contact[]> {
  const sources = await ports.database.sources.where('anchor').equals(contactRef(anchor)).toArray();
  const keys = sources.flatMap((source) =>
    source.contactIds.map((id): [string, string] => [source.connectionId, id]),
  );
  const contacts = await ports.database.contacts.bulkGet(keys);
  return connectedTo(
    anchor,
    contacts.filter((each) => each !== undefined),
  );
}
