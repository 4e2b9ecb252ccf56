import type { Contact } from '../model/contact';
import { type ContactRef, contactRef } from '../model/ids';
import type { LinkRow } from '../model/link-decision';
import type { ContactGroups } from './contact-groups';
import { pairKey } from './decisions';
import type { Evidence } from './evidence';
import type { Carriers } from './join-contacts';
import type { Separation } from './separation';

/** Two contacts (each as `contactRef`) that something would join, and what keeps them apart. */
export interface Conflict {
  one: ContactRef;
  other: ContactRef;
  /** The two that must not be joined; absent where it is unclear with which of them the others belong. */
  apart?: { one: ContactRef; other: ContactRef; why: Separation } | undefined;
  /** What would join them, including a decision made by hand. */
  evidence: Evidence[];
}

/** With more carriers of one identifier than this, the words no longer explain each pair. */
const MOST_CARRIERS = 12;

interface ResolvedGroups {
  members: readonly Contact[];
  own: ReadonlySet<ContactRef>;
  words: readonly LinkRow[];
  groups: ContactGroups;
  carriersOf(contact: Contact): Carriers[];
  proofOf(one: ContactRef, other: ContactRef): Evidence[];
}

/** What would have joined others with a person, but did not. Works in small steps. */
export function* conflictsOf(resolved: ResolvedGroups): Generator<void, Conflict[], void> {
  const { own, groups, proofOf } = resolved;
  const pairs = new Map<string, [ContactRef, ContactRef]>();
  for (const [one, other] of [...saidButApart(resolved), ...(yield* provenButApart(resolved))]) {
    const key = pairKey(one, other);
    if (own.has(one) !== own.has(other) && !pairs.has(key)) pairs.set(key, [one, other]);
  }
  const conflicts: Conflict[] = [];
  for (const [one, other] of pairs.values()) {
    conflicts.push({ one, other, apart: groups.apart(one, other), evidence: proofOf(one, other) });
    yield;
  }
  return conflicts;
}

function saidButApart({ words }: ResolvedGroups): [ContactRef, ContactRef][] {
  return words.flatMap(({ a, b, verdict }) => (verdict === 'same' ? [[a, b]] : []));
}

function* provenButApart({
  members,
  own,
  carriersOf,
}: ResolvedGroups): Generator<void, [ContactRef, ContactRef][], void> {
  const seen = new Set<Carriers>();
  const pairs: [ContactRef, ContactRef][] = [];
  for (const member of members) {
    for (const carriers of carriersOf(member)) {
      if (seen.has(carriers)) continue;
      seen.add(carriers);
      const refs = carriers.contacts.map(contactRef);
      const inside = refs.filter((ref) => own.has(ref)).slice(0, MOST_CARRIERS);
      const outside = refs.filter((ref) => !own.has(ref)).slice(0, MOST_CARRIERS);
      for (const one of inside) for (const other of outside) pairs.push([one, other]);
    }
    yield;
  }
  return pairs;
}
