import type { ContactRef } from '../model/ids';
import { areCompatible, type Separation, type Separations } from './separation';

/** Contacts (by `contactRef`) joined so far, with what keeps them apart from others. */
export interface ContactGroup {
  readonly members: Set<ContactRef>;
  /** The contacts that a decision separates from a member. */
  readonly parted: ContactRef[];
  /** By id space (`idSpaceOf`): the members that carry ids of it, by those ids (`TellingIds.key`). */
  readonly ids: Map<string, Map<string, ContactRef[]>>;
}

/** Who is joined with whom; grows only by joining. Joining n contacts takes about n steps. */
export class ContactGroups {
  readonly #groupOf = new Map<ContactRef, ContactGroup>();

  constructor(
    refs: Iterable<ContactRef>,
    private readonly separations: Separations,
  ) {
    for (const ref of refs) this.of(ref);
  }

  /** Every contact joined with this one, itself included. */
  of(ref: ContactRef): ContactGroup {
    const known = this.#groupOf.get(ref);
    if (known !== undefined) return known;
    const ids = this.separations.idsOf(ref);
    const group: ContactGroup = {
      members: new Set([ref]),
      parted: [...this.separations.partedFrom(ref)],
      ids: new Map(ids && [[ids.space, new Map([[ids.key, [ref]]])]]),
    };
    this.#groupOf.set(ref, group);
    return group;
  }

  join(one: ContactRef, other: ContactRef): void {
    const groups = [this.of(one), this.of(other)];
    const [taken, kept] = groups.sort((a, b) => a.members.size - b.members.size);
    if (kept === undefined || taken === undefined || kept === taken) return;
    for (const ref of taken.members) {
      kept.members.add(ref);
      this.#groupOf.set(ref, kept);
    }
    kept.parted.push(...taken.parted);
    for (const [space, byKey] of taken.ids) {
      const known = kept.ids.get(space) ?? new Map<string, ContactRef[]>();
      for (const [key, refs] of byKey) {
        const all = known.get(key);
        if (all === undefined) known.set(key, refs);
        else for (const ref of refs) all.push(ref);
      }
      kept.ids.set(space, known);
    }
  }

  /** Whether something keeps a member of the one group apart from one of the other. */
  areApart(one: ContactGroup, other: ContactGroup): boolean {
    if (one === other) return false;
    const [fewer, more] = one.parted.length <= other.parted.length ? [one, other] : [other, one];
    if (fewer.parted.some((ref) => more.members.has(ref))) return true;
    return [...one.ids].some(([space, left]) => {
      const right = other.ids.get(space);
      return right !== undefined && this.#conflict(left, right);
    });
  }

  #conflict(left: Map<string, ContactRef[]>, right: Map<string, ContactRef[]>): boolean {
    for (const [key, refs] of left) {
      for (const [otherKey, others] of right) {
        if (key === otherKey || this.#areAlike(refs[0], others[0])) continue;
        // A decision may keep two together in spite of their ids, but will hardly do so for all of them.
        if (refs.some((a) => others.some((b) => !this.separations.saidSame(a, b)))) return true;
      }
    }
    return false;
  }

  #areAlike(one: ContactRef | undefined, other: ContactRef | undefined): boolean {
    const [a, b] = [one, other].map((ref) => ref && this.separations.idsOf(ref));
    return a !== undefined && b !== undefined && areCompatible(a.ids, b.ids);
  }

  /** The two contacts that keep these groups apart, and why; the given two themselves where possible. */
  apart(
    one: ContactRef,
    other: ContactRef,
  ): { one: ContactRef; other: ContactRef; why: Separation } | undefined {
    const own = this.separations.between(one, other);
    if (own !== undefined) return { one, other, why: own };
    if (!this.areApart(this.of(one), this.of(other))) return undefined;
    for (const left of [...this.of(one).members].sort()) {
      for (const right of [...this.of(other).members].sort()) {
        const why = this.separations.between(left, right);
        if (why !== undefined) return { one: left, other: right, why };
      }
    }
    return undefined;
  }
}
