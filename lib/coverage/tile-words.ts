import { t } from '@lingui/core/macro';
import type { Coverage, CoverageReason, CoverageState } from '../model/coverage';

/** How coverage looks at a glance; never shown by colour alone. */
export type CoverageTone = 'good' | 'partial' | 'bad' | 'neutral' | 'busy';

function shortByState(state: CoverageState): string {
  switch (state) {
    case 'complete':
      return t({ message: 'Complete', context: 'tile of a helpdesk' });
    case 'partial':
      return t({ message: 'Partial', context: 'tile of a helpdesk' });
    case 'captured':
      return t({ message: 'Captured', context: 'tile of a helpdesk' });
    case 'not-found':
      return t({ message: 'Not found', context: 'tile of a helpdesk' });
    case 'unknown-identity':
      return t({ message: 'Unknown', context: 'tile of a helpdesk' });
    case 'unauthorised':
      return t({ message: 'No access', context: 'tile of a helpdesk' });
    case 'limited':
      return t({ message: 'On hold', context: 'tile of a helpdesk' });
    case 'unreachable':
      return t({ message: 'Failed', context: 'tile of a helpdesk' });
    case 'not-connected':
      return t({ message: 'Connect', context: 'tile of a helpdesk' });
  }
}

function shortByReason(reason: CoverageReason | undefined): string | undefined {
  switch (reason) {
    case 'wrong-key':
      return t({ message: 'Bad key', context: 'tile of a helpdesk' });
    case 'expired-key':
      return t({ message: 'Expired', context: 'tile of a helpdesk' });
    case 'no-secret':
      return t({ message: 'No key', context: 'tile of a helpdesk' });
    case 'keys-locked':
      return t({ message: 'Locked', context: 'tile of a helpdesk' });
    case 'timeout':
      return t({ message: 'Too slow', context: 'tile of a helpdesk' });
    case 'offline':
      return t({ message: 'Offline', context: 'tile of a helpdesk' });
    case 'server-error':
      return t({ message: 'Error', context: 'tile of a helpdesk' });
    default:
      return undefined;
  }
}

/** One or two words, short enough for a tile. */
export function shortWord(coverage: Coverage): string {
  const isFailure = coverage.state === 'unauthorised' || coverage.state === 'unreachable';
  if (coverage.wholeAsOf !== undefined) return shortByState('complete');
  return (isFailure ? shortByReason(coverage.reason) : undefined) ?? shortByState(coverage.state);
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
