import type { Allowance } from '../../http/allowance';
import { writeAllowance } from '../../storage/allowances';
import { runInBackground } from '../run-in-background';

/** How long (ms) what was told of the requests left stands before it is written again. */
const allowanceStepMs = 5_000;

/**
 * Keeps how many requests each connection has left. Each answer tells; one writing a while shows it well
 * enough.
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
