import type { Coverage, CoverageState } from '../model/coverage';

const worstFirst: readonly CoverageState[] = [
  'unauthorised',
  'limited',
  'unreachable',
  'partial',
  'captured',
  'complete',
];

/**
 * What is held of a person whose contacts on one connection have several histories: the worst of
 * them, since a whole is only as complete as its parts. Dropped items add up.
 */
export function mergeCoverage(coverages: readonly [Coverage, ...Coverage[]]): Coverage {
  const rank = (coverage: Coverage): number => {
    const place = worstFirst.indexOf(coverage.state);
    return place === -1 ? worstFirst.length : place;
  };
  const worst = coverages.reduce((a, b) => (rank(b) < rank(a) ? b : a));
  // Nothing is missing only from the latest of the moments on.
  const times = coverages.flatMap((each) => each.since ?? []);
  return {
    ...worst,
    since: times.length === 0 ? undefined : Math.max(...times),
    dropped: coverages.reduce((sum, each) => sum + each.dropped, 0),
  };
}
