import type { Groups } from './groups';
import type { Bond } from './joining';

/**
 * Those of `bonds` that lie on a way between two groups that must not meet: joining them all would
 * bring the two together, and nothing tells which one is wrong.
 */
export function onPathsBetween(
  bonds: readonly Bond[],
  groups: Groups,
  areApart: (one: string, other: string) => boolean,
): Set<Bond> {
  const torn = new Set<Bond>();
  const heads = headsOf(bonds, groups);
  for (const [index, one] of heads.entries()) {
    const near = reach(one, bonds, groups);
    for (const other of heads.slice(index + 1)) {
      if (!near.has(groups.of(other)) || groups.apart(one, other, areApart) === undefined) continue;
      for (const bond of bonds) if (isBetween(bond, one, other, bonds, groups)) torn.add(bond);
    }
  }
  return torn;
}

/** One contact for each group that the bonds touch. */
function headsOf(bonds: readonly Bond[], groups: Groups): string[] {
  const heads = new Map<ReadonlySet<string>, string>();
  for (const ref of bonds.flatMap(({ one, other }) => [one, other])) {
    if (!heads.has(groups.of(ref))) heads.set(groups.of(ref), ref);
  }
  return [...heads.values()];
}

function isBetween(
  bond: Bond,
  start: string,
  end: string,
  bonds: readonly Bond[],
  groups: Groups,
): boolean {
  const rest = bonds.filter((each) => each !== bond && !isParallel(each, bond, groups));
  const fromStart = reach(start, rest, groups);
  const fromEnd = reach(end, rest, groups);
  const [one, other] = [groups.of(bond.one), groups.of(bond.other)];
  return (fromStart.has(one) && fromEnd.has(other)) || (fromStart.has(other) && fromEnd.has(one));
}

function isParallel(a: Bond, b: Bond, groups: Groups): boolean {
  const ends = [groups.of(b.one), groups.of(b.other)];
  return ends.includes(groups.of(a.one)) && ends.includes(groups.of(a.other));
}

/** The groups that the bonds connect with one contact's group, itself included. */
function reach(start: string, bonds: readonly Bond[], groups: Groups): Set<ReadonlySet<string>> {
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
