import type { Contact } from '../model/contact';
import { type ContactRef, contactRef } from '../model/ids';
import type { LinkRow } from '../model/link';
import type { Bond } from './contact-groups';
import { decisionsByPair, pairKey } from './decisions';
import { crowdedKeys, type IdentityRules } from './distinctive-identifiers';
import { type Evidence, proofBetween, type Why } from './evidence';
import { joinContacts, type RefusedBond } from './join-contacts';
import { separations } from './separation';
import { type Suggestion, suggestContacts } from './suggest-contacts';

/** A contact that is the person, and what shows it. */
export interface Member {
  contact: Contact;
  /** What connects it with the other members; empty only for the contact it all began with. */
  why: Why[];
}

/** Two contacts that something would join, and what keeps them apart. */
export interface Conflict extends RefusedBond {
  /** What would join them, a person's word included. */
  evidence: Evidence[];
}

export interface ResolvedPerson {
  /** The contact it all began with first. */
  members: Member[];
  /** Best first. Nobody who was rejected for good, or cannot be the same human. */
  suggestions: Suggestion[];
  /** What the panel has to explain: contacts that something would join, and that are apart. */
  conflicts: Conflict[];
}

/**
 * Who of `candidates` is the same human as `anchor`, who may be, and why. `decisions` are what
 * people said about pairs; they go before all evidence, and the later one about a pair holds. Pure;
 * the order of candidates and decisions changes nothing but the order within the answer.
 */
export function resolvePerson(
  anchor: Contact,
  candidates: readonly Contact[],
  decisions: readonly LinkRow[],
  rules: IdentityRules,
): ResolvedPerson {
  const contacts = distinct([anchor, ...candidates]);
  const shared = new Set([...(rules.shared ?? []), ...crowdedKeys(contacts)]);
  const distinctive: IdentityRules = { ...rules, shared };
  const byPair = decisionsByPair(decisions);
  const areApart = separations(contacts, byPair);
  const { groups, refused } = joinContacts(contacts, [...byPair.values()], distinctive, areApart);
  const own = groups.of(contactRef(anchor));
  const members = contacts.filter((contact) => own.has(contactRef(contact)));
  const decisionOn = (one: ContactRef, other: ContactRef) => byPair.get(pairKey(one, other));
  const byRef = new Map(contacts.map((contact) => [contactRef(contact), contact]));
  const sources: ProofSources = { byRef, rules: distinctive, decisionOn };
  return {
    members: members.map((contact) => ({
      contact,
      why: whyAmong(contact, own, sources),
    })),
    suggestions: suggestContacts(
      members,
      contacts.filter((contact) => !own.has(contactRef(contact))),
      distinctive,
      areApart,
    ),
    conflicts: distinctBonds(refused)
      .filter(({ one, other }) => own.has(one) || own.has(other))
      .map((bond) => ({ ...bond, evidence: proofOf(bond, sources) })),
  };
}

/** What proofs between two contacts are looked up in. */
interface ProofSources {
  byRef: ReadonlyMap<ContactRef, Contact>;
  rules: IdentityRules;
  decisionOn(one: ContactRef, other: ContactRef): LinkRow | undefined;
}

/** What connects a member with each other one; a contact no longer stored is connected by hand. */
function whyAmong(contact: Contact, own: ReadonlySet<ContactRef>, sources: ProofSources): Why[] {
  const self = contactRef(contact);
  return [...own]
    .filter((ref) => ref !== self)
    .sort()
    .map((via) => ({
      via,
      evidence: proofOf({ one: self, other: via }, sources),
    }))
    .filter(({ evidence }) => evidence.length > 0);
}

function proofOf({ one, other }: Bond, { byRef, rules, decisionOn }: ProofSources): Evidence[] {
  const [a, b] = [byRef.get(one), byRef.get(other)];
  const decision = decisionOn(one, other);
  if (a !== undefined && b !== undefined) return proofBetween(a, b, rules, decision);
  return decision?.verdict === 'same'
    ? [{ kind: 'by-hand', by: decision.by, at: decision.at }]
    : [];
}

function distinct(contacts: readonly Contact[]): Contact[] {
  const byRef = new Map<ContactRef, Contact>();
  for (const contact of contacts) {
    if (!byRef.has(contactRef(contact))) byRef.set(contactRef(contact), contact);
  }
  return [...byRef.values()];
}

/** Several identifiers may have been refused for the same two; the one that says most is kept. */
function distinctBonds(refused: readonly RefusedBond[]): RefusedBond[] {
  const byPair = new Map<string, RefusedBond>();
  for (const bond of refused) {
    const key = pairKey(bond.one, bond.other);
    if (byPair.get(key)?.apart === undefined) byPair.set(key, bond);
  }
  return [...byPair.values()];
}
