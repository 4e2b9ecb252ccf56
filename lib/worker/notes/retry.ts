import { LONGEST_REST_MS } from '../../http/retry';
import { isNotFound, TransportError } from '../../http/transport-error';
import type { ReplicaRow } from '../../model/note';
import { NoteProblem } from '../../platforms/contract/notes';
import { coverageOfFailure } from '../failure-coverage';

/** Pause after the first failure; each further one doubles it, up to the longest (ms). */
const firstPauseMs = 30_000;

/** How often in a row something is retried automatically; much less often if each try made a write. */
const mostAttempts = 60;
const mostMoves = 6;

type Outcome = Pick<ReplicaRow, 'state' | 'reason' | 'retryAt' | 'attempts'>;

/**
 * What a failure means for a replica. Trouble of the moment is retried automatically, later each
 * time, never before the platform allows and not forever; a missing right or contact waits for somebody to
 * change that; anything else the platform refuses is given up until somebody retries.
 */
export function outcomeOfFailure(error: unknown, before: ReplicaRow, now: number): Outcome {
  const attempts = (before.attempts ?? 0) + 1;
  const pause = Math.min(firstPauseMs * 2 ** (attempts - 1), LONGEST_REST_MS);
  if (error instanceof NoteProblem) {
    if (error.reason !== 'moved') {
      return blocked(error.reason);
    }
    return attempts < mostMoves
      ? { state: 'retrying', reason: 'moved', retryAt: now + pause, attempts }
      : { state: 'failed', reason: 'moved', retryAt: undefined, attempts };
  }
  const { state, reason, retryAt = 0 } = coverageOfFailure(error, now);
  if (state === 'unauthorised') return blocked(reason);
  if (isNotFound(error)) return blocked('contact-gone');
  if (error instanceof TransportError && error.failure === 'refused') {
    return { state: 'failed', reason: 'refused', retryAt: undefined, attempts };
  }
  if (attempts >= mostAttempts) return { state: 'failed', reason, retryAt: undefined, attempts };
  return { state: 'retrying', reason, retryAt: Math.max(now + pause, retryAt), attempts };
}

/** It waits for somebody, however often it is looked at meanwhile: that is no failure in a row. */
function blocked(reason: ReplicaRow['reason']): Outcome {
  return { state: 'blocked', reason, retryAt: undefined, attempts: undefined };
}

/** Of these it is known that they are over once a contact's notes could be read; a right may be for reading only. */
const overOnceRead: ReadonlySet<string> = new Set([
  'contact-gone',
  'permission-missing',
  'no-secret',
  'keys-locked',
  'relay-signed-out',
  'relay-unproven',
]);

/** Whether what a copy waits for is there, now that the notes of its contact could be read. */
export function isOverOnceRead({ state, reason }: Pick<ReplicaRow, 'state' | 'reason'>): boolean {
  return state === 'blocked' && overOnceRead.has(reason ?? '');
}

/** Whether a failure speaks of one note rather than of the whole connection. */
export function isAboutOneNote(error: unknown): boolean {
  if (error instanceof NoteProblem) return error.reason === 'no-room';
  return error instanceof TransportError && ['not-found', 'refused'].includes(error.failure);
}
