import type { Contact } from '../model/contact';
import { type ContactRef, contactRef } from '../model/ids';
import type { LinkRow } from '../model/link';
import type { ContactGroups } from './contact-groups';
import { crowdedKeys } from './crowds';
import { effectiveDecisions, pairKey } from './decisions';
import { type IdentityRules, provingIdentifiers } from './distinctive-identifiers';
import { type Evidence, proofBetween } from './evidence';
import { identifiersOf } from './identifiers';
import { type Carriers, joinContacts } from './join-contacts';
import { type Separations, separationsAmong } from './separation';

/** Carries out at one go what comes in steps. */
export function atOnce<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Who is the person and who is not, and what says so. */
export interface Grouping {
  members: readonly Contact[];
  others: readonly Contact[];
  own: ReadonlySet<ContactRef>;
  groups: ContactGroups;
  separations: Separations;
  /** With all that turned out to be shared by many. */
  rules: IdentityRules;
  /** What people said that holds. */
  words: readonly LinkRow[];
  carriersOf(contact: Contact): Carriers[];
  proofOf(one: ContactRef, other: ContactRef): Evidence[];
}

/**
 * Puts those of `candidates` who are the same human as `anchor` apart from the others, step by step. Those
 * of `onlySuggested` are not considered for it, but may be asked about.
 */
export function* groupInSteps(
  anchor: Contact,
  candidates: readonly Contact[],
  decisions: readonly LinkRow[],
  rules: IdentityRules,
  onlySuggested: readonly Contact[] = [],
): Generator<void, Grouping, void> {
  const contacts = distinct([anchor, ...candidates]);
  for (const contact of [...contacts, ...onlySuggested]) {
    // To tell what of it proves anything takes the longest; it is remembered.
    identifiersOf(contact);
    yield;
  }
  const shared = new Set([...(rules.shared ?? []), ...crowdedKeys(contacts, rules)]);
  const distinctive: IdentityRules = { ...rules, shared };
  const byPair = effectiveDecisions(decisions);
  const all = distinct([...contacts, ...onlySuggested]);
  const separations = separationsAmong(all, byPair, distinctive);
  const carriers = carriersAmong(contacts, distinctive);
  const words = [...byPair.values()];
  yield;
  const groups = joinContacts(contacts, words, [...carriers.values()], separations);
  const own = groups.of(contactRef(anchor)).members;
  const byRef = new Map(all.map((contact) => [contactRef(contact), contact]));
  yield;
  return {
    members: contacts.filter((contact) => own.has(contactRef(contact))),
    others: all.filter((contact) => !own.has(contactRef(contact))),
    own,
    groups,
    separations,
    rules: distinctive,
    words,
    carriersOf: (contact) =>
      provingIdentifiers(contact, distinctive).flatMap(({ key }) => carriers.get(key) ?? []),
    proofOf: (one, other) => {
      const decision = byPair.get(pairKey(one, other));
      const [a, b] = [byRef.get(one), byRef.get(other)];
      if (a !== undefined && b !== undefined) return proofBetween(a, b, distinctive, decision);
      return decision?.verdict === 'same'
        ? [{ kind: 'by-hand', by: decision.by, at: decision.at }]
        : [];
    },
  };
}

function carriersAmong(contacts: readonly Contact[], rules: IdentityRules): Map<string, Carriers> {
  const byKey = new Map<string, Carriers>();
  // In an order of their own, so that the order of arrival means nothing.
  const sorted = contacts.map((contact) => ({ contact, ref: contactRef(contact) }));
  sorted.sort((a, b) => (a.ref < b.ref ? -1 : 1));
  for (const { contact } of sorted) {
    for (const { identifier, key } of provingIdentifiers(contact, rules)) {
      const known = byKey.get(key) ?? { identifier, contacts: [] };
      if (known.contacts.at(-1) !== contact) known.contacts.push(contact);
      byKey.set(key, known);
    }
  }
  return byKey;
}

function distinct(contacts: readonly Contact[]): Contact[] {
  const byRef = new Map<ContactRef, Contact>();
  for (const contact of contacts) {
    if (!byRef.has(contactRef(contact))) byRef.set(contactRef(contact), contact);
  }
  return [...byRef.values()];
}
