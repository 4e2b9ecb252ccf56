import type { Contact } from '../model/contact';
import { type ContactRef, contactRef } from '../model/ids';
import { type Conflict, conflictsOf } from './conflicts';
import type { Why } from './evidence';
import { atOnce, type Grouping, groupInSteps } from './person-grouping';
import { type Suggestion, suggestContacts } from './suggest-contacts';

/** A contact that is the person, and what shows it. */
export interface Member {
  contact: Contact;
  /** What connects it with other members; empty only for the contact it all began with. */
  why: Why[];
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
 * Who of `candidates` is the same human as `anchor`, who may be (of `onlySuggested` too), and why.
 * `decisions` are what people said about pairs; they go before all evidence, and the later one about
 * a pair holds. Pure; whoever of a person is the anchor, the members are the same, and the order of
 * candidates and decisions changes nothing but the order within the answer.
 */
export function resolvePerson(...question: Parameters<typeof resolveInSteps>): ResolvedPerson {
  return atOnce(resolveInSteps(...question));
}

/** The same in small steps, of which there are about as many as candidates. */
export function* resolveInSteps(
  ...question: Parameters<typeof groupInSteps>
): Generator<void, ResolvedPerson, void> {
  const grouping = yield* groupInSteps(...question);
  const { members, others, rules, separations } = grouping;
  return {
    members: yield* whyAmong(grouping),
    suggestions: yield* suggestContacts(members, others, rules, separations),
    conflicts: conflictsOf(grouping),
  };
}

/** So many others that show why a contact belongs to the person are named. */
const MOST_REASONS = 12;

/** What connects each member with others; a contact no longer stored is connected by hand. */
function* whyAmong({
  members,
  own,
  words,
  carriersOf,
  proofOf,
}: Grouping): Generator<void, Member[], void> {
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
