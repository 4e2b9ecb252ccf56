import { MOST_CONTACTS_OF_ONE_PERSON } from '../../identity/distinctive-identifiers';
import { carriesAny, identifierKey } from '../../identity/identifiers';
import type { Connection } from '../../model/connection';
import type { Contact, Identifier } from '../../model/contact';
import type { WorkerPorts } from '../ports';

/** Splits what a lookup found: contacts that prove something, and identifiers that prove nothing. */
export function withoutShared(
  contacts: readonly Contact[],
  identifiers: readonly Identifier[],
): { contacts: Contact[]; shared: Identifier[] } {
  const shared = identifiers.filter(
    (identifier) =>
      contacts.filter((contact) => carriesAny(contact, [identifier])).length >
      MOST_CONTACTS_OF_ONE_PERSON,
  );
  const distinctive = identifiers.filter((identifier) => !shared.includes(identifier));
  return { contacts: contacts.filter((contact) => carriesAny(contact, distinctive)), shared };
}

/** Which of these identifiers are known, from earlier lookups anywhere, to be shared by many. */
export async function knownShared(
  ports: WorkerPorts,
  connections: readonly Connection[],
  identifiers: readonly Identifier[],
): Promise<Identifier[]> {
  const isShared = async (identifier: Identifier): Promise<boolean> => {
    const keys = connections.map(({ id }): [string, string] => [id, identifierKey(identifier)]);
    const rows = await ports.database.lookups.bulkGet(keys);
    return rows.some((row) => (row?.contactIds.length ?? 0) > MOST_CONTACTS_OF_ONE_PERSON);
  };
  const answers = await Promise.all(identifiers.map(isShared));
  return identifiers.filter((_identifier, index) => answers[index]);
}
