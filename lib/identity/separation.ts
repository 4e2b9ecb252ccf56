import type { Contact } from '../model/contact';
import { type ContactRef, contactRef } from '../model/ids';
import type { LinkRow } from '../model/link-decision';
import { pairKey } from './decisions';
import { type IdentityRules, idSpaceOf, provingIdentifiers } from './distinctive-identifiers';

/** Why two contacts may not be in one person. */
export type Separation =
  /** Both carry external ids of one system, and they have none in common. */
  { kind: 'different-ids' } | { kind: 'decision'; decision: LinkRow };

/** The external ids of a contact that distinguish one human from another, and the space in which they do. */
export interface TellingIds {
  /** `idSpaceOf`. */
  space: string;
  ids: ReadonlySet<string>;
  /** The ids as one string: the same for the same ids. */
  key: string;
}

/** The distinguishing ids of a contact; `undefined` where it has none. */
export function tellingIds(contact: Contact, rules: IdentityRules): TellingIds | undefined {
  const ids = provingIdentifiers(contact, rules).flatMap(({ identifier: { kind, value } }) =>
    kind === 'external-id' ? [value] : [],
  );
  if (ids.length === 0) return undefined;
  const distinct = new Set(ids.sort());
  return { space: idSpaceOf(contact, rules), ids: distinct, key: JSON.stringify([...distinct]) };
}

/** Whether two sets of ids of one system can belong to one human. */
export function areCompatible(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((id) => other.has(id));
}

/**
 * Whether two contacts must not be joined: both carry external ids of one system (of one connection,
 * where no rule says that several share it), with none in common. Made-up ids keep nobody apart.
 */
export function isVetoed(
  a: Contact,
  b: Contact,
  rules: IdentityRules = { ownDomains: [] },
): boolean {
  const [one, other] = [tellingIds(a, rules), tellingIds(b, rules)];
  if (one === undefined || other === undefined || one.space !== other.space) return false;
  return !areCompatible(one.ids, other.ids);
}

/** What keeps contacts apart, looked up for pairs and for whole groups. */
export interface Separations {
  /** What keeps two apart, if anything. */
  between(one: ContactRef, other: ContactRef): Separation | undefined;
  idsOf(ref: ContactRef): TellingIds | undefined;
  /** The contacts that a decision separates from a contact. */
  partedFrom(ref: ContactRef): readonly ContactRef[];
  /** Whether a decision keeps these two together, whatever their ids say. */
  saidSame(one: ContactRef, other: ContactRef): boolean;
}

/**
 * What keeps contacts apart: a decision about exactly these two outweighs what the ids say, in either
 * direction. Works in small steps.
 */
export function* separationsAmong(
  contacts: readonly Contact[],
  byPair: ReadonlyMap<string, LinkRow>,
  rules: IdentityRules,
): Generator<void, Separations, void> {
  const ids = new Map<ContactRef, TellingIds | undefined>();
  for (const each of contacts) {
    ids.set(contactRef(each), tellingIds(each, rules));
    yield;
  }
  const parted = new Map<ContactRef, ContactRef[]>();
  const part = (one: ContactRef, other: ContactRef) => {
    const known = parted.get(one);
    if (known === undefined) parted.set(one, [other]);
    else known.push(other);
  };
  for (const { a, b, verdict } of byPair.values()) {
    if (verdict === 'same') continue;
    part(a, b);
    part(b, a);
  }
  const said = (one: ContactRef, other: ContactRef) =>
    byPair.size === 0 ? undefined : byPair.get(pairKey(one, other));
  return {
    between: (one, other) => {
      const decision = said(one, other);
      if (decision?.verdict === 'same') return undefined;
      if (decision !== undefined) return { kind: 'decision', decision };
      const [a, b] = [ids.get(one), ids.get(other)];
      if (a === undefined || b === undefined || a.space !== b.space) return undefined;
      return areCompatible(a.ids, b.ids) ? undefined : { kind: 'different-ids' };
    },
    idsOf: (ref) => ids.get(ref),
    partedFrom: (ref) => parted.get(ref) ?? [],
    saidSame: (one, other) => said(one, other)?.verdict === 'same',
  };
}
