import { useEffect, useState } from 'react';
import { readSetUp, type SetUpState, watchSetUp } from '../../lib/storage/set-up';

/** How far the set-up has come, kept up to date; `undefined` until it was read once. */
export function useSetUpState(): SetUpState | undefined {
  const [state, setState] = useState<SetUpState>();
  useEffect(() => {
    let isWanted = true;
    const keep = (stored: SetUpState) => {
      if (isWanted) setState(stored);
    };
    const stop = watchSetUp(keep);
    void readSetUp().then(keep);
    return () => {
      isWanted = false;
      stop();
    };
  }, []);
  return state;
}
