import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conflictingTies, type Tie } from '../../../lib/identity/conflicting-ties';

interface Node {
  name: string;
}

/** Up to seven groups tied to five hubs, ids of one system in some, and words that part two. */
const nets = fc.record({
  ties: fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(4)), {
    minLength: 1,
    maxLength: 14,
    selector: String,
  }),
  ids: fc.array(fc.constantFrom(undefined, undefined, 'x', 'y', 'z'), {
    minLength: 7,
    maxLength: 7,
  }),
  words: fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 2, selector: String }),
});

type NodeTie = Tie<Node, Node>;

/** Every tie on a way from one to the other that passes nothing twice, by trying all. */
function tiesOnWays(ties: readonly NodeTie[], start: Node, end: Node): NodeTie[] {
  const walk = (node: Node, way: NodeTie[], passed: readonly Node[]): NodeTie[] => {
    if (node === end) return way;
    return ties
      .filter((tie) => tie.group === node || tie.hub === node)
      .map((tie) => ({ tie, next: tie.group === node ? tie.hub : tie.group }))
      .filter(({ next }) => !passed.includes(next))
      .flatMap(({ tie, next }) => walk(next, [...way, tie], [...passed, next]));
  };
  return walk(start, [], [start]);
}

/** The nodes and ties that the numbers of a net stand for. */
function built({ ties: pairs, ids, words }: NonNullable<ReturnType<typeof sample>>) {
  const groups = ids.map((_id, index): Node => ({ name: `g${index}` }));
  const hubs = Array.from({ length: 5 }, (_none, index): Node => ({ name: `h${index}` }));
  const ties = pairs.flatMap(([g, h]) => {
    const [group, hub] = [groups[g], hubs[h]];
    return group === undefined || hub === undefined ? [] : [{ group, hub }];
  });
  const idOf = (group: Node) => ids[groups.indexOf(group)];
  const numbers = (one: Node, other: Node) => [groups.indexOf(one), groups.indexOf(other)];
  const isParted = (one: Node, other: Node) =>
    one !== other && words.some((word) => numbers(one, other).every((each) => word.includes(each)));
  const isApart = (one: Node, other: Node) => {
    const [a, b] = [idOf(one), idOf(other)];
    return (a !== undefined && b !== undefined && a !== b) || isParted(one, other);
  };
  return { groups, ties, idOf, isParted, isApart };
}

function sample() {
  return fc.sample(nets, 1)[0];
}

test('exactly the ties on a way between two who are apart are in conflict', () => {
  fc.assert(
    fc.property(nets, (net) => {
      const { groups, ties, idOf, isParted, isApart } = built(net);
      const conflicting = conflictingTies(ties, {
        spacesOf: (group) => (idOf(group) === undefined ? [] : ['crm']),
        isContested: (_space, all) => new Set(all.map(idOf)).size > 1,
        partedFrom: (group) => groups.filter((other) => isParted(group, other)),
      });
      const expected = groups.flatMap((one) =>
        groups
          .filter((other) => one !== other && isApart(one, other))
          .flatMap((other) => tiesOnWays(ties, one, other)),
      );
      const names = (all: Iterable<NodeTie>) =>
        [...new Set(all)].map(({ group, hub }) => `${group.name}-${hub.name}`).sort();
      expect(names(conflicting)).toEqual(names(expected));
    }),
    { numRuns: 1_500 },
  );
});
