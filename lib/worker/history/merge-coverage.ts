import type { Coverage, CoverageState } from '../../model/coverage';

const worstFirst: readonly CoverageState[] = [
  'unauthorised',
  'limited',
  'unreachable',
  'partial',
  'captured',
  'complete',
];

/**
 * What is stored about a person whose contacts on one connection have several histories: the worst of them,
 * since a whole is only as complete as its parts. Dropped items add up; of several partial ones the whole
 * reaches back only as far as the shortest, and one that has more is enough.
 */
export function mergeCoverage(coverages: readonly [Coverage, ...Coverage[]]): Coverage {
  const rank = (coverage: Coverage): number => {
    const index = worstFirst.indexOf(coverage.state);
    // Of several read off a page those count first that are not known to be whole.
    const better = coverage.wholeAsOf !== undefined ? 0.5 : 0;
    return (index === -1 ? worstFirst.length : index) + better;
  };
  const worst = coverages.reduce((a, b) => (rank(b) < rank(a) ? b : a));
  const alike = coverages.filter(({ state }) => state === worst.state);
  const dropped = coverages.reduce((sum, each) => sum + each.dropped, 0);
  if (worst.state !== 'partial' || alike.length === 1) return { ...worst, dropped };
  const sinces = alike.map(({ since }) => since).filter((since) => since !== undefined);
  return {
    ...worst,
    since: sinces.length < alike.length ? undefined : Math.max(...sinces),
    more: alike.some(({ more }) => more === true) ? true : undefined,
    dropped,
  };
}
