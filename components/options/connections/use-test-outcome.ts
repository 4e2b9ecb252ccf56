import { useState } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { AttemptOutcome } from './test-or-save';

/**
 * What a test of a stored connection said, and how to keep it: until the connection was saved, or was found to
 * fail or to work again, as the test is no longer true then.
 */
export function useTestOutcome({
  health: { checkedAt = 0 },
}: Connection): [AttemptOutcome | undefined, (outcome: AttemptOutcome | undefined) => void] {
  const [last, setLast] = useState<{
    outcome: AttemptOutcome | undefined;
    at: number;
    known: number;
  }>();
  // What was known already is nothing new, also where the clock was ahead then.
  const isTrue = last !== undefined && (checkedAt <= last.at || checkedAt === last.known);
  return [
    isTrue ? last.outcome : undefined,
    (outcome) => setLast({ outcome, at: Date.now(), known: checkedAt }),
  ];
}
