import { useLiveQuery } from 'dexie-react-hooks';
import { database } from '../../lib/storage/database';
import { type Frame, readFrame } from '../../lib/storage/panel-queries';

/** Everything around the timeline, kept up to date; `undefined` until it was read once. */
export function useFrame(windowId: number): Frame | undefined {
  return useLiveQuery(() => readFrame(database, windowId), [windowId]);
}
