import { distinctiveIdentifiers } from '../../identity/distinctive-identifiers';
import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import { contactRef } from '../../model/ids';
import { peopleRules } from '../people/rules';
import type { WorkerPorts } from '../ports';
import { PersonCandidates } from './candidates';
import { ConnectionLookup, type PersonLookupOptions } from './connection-lookup';
import { IdentifierPool } from './identifier-pool';
import { saveMembersAndSuggestions } from './members-and-suggestions';
import { knownShared } from './shared-identifiers';
import { knownIdentifiers, linkedToPerson, sharedIdentifierKeys } from './stored-person';

/**
 * Looks up everything about the person on screen from every connection at once. Each connection
 * writes what it has as soon as it has it; a slow or failing one delays nobody. Resolves when all
 * are done, rejects only when aborted.
 */
export async function lookUpPerson(
  ports: WorkerPorts,
  anchor: Contact,
  options: PersonLookupOptions,
): Promise<void> {
  const all = await ports.database.connections.toArray();
  const connections = all.filter((each) => options.only === undefined || each.id === options.only);
  const again = { ...options, force: false };
  const rules = await peopleRules(ports);
  const candidates = new PersonCandidates(ports, anchor, rules);
  const linked = await linkedToPerson(ports, anchor, rules);
  const round = { candidates, all, connections, linked };
  const before = await askConnections(ports, round, options);
  // An identifier may prove to be shared only after another connection joined somebody by it.
  const after = await sharedIdentifierKeys(ports, anchor, rules, all);
  if ([...after].some((key) => !before.has(key))) {
    await askConnections(ports, round, again);
  }
  // Who was found just now may be linked to others; a link made by hand holds in both directions.
  const refs = new Set(linked.map(contactRef));
  const further = (await linkedToPerson(ports, anchor, rules)).filter(
    (each) => !refs.has(contactRef(each)),
  );
  const concerned = connections.filter((each) => carries(each, further));
  if (concerned.length > 0) {
    const next = { ...round, connections: concerned, linked: [...linked, ...further] };
    await askConnections(ports, next, again);
  }
  const missing = await saveMembersAndSuggestions(ports, candidates);
  options.signal.throwIfAborted();
  const late = connections.filter((each) => carries(each, missing));
  if (late.length > 0) {
    const members = [...linked, ...further, ...missing];
    await askConnections(ports, { ...round, connections: late, linked: members }, again);
    await saveMembersAndSuggestions(ports, candidates);
  }
}

interface LookupRound {
  candidates: PersonCandidates;
  /** All that are connected: what any of them reported before counts. */
  all: readonly Connection[];
  /** Those that are asked. */
  connections: readonly Connection[];
  /** Contacts that a person said are the one on screen. */
  linked: readonly Contact[];
}

/** One round over the connections; returns the identifiers that were left out from its start. */
async function askConnections(
  ports: WorkerPorts,
  { candidates, all, connections, linked }: LookupRound,
  options: PersonLookupOptions,
): Promise<ReadonlySet<string>> {
  const { anchor, rules } = candidates;
  const confirmed = await candidates.admit(linked);
  const distinctive = (contact: Contact) => distinctiveIdentifiers(contact, rules);
  const person = await knownIdentifiers(ports, anchor, rules);
  const identifiers = options.only === undefined ? distinctive(anchor) : person;
  const pool = new IdentifierPool(
    [...identifiers, ...confirmed.flatMap(distinctive)],
    connections.length,
  );
  const shared = await knownShared(ports, all, person);
  pool.exclude(shared);
  candidates.exclude(shared);
  const excluded = new Set(pool.excluded);
  const results = await Promise.allSettled(
    connections.map((connection) =>
      new ConnectionLookup(
        ports,
        {
          anchor,
          connection,
          pool,
          candidates,
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
