import { useEffect, useState } from 'react';
import type { MembraneAccountState } from '../../lib/model/membrane-account';
import { readMembraneAccount, watchMembraneAccount } from '../../lib/storage/membrane-account';

/** Who is signed in to Membrane, kept up to date: `undefined` until read, `none` when nobody is. */
export function useMembraneAccount(): MembraneAccountState | 'none' | undefined {
  const [account, setAccount] = useState<MembraneAccountState | 'none'>();
  useEffect(() => {
    let isWanted = true;
    const keep = (state: MembraneAccountState | undefined) => {
      if (isWanted) setAccount(state ?? 'none');
    };
    const stop = watchMembraneAccount(keep);
    void readMembraneAccount().then(keep);
    return () => {
      isWanted = false;
      stop();
    };
  }, []);
  return account;
}
