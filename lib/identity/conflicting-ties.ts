/** Connects a group of contacts with what several groups have in common. */
export interface Tie<Group, Hub> {
  group: Group;
  hub: Hub;
}

/** What keeps groups apart, as far as it matters where the paths between them lead. */
export interface KeptApart<Group> {
  /** The id spaces in which a group carries ids. */
  spacesOf(group: Group): Iterable<string>;
  /** Whether some two of these groups, which carry ids of this space, must be kept apart. */
  isContested(space: string, groups: readonly Group[]): boolean;
  /** The groups that a decision separates from a group. */
  partedFrom(group: Group): readonly Group[];
}

/**
 * The ties on a path between two groups that must be kept apart: all of them together would bring the two
 * together, and nothing shows which tie is wrong. A path passes no group twice, so
 * ties that only branch off from it are not among them. Takes about as many steps as there are ties.
 */
export function conflictingTies<Group extends object, Hub extends object>(
  ties: readonly Tie<Group, Hub>[],
  apart: KeptApart<Group>,
): Set<Tie<Group, Hub>> {
  const net = new Net(ties, apart);
  for (const { group } of ties) net.explore(group);
  return net.conflicting;
}

/** What lies behind a node, seen from the nodes that were reached before. */
interface Behind {
  /** How many groups with ids, by contested space. */
  ids: Map<string, number>;
  /** Decisions that separate a group in here from one outside (each as the key of the two). */
  words: Set<string>;
}

interface Visit {
  node: object;
  /** The tie by which it was reached. */
  via: number | undefined;
  /** The next of its ties to look at. */
  next: number;
}

/** A walk in progress: where it is, and what it met since the last complete block. */
interface Walk {
  path: Visit[];
  nodes: object[];
  ties: number[];
}

/** Groups and hubs with the ties between them, taken apart into blocks (Hopcroft and Tarjan). */
class Net<Group extends object, Hub extends object> {
  readonly conflicting = new Set<Tie<Group, Hub>>();
  readonly #tiesOf = new Map<object, number[]>();
  readonly #order = new Map<object, number>();
  readonly #low = new Map<object, number>();
  readonly #behind = new Map<object, Behind>();
  readonly #numbers = new Map<Group, number>();

  constructor(
    private readonly ties: readonly Tie<Group, Hub>[],
    private readonly apart: KeptApart<Group>,
  ) {
    for (const [index, { group, hub }] of ties.entries()) {
      if (!this.#numbers.has(group)) this.#numbers.set(group, this.#numbers.size);
      for (const node of [group, hub]) {
        const known = this.#tiesOf.get(node);
        if (known === undefined) this.#tiesOf.set(node, [index]);
        else known.push(index);
      }
    }
  }

  /** Finds the conflicting ties of all that is connected with this group, unless that was done before. */
  explore(start: Group): void {
    if (this.#order.has(start)) return;
    const groups = this.#groupsAround(start);
    const total = this.#contest(groups);
    if (total !== undefined) this.#walk(start, total);
    else for (const group of groups) this.#order.set(group, 0);
  }

  #groupsAround(start: Group): Group[] {
    const seen = new Set<object>([start]);
    const groups = new Set<Group>([start]);
    for (const node of seen) {
      for (const index of this.#tiesOf.get(node) ?? []) {
        const { group, hub } = this.#tie(index);
        seen.add(hub).add(group);
        groups.add(group);
      }
    }
    return [...groups];
  }

  /** Records which groups in here are apart from each other; `undefined` when none are. */
  #contest(groups: readonly Group[]): Behind['ids'] | undefined {
    const bySpace = new Map<string, Group[]>();
    const here = new Set(groups);
    let isContested = false;
    for (const group of groups) {
      for (const space of this.apart.spacesOf(group)) {
        const known = bySpace.get(space);
        if (known === undefined) bySpace.set(space, [group]);
        else known.push(group);
      }
      const words = this.apart.partedFrom(group).filter((other) => here.has(other));
      const keys = words.map((other) => this.#wordKey(group, other));
      this.#behind.set(group, { ids: new Map(), words: new Set(keys) });
      isContested ||= keys.length > 0;
    }
    const total = new Map<string, number>();
    for (const [space, carriers] of bySpace) {
      if (!this.apart.isContested(space, carriers)) continue;
      total.set(space, carriers.length);
      for (const group of carriers) this.#behind.get(group)?.ids.set(space, 1);
    }
    return isContested || total.size > 0 ? total : undefined;
  }

  #wordKey(one: Group, other: Group): string {
    const numbers = [this.#numbers.get(one) ?? 0, this.#numbers.get(other) ?? 0];
    return numbers.sort((a, b) => a - b).join(' ');
  }

  /** Depth first; a block is complete when nothing behind it leads back past its first node. */
  #walk(start: Group, total: Behind['ids']): void {
    const walk: Walk = { path: [{ node: start, via: undefined, next: 0 }], nodes: [], ties: [] };
    this.#reach(start);
    for (let visit = walk.path.at(-1); visit !== undefined; visit = walk.path.at(-1)) {
      const index = this.#tiesOf.get(visit.node)?.[visit.next];
      visit.next += 1;
      if (index === undefined) this.#leave(visit, walk, total);
      else if (index !== visit.via) this.#follow(visit, index, walk);
    }
  }

