import { runSteps } from '../async/run-steps';
import type { Contact } from '../model/contact';
import { type IdentityRules, proofKey } from './distinctive-identifiers';
import { identifiersOf } from './identifiers';
import { countNames, fitsLoosely } from './name-likeness';

/** One human goes by a few names; an identifier known under more names than this belongs to an office. */
const MOST_NAMES_OF_ONE_PERSON = 3;

/** Records without a name do not show how many people they are; this many of one account count as a crowd. */
const MOST_NAMELESS_OF_ONE_PERSON = 5;

/**
 * Keys (`proofKey`) of the identifiers that several differently named contacts carry, over all
 * connections: they belong to an office or a family, and prove nothing about anybody.
 */
export function crowdedKeys(contacts: readonly Contact[], rules: IdentityRules): Set<string> {
  return runSteps(crowdedKeysInSteps(contacts, rules));
}

/** The same in small steps, of which there are about as many as contacts and keys. */
export function* crowdedKeysInSteps(
  contacts: readonly Contact[],
  rules: IdentityRules,
): Generator<void, Set<string>, void> {
  const carriers = new Map<string, Contact[]>();
  for (const contact of contacts) {
    for (const key of new Set(
      identifiersOf(contact).map((each) => proofKey(each, contact, rules)),
    )) {
      const known = carriers.get(key);
      if (known === undefined) carriers.set(key, [contact]);
      else known.push(contact);
    }
    yield;
  }
  const crowded = new Set<string>();
  for (const [key, each] of carriers) {
    if (isCrowd(each)) crowded.add(key);
    yield;
  }
  return crowded;
}

function isCrowd(carriers: readonly Contact[]): boolean {
  if (carriers.length <= MOST_NAMES_OF_ONE_PERSON) return false;
  const names = carriers.flatMap(({ name }) => (name?.trim() ? [name] : []));
  if (countNames(names, fitsLoosely) > MOST_NAMES_OF_ONE_PERSON) return true;
  const nameless = new Map<string, number>();
  for (const { connectionId, name } of carriers) {
    if (!name?.trim()) nameless.set(connectionId, (nameless.get(connectionId) ?? 0) + 1);
  }
  return Math.max(0, ...nameless.values()) > MOST_NAMELESS_OF_ONE_PERSON;
}
