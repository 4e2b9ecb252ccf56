import { useState } from 'react';
import type { Connection } from '../../lib/model/connection';
import { attempt, newDraftId, type Outcome } from './attempt';
import { patternsOf } from './permissions';

export interface ConnectionTest {
  isRunning: boolean;
  outcome: Outcome | undefined;
  /** From a click handler: the browser may have to ask for permission. */
  run(): void;
}

/** Tests a kept connection with its stored secrets. */
export function useConnectionTest(connection: Connection): ConnectionTest {
  const [isRunning, setIsRunning] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const run = () => {
    const { platform, fields, id } = connection;
    void attempt('options.test', {
      draft: { draftId: newDraftId(), platform, fields, connectionId: id },
      permissions: patternsOf(connection),
      secrets: {},
    }).then((result) => {
      setOutcome(result);
      setIsRunning(false);
    });
    setIsRunning(true);
    setOutcome(undefined);
  };
  return { isRunning, outcome, run };
}
