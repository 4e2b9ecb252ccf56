import { refLines } from '../../lib/model/ids';
import { database } from '../../lib/storage/database';
import { drawnApart, type Followed } from '../../lib/storage/live-query';
import {
  type PanelSnapshot,
  panelSnapshotTables,
  readPanelSnapshot,
} from '../../lib/storage/panel-snapshot';
import { LiveReading, useLiveRead } from '../hooks/use-live-read';
import { beginFirstFeed } from './history/first-feed';
import { panelState } from './panel-state';

/** The panel waits this long (ms) for what it shows first, and is drawn without it then. */
const mostWait = 100;

const begun: { current?: LiveReading<PanelSnapshot> | undefined } = {};

/**
 * Reads what this window's panel will show while the sentences for it are still coming. Fulfilled when there
 * is something to show: of a person, when their newest messages were read as well, so that all of it is
 * drawn at once.
 */
export function beginPanel(windowId: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, mostWait);
    begun.current = new LiveReading(snapshotOf(windowId), ({ value: snapshot }) => {
      const state = snapshot && panelState(snapshot);
      if (snapshot === undefined || state?.kind !== 'person') resolve();
      else beginFirstFeed(state.anchor, refLines(snapshot.contacts), resolve);
    });
  });
}

/** Everything around the timeline, kept up to date; `undefined` until it has been read once. */
export function usePanelSnapshot(windowId: number): PanelSnapshot | undefined {
  return useLiveRead(snapshotOf(windowId), [windowId], begun);
}

function snapshotOf(windowId: number): Followed<PanelSnapshot> {
  return {
    tables: panelSnapshotTables(database),
    read: () => readPanelSnapshot(database, windowId),
    leastApart: drawnApart,
    // Another person is on screen.
    isAwaited: (change) => change.isIn('screens'),
  };
}
