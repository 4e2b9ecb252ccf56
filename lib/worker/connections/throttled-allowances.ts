import type { Allowance } from '../../http/allowance';
import { writeAllowance } from '../../storage/allowances';
import { runInBackground } from '../run-in-background';

/** How long (ms) the stored number of requests left stays before it is written again. */
const allowanceStepMs = 5_000;

/**
 * Keeps how many requests each connection has left. Each answer reports the number; writing it once in a
 * while is precise enough.
 */
export function throttledAllowances(): (connectionId: string, allowance: Allowance) => void {
  const writtenAt = new Map<string, number>();
  return (connectionId, allowance) => {
    const at = Date.now();
    if (at - (writtenAt.get(connectionId) ?? 0) < allowanceStepMs) return;
    writtenAt.set(connectionId, at);
    runInBackground('requests left', () => writeAllowance(connectionId, { ...allowance, at }));
  };
}
