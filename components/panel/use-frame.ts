import { database } from '../../lib/storage/database';
import { type Frame, frameTables, readFrame } from '../../lib/storage/panel-queries';
import { useStored } from './use-stored';

/** Everything around the timeline, kept up to date; `undefined` until it was read once. */
export function useFrame(windowId: number): Frame | undefined {
  return useStored({ tables: frameTables(database), read: () => readFrame(database, windowId) }, [
    windowId,
  ]);
}
