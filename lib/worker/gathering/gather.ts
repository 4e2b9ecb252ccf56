import { tellingIdentifiers } from '../../identity/telling';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import type { Coverage } from '../../model/coverage';
import { contactRef } from '../../model/ids';
import { peopleRules } from '../people/people-rules';
import type { WorkerPorts } from '../ports';
import { IdentifierPool } from './identifier-pool';
import { JoinedContacts } from './joined-contacts';
import { knownIdentifiers, linkedToPerson, sharedKeys } from './known-person';
import { Seeker } from './seeker';
import { settlePerson } from './settle-person';
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
  const rules = await peopleRules(ports);
  const joined = new JoinedContacts(ports, anchor, rules);
  const linked = await linkedToPerson(ports, anchor, rules);
  const before = await gatherOnce(ports, joined, all, connections, linked, options);
  // An identifier may prove to be shared only after another connection joined somebody by it.
  const after = await sharedKeys(ports, anchor, rules, all);
  if ([...after].some((key) => !before.has(key))) {
    await gatherOnce(ports, joined, all, connections, linked, again);
  }
  // Who was found just now may be linked to others; a link made by hand holds in both directions.
  const refs = new Set(linked.map(contactRef));
  const further = (await linkedToPerson(ports, anchor, rules)).filter(
    (each) => !refs.has(contactRef(each)),
  );
  const concerned = connections.filter((each) => carries(each, further));
  if (concerned.length > 0) {
    await gatherOnce(ports, joined, all, concerned, [...linked, ...further], again);
  }
  const missing = await settlePerson(ports, joined);
  options.signal.throwIfAborted();
  const late = connections.filter((each) => carries(each, missing));
  if (late.length > 0) {
    await gatherOnce(ports, joined, all, late, [...linked, ...further, ...missing], again);
    await settlePerson(ports, joined);
  }
}

/** One round over the connections; returns the identifiers that were left out from its start. */
async function gatherOnce(
  ports: WorkerPorts,
  joined: JoinedContacts,
  all: readonly Connection[],
  connections: readonly Connection[],
  linked: readonly Contact[],
  options: GatherOptions,
): Promise<ReadonlySet<string>> {
  const { anchor, rules } = joined;
  const confirmed = await joined.admit(linked);
  const telling = (contact: Contact) => tellingIdentifiers(contact, rules);
  const person = await knownIdentifiers(ports, anchor, rules);
  const identifiers = options.only === undefined ? telling(anchor) : person;
  const pool = new IdentifierPool(
    [...identifiers, ...confirmed.flatMap(telling)],
    connections.length,
  );
  const shared = await knownShared(ports, all, person);
  pool.exclude(shared);
  joined.exclude(shared);
  const excluded = new Set(pool.excluded);
  const results = await Promise.allSettled(
    connections.map((connection) =>
      new Seeker(
        ports,
        {
          anchor,
          connection,
          pool,
          joined,
          linked: confirmed.filter((each) => carries(connection, [each])),
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

function carries(connection: Connection, contacts: readonly Contact[]): boolean {
  return contacts.some((contact) => contact.connectionId === connection.id);
}