  #follow({ node }: Visit, index: number, walk: Walk): void {
    const { group, hub } = this.#tie(index);
    const other = node === group ? hub : group;
    if (!this.#order.has(other)) {
      this.#reach(other);
      walk.path.push({ node: other, via: index, next: 0 });
      walk.nodes.push(other);
      walk.ties.push(index);
    } else if (this.#orderOf(other) < this.#orderOf(node)) {
      this.#lower(node, this.#orderOf(other));
      walk.ties.push(index);
    }
  }

  #leave({ node, via = -1 }: Visit, { path, nodes, ties }: Walk, total: Behind['ids']): void {
    path.pop();
    const parent = path.at(-1)?.node;
    if (parent === undefined) return;
    this.#lower(parent, this.#lowOf(node));
    if (this.#lowOf(node) < this.#orderOf(parent)) return;
    const members = nodes.splice(nodes.lastIndexOf(node));
    const block = ties.splice(ties.lastIndexOf(via));
    this.#close(parent, members, block, total);
  }

  /** The ties of a block conflict when two groups that must be kept apart are on different sides of it. */
  #close(first: object, members: object[], block: number[], total: Behind['ids']): void {
    const sides = members.map((node) => this.#behindOf(node));
    const isConflicting = sides.some(
      ({ ids, words }) =>
        words.size > 0 || [...ids].some(([space, count]) => count < (total.get(space) ?? 0)),
    );
    if (isConflicting) for (const index of block) this.conflicting.add(this.#tie(index));
    const all = this.#behindOf(first);
    for (const { ids, words } of sides) {
      for (const [space, count] of ids) all.ids.set(space, (all.ids.get(space) ?? 0) + count);
      // A decision whose two sides have come together is no longer open.
      for (const word of words) if (!all.words.delete(word)) all.words.add(word);
    }
  }

  #reach(node: object): void {
    this.#order.set(node, this.#order.size);
    this.#low.set(node, this.#orderOf(node));
  }

  #lower(node: object, low: number): void {
    if (low < this.#lowOf(node)) this.#low.set(node, low);
  }

  #orderOf(node: object): number {
    return this.#order.get(node) ?? 0;
  }

  #lowOf(node: object): number {
    return this.#low.get(node) ?? 0;
  }

  #behindOf(node: object): Behind {
    const known = this.#behind.get(node) ?? { ids: new Map(), words: new Set() };
    this.#behind.set(node, known);
    return known;
  }

  #tie(index: number): Tie<Group, Hub> {
    const tie = this.ties[index];
    if (tie === undefined) throw new RangeError('no such tie');
    return tie;
  }
}
