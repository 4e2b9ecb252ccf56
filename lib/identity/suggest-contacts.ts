import type { Contact } from '../model/contact';
import { type ContactRef, contactRef } from '../model/ids';
import { type IdentityRules, provingIdentifiers } from './distinctive-identifiers';
import { evidenceBetween, isHint, isProof, type Why } from './evidence';
import { nameKey } from './person-name';
import { tailsOf } from './phone-digits';
import { phoneSpellings } from './phone-spellings';
import { areCompatible, type Separations, type TellingIds } from './separation';
import { isWorthAsking } from './weak-evidence';

/** A contact that may be the person. */
export interface Suggestion {
  contact: Contact;
  /** What makes it likely, beside which member; strongest first. */
  why: Why[];
}

/** As many as somebody reads; those with proof are limited only by what the product can handle. */
const MOST_SUGGESTIONS = 8;
const MOST_PROVEN = 100;

/** Where more contacts than this have nothing but the name in common, the name is a common one and suggests nobody. */
const MOST_NAMESAKES = 4;

/** The most members of a kind that a contact is compared with: the others would say the same. */
const MOST_COMPARED = 8;

/**
 * Who may be the person, best first: those whose evidence was not enough, and those whom a person removed
 * without saying that they are somebody else. No contact for which there is proof is left out. Works in
 * small steps.
 */
export function* suggestContacts(
  members: readonly Contact[],
  others: readonly Contact[],
  rules: IdentityRules,
  separations: Separations,
): Generator<void, Suggestion[], void> {
  const alike = yield* membersByTrait(members, rules);
  const isRuledOut = ruledOutBy(members, separations);
  const suggestions: Suggestion[] = [];
  for (const contact of others) {
    yield;
    const why = isRuledOut(contact) ? [] : whyLikely(contact, alike, rules);
    if (why.length > 0) suggestions.push({ contact, why });
  }
  suggestions.sort(bestFirst);
  const proven = suggestions.filter(({ why }) => why.some(hasProof));
  const byNameOnly = suggestions.filter(({ why }) => isOnlyName(why));
  const likely = suggestions.filter(
    (each) =>
      !proven.includes(each) && !(byNameOnly.length > MOST_NAMESAKES && byNameOnly.includes(each)),
  );
  const left = Math.max(0, MOST_SUGGESTIONS - proven.length);
  return [...proven.slice(0, MOST_PROVEN), ...likely.slice(0, left)];
}

/** What makes two worth comparing: proof, the last digits of a number, a name. */
function traitsOf(contact: Contact, rules: IdentityRules): string[] {
  const numbers = [...contact.phones, ...contact.phoneKeys.flatMap(phoneSpellings)];
  return [
    ...provingIdentifiers(contact, rules).map(({ key }) => key),
    ...new Set(tailsOf(numbers)),
    ...(contact.name === undefined ? [] : [nameKey(contact.name)]),
  ];
}

function* membersByTrait(
  members: readonly Contact[],
  rules: IdentityRules,
): Generator<void, (contact: Contact) => Contact[], void> {
  const byTrait = new Map<string, Contact[]>();
  for (const member of members) {
    yield;
    for (const trait of traitsOf(member, rules)) {
      const known = byTrait.get(trait) ?? [];
      if (known.length < MOST_COMPARED) byTrait.set(trait, [...known, member]);
    }
  }
  return (contact) => [
    ...new Set(traitsOf(contact, rules).flatMap((trait) => byTrait.get(trait) ?? [])),
  ];
}

/** Contacts that cannot be the person: somebody decided so about a member, or the ids of a system say so. */
function ruledOutBy(
  members: readonly Contact[],
  separations: Separations,
): (contact: Contact) => boolean {
  const refs = new Set(members.map(contactRef));
  const known = new Map<string, { ids: TellingIds; refs: ContactRef[] }>();
  for (const ref of refs) {
    const ids = separations.idsOf(ref);
    if (ids === undefined) continue;
    const entry = known.get(`${ids.space} ${ids.key}`) ?? { ids, refs: [] };
    entry.refs.push(ref);
    known.set(`${ids.space} ${ids.key}`, entry);
  }
  return (contact) => {
    const ref = contactRef(contact);
    const isRejected = (other: ContactRef) => {
      const apart = separations.between(other, ref);
      return apart?.kind === 'decision' && apart.decision.verdict === 'different';
    };
    if (separations.partedFrom(ref).some((other) => refs.has(other) && isRejected(other)))
      return true;
    const ids = separations.idsOf(ref);
    if (ids === undefined) return false;
    return [...known.values()].some(
      (entry) =>
        entry.ids.space === ids.space &&
        !areCompatible(entry.ids.ids, ids.ids) &&
        entry.refs.some((other) => separations.between(other, ref) !== undefined),
    );
  };
}

function whyLikely(
  contact: Contact,
  alike: (contact: Contact) => Contact[],
  rules: IdentityRules,
): Why[] {
  return alike(contact)
    .map((member) => ({
      via: contactRef(member),
      evidence: evidenceBetween(contact, member, rules),
    }))
    .filter((why) => hasProof(why) || isWorthAsking(why.evidence.filter(isHint)))
    .sort((a, b) => weight(b) - weight(a));
}

function hasProof({ evidence }: Why): boolean {
  return evidence.some(isProof);
}

function weight({ evidence }: Why): number {
  return evidence.reduce((sum, each) => sum + (isProof(each) ? 10 : 1), 0);
}

function isOnlyName(why: readonly Why[]): boolean {
  return why.every(({ evidence }) => evidence.every(({ kind }) => kind === 'same-name'));
}

function bestFirst(one: Suggestion, other: Suggestion): number {
  const total = ({ why }: Suggestion) => Math.max(...why.map(weight));
  const order = total(other) - total(one);
  if (order !== 0) return order;
  return contactRef(one.contact) < contactRef(other.contact) ? -1 : 1;
}
