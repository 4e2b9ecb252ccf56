import { carriesAny, identifierKey } from '../../identity/identifiers';
import type { Contact, Identifier } from '../../model/contact';
import type { DesksideDatabase } from '../../storage/database';
import { isFresh } from '../freshness';
import type { WorkerPorts } from '../ports';

const indexes = { email: 'emailKeys', phone: 'phoneKeys', 'external-id': 'externalIds' } as const;

/** Contacts of one connection in this browser's store that carry one of the identifiers. */
export async function contactsCarrying(
  database: DesksideDatabase,
  connectionId: string,
  identifiers: readonly Identifier[],
): Promise<Contact[]> {
  const found = new Map<string, Contact>();
  for (const { kind, value } of identifiers) {
    const matches = await database.contacts.where(indexes[kind]).equals(value).toArray();
    for (const contact of matches) {
      if (contact.connectionId === connectionId) found.set(contact.id, contact);
    }
  }
  return [...found.values()].filter((contact) => carriesAny(contact, identifiers));
}

/** What was answered less than a minute ago; `undefined` unless this is true for every identifier. */
export async function freshAnswer(
  ports: WorkerPorts,
  connectionId: string,
  identifiers: readonly Identifier[],
): Promise<{ contacts: Contact[]; checkedAt: number } | undefined> {
  const keys = identifiers.map((each): [string, string] => [connectionId, identifierKey(each)]);
  const rows = (await ports.database.lookups.bulkGet(keys)).filter((row) => row !== undefined);
  const isAll = rows.length === keys.length;
  if (!isAll || !rows.every((row) => isFresh(row.checkedAt, ports.now()))) return undefined;
  const ids = new Set(rows.flatMap((row) => row.contactIds));
  const contacts = await ports.database.contacts.bulkGet(
    [...ids].map((id): [string, string] => [connectionId, id]),
  );
  return {
    contacts: contacts.filter((contact) => contact !== undefined),
    checkedAt: Math.min(...rows.map((row) => row.checkedAt)),
  };
}

/** Stores what a connection answered for each of these identifiers. */
export async function saveLookups(
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
