import type { Contact, Identifier } from '../model/contact';
import { type ContactRef, contactRef } from '../model/ids';
import type { LinkRow } from '../model/link';
import { type Bond, ContactGroups, onPathsBetween } from './contact-groups';
import { latestDecisionFirst } from './decisions';
import {
  distinctiveIdentifiers,
  type IdentityRules,
  isProofBetween,
} from './distinctive-identifiers';
import { identifierKey } from './identifiers';
import type { Separation } from './separation';

/** A bond that did not join, and what stood in the way. */
export interface RefusedBond extends Bond {
  /** The two who must not meet; absent where it is unclear with which of them the others belong. */
  apart?: { one: ContactRef; other: ContactRef; why: Separation } | undefined;
}

export type AreApart = (one: ContactRef, other: ContactRef) => Separation | undefined;

const strongestFirst: readonly Identifier['kind'][] = ['external-id', 'email', 'phone'];

/**
 * Joins contacts by what people said, the latest word first, then by evidence, the strongest first.
 * Two who are kept apart never get into one group, whoever would stand between them. Evidence that
 * pulls a contact to two who are apart joins it with neither. The order of the input is irrelevant.
 */
export function joinContacts(
  contacts: readonly Contact[],
  decisions: readonly LinkRow[],
  rules: IdentityRules,
  areApart: AreApart,
): { groups: ContactGroups; refused: RefusedBond[] } {
  const groups = new ContactGroups([
    ...contacts.map(contactRef),
    ...decisions.flatMap(({ a, b }) => [a, b]),
  ]);
  const refused = joinByHand(groups, decisions, areApart);
  for (const kind of strongestFirst) {
    refused.push(...joinByEvidence(groups, bondsOf(contacts, rules, kind), areApart));
  }
  return { groups, refused };
}

function joinByHand(
  groups: ContactGroups,
  decisions: readonly LinkRow[],
  areApart: AreApart,
): RefusedBond[] {
  const refused: RefusedBond[] = [];
  for (const { a, b } of decisions.filter(saysSame).sort(latestDecisionFirst)) {
    const bond = { one: a, other: b };
    const pair = groups.apart(a, b, isApart(areApart));
    if (pair === undefined) groups.join(a, b);
    else refused.push(refusal(bond, pair, areApart));
  }
  return refused;
}

function joinByEvidence(
  groups: ContactGroups,
  bonds: readonly { bond: Bond; carriers: ContactRef[] }[],
  areApart: AreApart,
): RefusedBond[] {
  const meetApart = ({ one, other }: Bond) => groups.apart(one, other, isApart(areApart));
  const refused: RefusedBond[] = [];
  const clear: Bond[] = [];
  for (const { bond, carriers } of bonds) {
    if (groups.areTogether(bond.one, bond.other)) continue;
    const pair = meetApart(bond);
    if (pair !== undefined) refused.push(refusal(bond, pair, areApart));
    else if (isTorn(bond, carriers, meetApart)) refused.push(bond);
    else clear.push(bond);
  }
  return [...refused, ...joinUntorn(clear, groups, areApart)];
}

/** Joins all these at once, but for those that lie between two who are apart. */
function joinUntorn(bonds: readonly Bond[], groups: ContactGroups, areApart: AreApart): Bond[] {
  const torn = onPathsBetween(bonds, groups, isApart(areApart));
  for (const bond of bonds) if (!torn.has(bond)) groups.join(bond.one, bond.other);
  return [...torn].filter(({ one, other }) => !groups.areTogether(one, other));
}

/** Whether a third one with the same identifier may be joined with only one of the two. */
function isTorn(
  { one, other }: Bond,
  carriers: readonly ContactRef[],
  meetApart: (bond: Bond) => unknown,
): boolean {
  return carriers.some(
    (third) =>
      (meetApart({ one, other: third }) === undefined) !==
      (meetApart({ one: other, other: third }) === undefined),
  );
}

/** Every two contacts that share a distinctive identifier of this kind. */
function bondsOf(
  contacts: readonly Contact[],
  rules: IdentityRules,
  kind: Identifier['kind'],
): { bond: Bond; carriers: ContactRef[] }[] {
  const byKey = new Map<string, { identifier: Identifier; carriers: Contact[] }>();
  for (const contact of contacts) {
    for (const identifier of distinctiveIdentifiers(contact, rules)) {
      if (identifier.kind !== kind) continue;
      const key = identifierKey(identifier);
      const known = byKey.get(key) ?? { identifier, carriers: [] };
      if (!known.carriers.includes(contact)) known.carriers.push(contact);
      byKey.set(key, known);
    }
  }
  return [...byKey.values()].flatMap(({ identifier, carriers }) =>
    pairsOf(carriers)
      .filter(([one, other]) => isProofBetween(identifier, one, other))
      .map(([one, other]) => ({
        bond: { one: contactRef(one), other: contactRef(other) },
        carriers: carriers.map(contactRef),
      })),
  );
}

function pairsOf(contacts: readonly Contact[]): [Contact, Contact][] {
  return contacts.flatMap((one, index) =>
    contacts.slice(index + 1).map((other): [Contact, Contact] => [one, other]),
  );
}

function refusal(
  bond: Bond,
  [one, other]: [ContactRef, ContactRef],
  areApart: AreApart,
): RefusedBond {
  const why = areApart(one, other);
  return { ...bond, apart: why && { one, other, why } };
}

function isApart(areApart: AreApart): (one: ContactRef, other: ContactRef) => boolean {
  return (one, other) => areApart(one, other) !== undefined;
}

function saysSame({ verdict }: LinkRow): boolean {
  return verdict === 'same';
}
