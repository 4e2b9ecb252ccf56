import { readSettings, type Settings, watchSettings } from '../../lib/storage/settings';
import { useStored } from './use-stored';

/** The settings, kept up to date; `undefined` until they were read once. */
export function useSettings(): Settings | undefined {
  return useStored(readSettings, watchSettings)?.stored;
}
