import type { ContactRef } from '../model/ids';

/** Contacts (by `contactRef`) that were joined so far; grows only by joining. */
export class ContactGroups {
  readonly #groupOf = new Map<ContactRef, Set<ContactRef>>();

  constructor(refs: Iterable<ContactRef>) {
    for (const ref of refs) this.#groupOf.set(ref, new Set([ref]));
  }

  /** Everybody joined with this contact, itself included. */
  of(ref: ContactRef): ReadonlySet<ContactRef> {
    return this.#groupOf.get(ref) ?? new Set([ref]);
  }

  areTogether(one: ContactRef, other: ContactRef): boolean {
    return this.of(one) === this.of(other);
  }

  join(one: ContactRef, other: ContactRef): void {
    const kept = this.#groupOf.get(one);
    const taken = this.#groupOf.get(other);
    if (kept === undefined || taken === undefined || kept === taken) return;
    for (const ref of taken) {
      kept.add(ref);
      this.#groupOf.set(ref, kept);
    }
  }

  /** The first pair between two groups for which `areApart` holds, if any. */
  apart(
    one: ContactRef,
    other: ContactRef,
    areApart: (one: ContactRef, other: ContactRef) => boolean,
  ): [ContactRef, ContactRef] | undefined {
    for (const left of [...this.of(one)].sort()) {
      for (const right of [...this.of(other)].sort()) {
        if (areApart(left, right)) return [left, right];
      }
    }
    return undefined;
  }
}

/** What would join two contacts (each as `contactRef`). */
export interface Bond {
  one: ContactRef;
  other: ContactRef;
}

/**
 * Those of `bonds` that lie on a way between two groups that must not meet: joining them all would
 * bring the two together, and nothing tells which one is wrong.
 */
export function onPathsBetween(
  bonds: readonly Bond[],
  groups: ContactGroups,
  areApart: (one: ContactRef, other: ContactRef) => boolean,
): Set<Bond> {
  const torn = new Set<Bond>();
  const heads = headsOf(bonds, groups);
  for (const [index, one] of heads.entries()) {
    const near = connectedGroups(one, bonds, groups);
    for (const other of heads.slice(index + 1)) {
      if (!near.has(groups.of(other)) || groups.apart(one, other, areApart) === undefined) continue;
      for (const bond of bonds) if (isBetween(bond, [one, other], bonds, groups)) torn.add(bond);
    }
  }
  return torn;
}

/** One contact for each group that the bonds touch. */
function headsOf(bonds: readonly Bond[], groups: ContactGroups): ContactRef[] {
  const heads = new Map<ReadonlySet<ContactRef>, ContactRef>();
  for (const ref of bonds.flatMap(({ one, other }) => [one, other])) {
    if (!heads.has(groups.of(ref))) heads.set(groups.of(ref), ref);
  }
  return [...heads.values()];
}

function isBetween(
  bond: Bond,
  [start, end]: readonly [ContactRef, ContactRef],
  bonds: readonly Bond[],
  groups: ContactGroups,
): boolean {
  const others = bonds.filter((each) => each !== bond && !isParallel(each, bond, groups));
  const fromStart = connectedGroups(start, others, groups);
  const fromEnd = connectedGroups(end, others, groups);
  const [one, other] = [groups.of(bond.one), groups.of(bond.other)];
  return (fromStart.has(one) && fromEnd.has(other)) || (fromStart.has(other) && fromEnd.has(one));
}

function isParallel(a: Bond, b: Bond, groups: ContactGroups): boolean {
  const ends = [groups.of(b.one), groups.of(b.other)];
  return ends.includes(groups.of(a.one)) && ends.includes(groups.of(a.other));
}

/** The groups that the bonds connect with one contact's group, itself included. */
function connectedGroups(
  start: ContactRef,
  bonds: readonly Bond[],
  groups: ContactGroups,
): Set<ReadonlySet<ContactRef>> {
  const reached = new Set([groups.of(start)]);
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { one, other } of bonds) {
      const ends = [groups.of(one), groups.of(other)];
      if (ends.some((end) => reached.has(end))) for (const end of ends) reached.add(end);
    }
  }
  return reached;
}
