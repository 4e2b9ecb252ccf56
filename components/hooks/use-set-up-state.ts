import { readSetUp, type SetUpState, watchSetUp } from '../../lib/storage/set-up-progress';
import { useStored } from './use-stored';

/** How far the set-up has come, kept up to date; `undefined` until it was read once. */
export function useSetUpState(): SetUpState | undefined {
  return useStored(readSetUp, watchSetUp)?.stored;
}
