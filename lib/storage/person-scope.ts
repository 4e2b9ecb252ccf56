import { type ContactKey, type ContactRef, contactRef, itemKey } from '../model/ids';
import { conversationAddress, screenAddress } from '../model/screen-address';
import type { DesksideDatabase } from './database';

/** What tells rows about one person from all others. */
export interface PersonScope {
  keys: [connectionId: string, contactId: string][];
  /** `contactRef` of their contacts, and of the pages they were on screen on. */
  refs: ReadonlySet<string>;
  /** `itemKey` of connection and address of those pages. */
  pages: ReadonlySet<string>;
  /** Their identifiers, as lookups name them: `email:ana@example.com`. */
  identifiers: ReadonlySet<string>;
  /** The same without the kind, and their names; in lower case. */
  words: ReadonlySet<string>;
}

/** What these contacts of one person are known by. */
export async function readPersonScope(
  db: DesksideDatabase,
  contacts: readonly ContactKey[],
): Promise<PersonScope> {
  const keys = contacts.map(({ connectionId, id }): [string, string] => [connectionId, id]);
  const own = new Set(contacts.map(contactRef));
  const [stored, conversations, sightings, screens] = await Promise.all([
    db.contacts.bulkGet(keys),
    db.conversations.where('[connectionId+contactId]').anyOf(keys).toArray(),
    db.sightings
      .filter(({ connectionId, contactId }) => own.has(refOf(connectionId, contactId)))
      .toArray(),
    db.screens.filter(({ anchor }) => anchor !== undefined && own.has(anchor)).toArray(),
  ]);
  const addresses: [connectionId: string, address: string][] = [
    ...keys.map(([connectionId, id]): [string, string] => [connectionId, `contact:${id}`]),
    ...conversations.map(({ connectionId, id }): [string, string] => [
      connectionId,
      conversationAddress(id),
    ]),
    ...sightings.map(({ connectionId, address }): [string, string] => [connectionId, address]),
    ...screens.map(({ connectionId = '', context }): [string, string] => [
      connectionId,
      screenAddress(context) ?? '',
    ]),
  ];
  const pages = new Set(addresses.map(([connectionId, address]) => itemKey(connectionId, address)));
  const known = stored.filter((contact) => contact !== undefined);
  const values = known.flatMap(({ emailKeys, phoneKeys, externalIds }) => [
    ...emailKeys.map((value) => ['email', value] as const),
    ...phoneKeys.map((value) => ['phone', value] as const),
    ...externalIds.map((value) => ['external-id', value] as const),
  ]);
  const names = known.flatMap(({ name, placeholderName, emails, phones }) => [
    ...[name, placeholderName].filter((each) => each !== undefined),
    ...emails,
    ...phones,
  ]);
  const words = [...values.map(([, value]) => value), ...names];
  return {
    keys,
    refs: new Set<string>([...own, ...pages]),
    pages,
    identifiers: new Set(values.map((parts) => parts.join(':'))),
    words: new Set(words.map((word) => word.trim().toLowerCase())),
  };
}

function refOf(connectionId: string, id: string): ContactRef {
  return contactRef({ connectionId, id });
}
