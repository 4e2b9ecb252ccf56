import { inTurns } from '../../async/in-turns';
import { isSameValue } from '../../identity/contact-field-values';
import type { IdentityRules } from '../../identity/distinctive-identifiers';
import { identifierKey, identifiersOf } from '../../identity/identifiers';
import { resolveInSteps } from '../../identity/resolve-person';
import type { ContactField } from '../../model/completion';
import type { Contact } from '../../model/contact';
import { type ContactKey, contactRef } from '../../model/ids';
import type { LinkRow } from '../../model/link-decision';
import { readContactWrites } from '../../storage/completion-queries';
import { readContactsOf } from '../../storage/read-contacts';
import { decisionsAround } from '../people/decisions';
import { peopleRules } from '../people/rules';
import { knownShared } from '../person-lookup/shared-identifiers';
import type { WorkerPorts } from '../ports';

/** Contacts of one person, with the decisions and evidence about them. */
interface JoinedContacts {
  /** In the order in which they were asked for. */
  contacts: Contact[];
  links: LinkRow[];
  rules: IdentityRules;
  /** Whether a value was written into the contact from here: another record gave it. */
  isBorrowed(contact: Contact, field: ContactField, value: string): boolean;
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
  const stored = await readContactsOf(database, distinct);
  const links = await decisionsAround(database, stored.map(contactRef));
  const own = await peopleRules(ports);
  const crowded = await knownShared(
    ports,
    await database.connections.toArray(),
    stored.flatMap(identifiersOf),
    { rules: own, present: stored },
  );
  const writes = await readContactWrites(database, stored);
  const isBorrowed = (contact: Contact, field: ContactField, value: string) =>
    writes.some(
      (row) =>
        row.connectionId === contact.connectionId &&
        row.contactId === contact.id &&
        row.field === field &&
        !['undone', 'refused'].includes(row.state) &&
        isSameValue(field, row.value, value),
    );
  const rules = { ...own, shared: new Set(crowded.map(identifierKey)) };
  const [first, ...others] = stored;
  const [asked] = distinct;
  if (first === undefined || asked === undefined || contactRef(first) !== contactRef(asked)) {
    return { contacts: [], links, rules, isBorrowed };
  }
  const { members } = await inTurns(resolveInSteps(first, others, links, rules));
  const refs = new Set(members.map(({ contact }) => contactRef(contact)));
  const joined = stored.filter((contact) => refs.has(contactRef(contact)));
  return { contacts: joined, links, rules, isBorrowed };
}
