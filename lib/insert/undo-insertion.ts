import { wait } from '../async/wait';
import { dispatchChangeEvents } from './change-events';
import { wholeText } from './composer-content';
import { focusComposer } from './focus-composer';
import type { InsertionRecord, InsertResult } from './insert-text';
import { takeBack } from './techniques';
import { isBareField } from './visible-text';

/** Editors undo at once or in the task after; a slow one gets this long (ms). */
const SETTLE_MS = 80;

/**
 * Takes exactly one insertion back, if the composer still contains what it did right after it.
 * Anything typed since then is not touched. Throws the signal's reason on abort.
 */
export async function undoInsertion(
  { element, before, after, undo }: InsertionRecord,
  signal: AbortSignal,
): Promise<Exclude<InsertResult, { kind: 'inserted' }> | { kind: 'undone' }> {
  if (!element.isConnected) return { kind: 'refused', reason: 'no-composer' };
  if (wholeText(element) !== after) return { kind: 'refused', reason: 'not-taken' };
  await focusComposer(element, undefined, signal);
  if (wholeText(element) !== after) return { kind: 'refused', reason: 'not-taken' };
  takeBack(element, undo);
  if (isBareField(element)) dispatchChangeEvents(element);
  await wait(SETTLE_MS, signal);
  const now = wholeText(element);
  if (now === before) return { kind: 'undone' };
  return now === after ? { kind: 'refused', reason: 'not-taken' } : { kind: 'doubtful' };
}
