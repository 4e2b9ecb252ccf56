import type { Contact } from '../model/contact';
import { type ContactRef, contactRef } from '../model/ids';
import type { LinkRow } from '../model/link';
import type { ContactGroups } from './contact-groups';
import { pairKey } from './decisions';
import type { Evidence } from './evidence';
import type { Carriers } from './join-contacts';
import type { Separation } from './separation';

/** Two contacts (each as `contactRef`) that something would join, and what keeps them apart. */
export interface Conflict {
  one: ContactRef;
  other: ContactRef;
  /** The two who must not meet; absent where it is unclear with which of them the others belong. */
  apart?: { one: ContactRef; other: ContactRef; why: Separation } | undefined;
  /** What would join them, a person's word included. */
  evidence: Evidence[];
}

/** More carriers of one identifier are not told apart from each other in words. */
const MOST_CARRIERS = 12;

interface ResolvedGroups {
  members: readonly Contact[];
  own: ReadonlySet<ContactRef>;
  words: readonly LinkRow[];
  groups: ContactGroups;
  carriersOf(contact: Contact): Carriers[];
  proofOf(one: ContactRef, other: ContactRef): Evidence[];
}

/** What would join others with a person, and did not. */
export function conflictsOf(resolved: ResolvedGroups): Conflict[] {
  const { own, groups, proofOf } = resolved;
  const pairs = new Map<string, [ContactRef, ContactRef]>();
  for (const [one, other] of [...saidButApart(resolved), ...provenButApart(resolved)]) {
    const key = pairKey(one, other);
    if (own.has(one) !== own.has(other) && !pairs.has(key)) pairs.set(key, [one, other]);
  }
  return [...pairs.values()].map(([one, other]) => {
    const apart = groups.apart(one, other);
    return { one, other, apart, evidence: proofOf(one, other) };
  });
}

function saidButApart({ words }: ResolvedGroups): [ContactRef, ContactRef][] {
  return words.flatMap(({ a, b, verdict }) => (verdict === 'same' ? [[a, b]] : []));
}

function provenButApart({ members, own, carriersOf }: ResolvedGroups): [ContactRef, ContactRef][] {
  const seen = new Set<Carriers>();
  return members.flatMap((member) =>
    carriersOf(member).flatMap((carriers): [ContactRef, ContactRef][] => {
      if (seen.has(carriers)) return [];
      seen.add(carriers);
      const refs = carriers.contacts.map(contactRef);
      const inside = refs.filter((ref) => own.has(ref)).slice(0, MOST_CARRIERS);
      const outside = refs.filter((ref) => !own.has(ref)).slice(0, MOST_CARRIERS);
      return inside.flatMap((one) =>
        outside.map((other): [ContactRef, ContactRef] => [one, other]),
      );
    }),
  );
}
