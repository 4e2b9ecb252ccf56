import type { Coverage, CoverageReason, CoverageState } from '../model/coverage';

/** How coverage looks at a glance; never shown by colour alone. */
export type CoverageTone = 'good' | 'partial' | 'bad' | 'neutral' | 'busy';

const shortByState: Readonly<Record<CoverageState, string>> = {
  complete: 'Complete',
  partial: 'Partial',
  captured: 'Captured',
  'not-found': 'Not found',
  'unknown-identity': 'Unknown',
  unauthorised: 'No access',
  limited: 'On hold',
  unreachable: 'Failed',
  'not-connected': 'Connect',
};

const shortByReason: Readonly<Partial<Record<CoverageReason, string>>> = {
  'wrong-key': 'Bad key',
  'expired-key': 'Expired',
  'no-secret': 'No key',
  'keys-locked': 'Locked',
  timeout: 'Too slow',
  offline: 'Offline',
  'server-error': 'Error',
};

/** One or two words, short enough for a tile. */
export function shortWord(coverage: Coverage): string {
  const isFailure = coverage.state === 'unauthorised' || coverage.state === 'unreachable';
  const byReason = coverage.reason === undefined ? undefined : shortByReason[coverage.reason];
  if (coverage.wholeAsOf !== undefined) return shortByState.complete;
  return (isFailure ? byReason : undefined) ?? shortByState[coverage.state];
}

const tones: Readonly<Record<CoverageState, CoverageTone>> = {
  complete: 'good',
  partial: 'partial',
  captured: 'partial',
  'not-found': 'neutral',
  'unknown-identity': 'neutral',
  unauthorised: 'bad',
  limited: 'partial',
  unreachable: 'bad',
  'not-connected': 'neutral',
};

/** Settled coverage only: whether the worker is busy is not in it. */
export function toneOf(coverage: Coverage): CoverageTone {
  if (coverage.state === 'complete' && coverage.dropped > 0) return 'partial';
  if (coverage.wholeAsOf !== undefined) return 'good';
  return tones[coverage.state];
}
