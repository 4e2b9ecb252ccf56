import type { Connection } from '../../model/connection';
import type { Contact } from '../../model/contact';
import { peopleRules } from '../people/rules';
import type { WorkerPorts } from '../ports';
import { PersonCandidates } from './candidates';
import { ConnectionLookup, type PersonLookupOptions } from './connection-lookup';
import { IdentifierPool } from './identifier-pool';
import { saveMembersAndSuggestions } from './members-and-suggestions';
import { knownShared } from './shared-identifiers';
import { knownMembers, linkedToPerson, sharedIdentifierKeys } from './stored-person';

/** A chain of links made by hand and of evidence is followed so many times before it can wait. */
const MOST_LATE_ROUNDS = 4;

/**
 * Looks up everything about the person on screen from every connection at once. Each connection writes what
 * it has as soon as it has it; a slow or failing one delays no other. Resolves when all are done, rejects
 * only when aborted.
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
  // An identifier may turn out to be shared only after another connection joined somebody by it.
  const after = await sharedIdentifierKeys(ports, candidates, all);
  if ([...after].some((key) => !before.has(key))) {
    await askConnections(ports, round, again);
  }
  // Contacts found too early to be recognised as the person, or linked to a contact found late.
  const shown = [...linked];
  let missing = await saveMembersAndSuggestions(ports, candidates);
  for (let rounds = 0; rounds < MOST_LATE_ROUNDS; rounds += 1) {
    options.signal.throwIfAborted();
    const late = connections.filter((each) => carries(each, missing));
    if (late.length === 0) return;
    shown.push(...missing);
    await askConnections(ports, { ...round, connections: late, linked: shown }, again);
    missing = await saveMembersAndSuggestions(ports, candidates);
  }
}

interface LookupRound {
  candidates: PersonCandidates;
  /** All connections: what any of them reported before counts. */
  all: readonly Connection[];
  /** The connections that are asked. */
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
  const person = await knownMembers(ports, anchor, rules);
  const known = [anchor, ...linked, ...(options.only === undefined ? [] : person)];
  const identifiersOf = (contact: Contact) => candidates.identifiersOf(contact);
  const pool = new IdentifierPool(known.flatMap(identifiersOf), connections.length);
  const shared = await knownShared(ports, all, person.flatMap(identifiersOf), {
    rules,
    present: [...person, ...candidates.all],
  });
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
