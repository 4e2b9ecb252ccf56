import type { Allowance } from '../../http/allowance';
import { type KeptAllowance, writeAllowance } from '../../storage/allowances';
import { runInBackground } from '../run-in-background';

/** How long (ms) the stored number of requests left stays before it is written again. */
const allowanceStepMs = 5_000;

/**
 * Keeps how many requests each connection has left. Each answer reports the number; the first of a burst is
 * written at once, and what the last one said as soon as the next may be written.
 */
export function throttledAllowances(): (connectionId: string, allowance: Allowance) => void {
  /** What came last since the last write, by connection; `undefined` where nothing did. */
  const waiting = new Map<string, KeptAllowance | undefined>();
  const write = (connectionId: string, told: KeptAllowance): void => {
    waiting.set(connectionId, undefined);
    runInBackground('requests left', () => writeAllowance(connectionId, told));
    setTimeout(() => {
      const last = waiting.get(connectionId);
      waiting.delete(connectionId);
      if (last !== undefined) write(connectionId, last);
    }, allowanceStepMs);
  };
  return (connectionId, allowance) => {
    const told = { ...allowance, at: Date.now() };
    if (waiting.has(connectionId)) waiting.set(connectionId, told);
    else write(connectionId, told);
  };
}
