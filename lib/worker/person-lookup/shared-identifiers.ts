import { crowdedKeys } from '../../identity/crowded-identifiers';
import { type IdentityRules, proofKey } from '../../identity/distinctive-identifiers';
import { carriesAny, identifierKey } from '../../identity/identifiers';
import type { Connection } from '../../model/connection';
import type { Contact, Identifier } from '../../model/contact';
import { contactRef } from '../../model/ids';
import type { WorkerPorts } from '../ports';

/** Splits what a lookup found: contacts that prove something, and identifiers that prove nothing. */
export function withoutShared(
  contacts: readonly Contact[],
  identifiers: readonly Identifier[],
  rules: IdentityRules,
): { contacts: Contact[]; shared: Identifier[] } {
  const shared = sharedAmong(contacts, identifiers, rules);
  const distinctive = identifiers.filter((identifier) => !shared.includes(identifier));
  return { contacts: contacts.filter((contact) => carriesAny(contact, distinctive)), shared };
}

/** Which of these identifiers several differently named ones of these contacts carry. */
function sharedAmong(
  contacts: readonly Contact[],
  identifiers: readonly Identifier[],
  rules: IdentityRules,
): Identifier[] {
  const crowded = crowdedKeys(contacts, rules);
  if (crowded.size === 0) return [];
  return identifiers.filter((identifier) =>
    contacts.some((contact) => crowded.has(proofKey(identifier, contact, rules))),
  );
}

/**
 * Which of these identifiers are known, from earlier lookups over all connections, to be shared by
 * many, `present` included.
 */
export async function knownShared(
  ports: WorkerPorts,
  connections: readonly Connection[],
  identifiers: readonly Identifier[],
  { rules, present }: { rules: IdentityRules; present: readonly Contact[] },
): Promise<Identifier[]> {
  const { lookups, contacts } = ports.database;
  const rows = await lookups.bulkGet(
    connections.flatMap(({ id }) =>
      identifiers.map((each): [string, string] => [id, identifierKey(each)]),
    ),
  );
  const keys = rows.flatMap((row) =>
    (row?.contactIds ?? []).map((id): [string, string] => [row?.connectionId ?? '', id]),
  );
  const distinct = [...new Map(keys.map((key) => [key.join('/'), key])).values()];
  const found = (await contacts.bulkGet(distinct)).filter((contact) => contact !== undefined);
  // A contact that is present twice, or was also found, still counts as one record.
  const all = new Map([...found, ...present].map((contact) => [contactRef(contact), contact]));
  return sharedAmong([...all.values()], identifiers, rules);
}
