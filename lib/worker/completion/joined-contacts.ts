import { inTurns } from '../../async/in-turns';
import type { IdentityRules } from '../../identity/distinctive-identifiers';
import { identifierKey, identifiersOf } from '../../identity/identifiers';
import { resolveInSteps } from '../../identity/resolve-person';
import type { Contact } from '../../model/contact';
import { type ContactKey, contactRef } from '../../model/ids';
import type { LinkRow } from '../../model/link';
import { decisionsAround } from '../people/decisions';
import { peopleRules } from '../people/rules';
import { knownShared } from '../person-lookup/shared-identifiers';
import type { WorkerPorts } from '../ports';

/** Contacts of one person, with what was said and what holds about them. */
interface JoinedContacts {
  /** In the order in which they were asked for. */
  contacts: Contact[];
  links: LinkRow[];
  rules: IdentityRules;
}

/**
 * Those of these contacts that are stored and that proof, or a person's word, joins with the first one.
 * What too many carry is no proof.
 */
export async function joinedContacts(
  ports: WorkerPorts,
  keys: readonly ContactKey[],
): Promise<JoinedContacts> {
  const { database } = ports;
  const distinct = [...new Map(keys.map((key) => [contactRef(key), key])).values()];
  const stored = (
    await database.contacts.bulkGet(
      distinct.map(({ connectionId, id }): [string, string] => [connectionId, id]),
    )
  ).filter((contact) => contact !== undefined);
  const links = await decisionsAround(database, stored.map(contactRef));
  const own = await peopleRules(ports);
  const crowded = await knownShared(
    ports,
    await database.connections.toArray(),
    stored.flatMap(identifiersOf),
    { rules: own, present: stored },
  );
  const rules = { ...own, shared: new Set(crowded.map(identifierKey)) };
  const [first, ...others] = stored;
  const [asked] = distinct;
  if (first === undefined || asked === undefined || contactRef(first) !== contactRef(asked)) {
    return { contacts: [], links, rules };
  }
  const { members } = await inTurns(resolveInSteps(first, others, links, rules));
  const refs = new Set(members.map(({ contact }) => contactRef(contact)));
  return { contacts: stored.filter((contact) => refs.has(contactRef(contact))), links, rules };
}
