import { runSteps } from '../async/run-steps';
import type { Contact } from '../model/contact';
import { type ContactRef, contactRef } from '../model/ids';
import type { LinkRow } from '../model/link-decision';
import { type Conflict, conflictsOf } from './conflicts';
import { crowdedKeysInSteps } from './crowded-identifiers';
import { effectiveDecisions, pairKey } from './decisions';
import { type IdentityRules, provingIdentifiers } from './distinctive-identifiers';
import { type Evidence, proofBetween, type Why } from './evidence';
import { identifiersOf } from './identifiers';
import { type Carriers, joinContacts } from './join-contacts';
import { separationsAmong } from './separation';
import { type Suggestion, suggestContacts } from './suggest-contacts';

/** A contact that is the person, and what shows it. */
export interface Member {
  contact: Contact;
  /** What connects it with other members; empty only for the contact that the search began with. */
  why: Why[];
}

export interface ResolvedPerson {
  /** The contact that the search began with comes first. */
  members: Member[];
  /** Best first. Without those rejected for good, and those who cannot be the same human. */
  suggestions: Suggestion[];
  /** What the panel has to explain: contacts that something would join, but that are kept apart. */
  conflicts: Conflict[];
}

interface ResolveRules extends IdentityRules {
  onlySuggested?: readonly Contact[] | undefined;
}

/**
 * Who of `candidates` is the same human as `anchor`, who may be (of `onlySuggested` too), and why.
 * `decisions` about pairs outweigh all evidence; the newer one counts. Pure: any member of a person as
 * anchor gives the same members, and the order of the input only affects the order of the answer.
 */
export function resolvePerson(...question: Parameters<typeof resolveInSteps>): ResolvedPerson {
  return runSteps(resolveInSteps(...question));
}

/** The same in small steps, of which there are about as many as candidates. */
export function* resolveInSteps(
  anchor: Contact,
  candidates: readonly Contact[],
  decisions: readonly LinkRow[],
  { onlySuggested = [], ...rules }: ResolveRules,
): Generator<void, ResolvedPerson, void> {
  const contacts = distinct([anchor, ...candidates]);
  for (const contact of [...contacts, ...onlySuggested]) {
    // Finding out which identifiers prove anything takes the longest, so it is remembered.
    identifiersOf(contact);
    yield;
  }
  const crowded = yield* crowdedKeysInSteps(contacts, rules);
  const shared = new Set([...(rules.shared ?? []), ...crowded]);
  const distinctive: IdentityRules = { ...rules, shared };
  const byPair = effectiveDecisions(decisions);
  const all = distinct([...contacts, ...onlySuggested]);
  const separations = yield* separationsAmong(all, byPair, distinctive);
  const carriers = yield* carriersAmong(contacts, distinctive);
  const words = [...byPair.values()];
  const groups = yield* joinContacts(contacts, words, [...carriers.values()], separations);
  const own = groups.of(contactRef(anchor)).members;
  const members = contacts.filter((contact) => own.has(contactRef(contact)));
  const byRef = new Map(all.map((contact) => [contactRef(contact), contact]));
  const proofOf = (one: ContactRef, other: ContactRef): Evidence[] => {
    const decision = byPair.get(pairKey(one, other));
    const [a, b] = [byRef.get(one), byRef.get(other)];
    if (a !== undefined && b !== undefined) return proofBetween(a, b, distinctive, decision);
    return decision?.verdict === 'same'
      ? [{ kind: 'by-hand', by: decision.by, at: decision.at }]
      : [];
  };
  const carriersOf = (contact: Contact) =>
    provingIdentifiers(contact, distinctive).flatMap(({ key }) => carriers.get(key) ?? []);
  yield;
  const others = all.filter((contact) => !own.has(contactRef(contact)));
  return {
    members: yield* whyAmong({ members, own, words, carriersOf, proofOf }),
    suggestions: yield* suggestContacts(members, others, distinctive, separations),
    conflicts: yield* conflictsOf({ members, own, words, carriersOf, proofOf, groups }),
  };
}

function* carriersAmong(
  contacts: readonly Contact[],
  rules: IdentityRules,
): Generator<void, Map<string, Carriers>, void> {
  const byKey = new Map<string, Carriers>();
  // In a fixed order, so that the order of arrival does not matter.
  const sorted = contacts.map((contact) => ({ contact, ref: contactRef(contact) }));
  sorted.sort((a, b) => (a.ref < b.ref ? -1 : 1));
  for (const { contact } of sorted) {
    for (const { identifier, key } of provingIdentifiers(contact, rules)) {
      const known = byKey.get(key) ?? { identifier, contacts: [] };
      if (known.contacts.at(-1) !== contact) known.contacts.push(contact);
      byKey.set(key, known);
    }
    yield;
  }
  return byKey;
}

/** The most other contacts that are named as showing why a contact belongs to the person. */
const MOST_REASONS = 12;

interface Belonging {
  members: readonly Contact[];
  own: ReadonlySet<ContactRef>;
  words: readonly LinkRow[];
  carriersOf(contact: Contact): Carriers[];
  proofOf(one: ContactRef, other: ContactRef): Evidence[];
}

/** What connects each member with others; a contact no longer stored is connected by hand. */
function* whyAmong(belonging: Belonging): Generator<void, Member[], void> {
  const { members, own, words, carriersOf, proofOf } = belonging;
  const linked = new Map<ContactRef, Set<ContactRef>>();
  for (const { a, b, verdict } of words) {
    if (verdict !== 'same' || !own.has(a) || !own.has(b)) continue;
    linked.set(a, (linked.get(a) ?? new Set()).add(b));
    linked.set(b, (linked.get(b) ?? new Set()).add(a));
  }
  const reasons: Member[] = [];
  for (const contact of members) {
    yield;
    const self = contactRef(contact);
    const near = carriersOf(contact).flatMap(({ contacts }) =>
      contacts.slice(0, MOST_REASONS + 1).map(contactRef),
    );
    const vias = [...new Set([...(linked.get(self) ?? []), ...near])]
      .filter((ref) => ref !== self && own.has(ref))
      .slice(0, MOST_REASONS);
    const why = vias.sort().map((via) => ({ via, evidence: proofOf(self, via) }));
    reasons.push({ contact, why: why.filter(({ evidence }) => evidence.length > 0) });
  }
  return reasons;
}

function distinct(contacts: readonly Contact[]): Contact[] {
  const byRef = new Map<ContactRef, Contact>();
  for (const contact of contacts) {
    if (!byRef.has(contactRef(contact))) byRef.set(contactRef(contact), contact);
  }
  return [...byRef.values()];
}
