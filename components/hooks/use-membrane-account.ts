import type { MembraneAccountState } from '../../lib/model/membrane-account';
import { readMembraneAccount, watchMembraneAccount } from '../../lib/storage/membrane-account';
import { useStored } from './use-stored';

/** Who is signed in to Membrane, kept up to date: `undefined` until read, `none` when nobody is. */
export function useMembraneAccount(): MembraneAccountState | 'none' | undefined {
  const held = useStored(readMembraneAccount, watchMembraneAccount);
  return held && (held.stored ?? 'none');
}
