import { t } from '@lingui/core/macro';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { database } from '../../lib/storage/database';
import { drawnApart } from '../../lib/storage/live-query';
import {
  type PanelSnapshot,
  panelSnapshotTables,
  readPanelSnapshot,
} from '../../lib/storage/panel-snapshot';
import { watchReplyRequests } from '../../lib/storage/reply-request';
import { type Hotkey, useHotkey } from '../hooks/use-hotkey';
import { useLiveRead } from '../hooks/use-live-read';
import { useNow } from '../hooks/use-now';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { StorageWait } from '../ui/StorageWait';
import { useFirstFeed } from './history/first-feed';
import { PanelProvider } from './PanelContext';
import { PanelFailure } from './PanelFailure';
import { LaterPart, PersonScreen } from './PersonScreen';
import { anchorOf, type PanelState, panelState } from './panel-state';
import { watchReplyKeys } from './reply-keys';
import { PersonSkeleton } from './Skeletons';
import { useWorkerWatch } from './use-worker-watch';
import { type PanelTab, usePanelView } from './view-store';

// What most visits to a person never need is loaded on demand, so that the timeline comes first.
const LazyNoPersonScreen = lazy(async () => ({
  default: (await import('./NoPersonScreen')).NoPersonScreen,
}));

/** The side panel of one browser window: whatever its front tab shows. */
export function PanelApp({ windowId }: { windowId: number }) {
  return (
    <>
      <main className="h-full">
        <ErrorBoundary fallback={(failure) => <PanelFailure failure={failure} />}>
          <Screen windowId={windowId} />
        </ErrorBoundary>
      </main>
      <Notice />
    </>
  );
}

function Screen({ windowId }: { windowId: number }) {
  // Reads the database: if it does not open, that error appears here as well.
  const snapshot = usePanelSnapshot(windowId);
  useWorkerWatch(windowId, snapshot);
  useReplyRequests(windowId);
  const now = useNow(60_000);
  const tab = usePanelView((view) => view.tab);
  const state = snapshot && panelState(snapshot);
  const isReady = useFirstFeed(
    tab === 'history' && state?.kind === 'person' ? state.anchor : undefined,
    snapshot?.contacts ?? [],
    isWithoutHistory(state, tab),
  );
  const say = usePanelView((view) => view.say);
  const sayWhyNot = useCallback(() => say(stillComing()), [say]);
  useHotkey(insertKey, sayWhyNot, state?.kind === 'identifying' && tab === 'replies');
  if (snapshot === undefined || state === undefined) return <StorageWait />;
  if (!isReady) return null;
  return (
    <PanelProvider windowId={windowId} anchor={anchorOf(state)} snapshot={snapshot}>
      {state.kind === 'person' && <PersonScreen />}
      {state.kind === 'identifying' && <PersonSkeleton name={state.name} />}
      {state.kind !== 'person' && state.kind !== 'identifying' && (
        <Suspense>
          <LazyNoPersonScreen state={state} now={now} />
        </Suspense>
      )}
      <LaterPart part="commands" />
    </PanelProvider>
  );
}

/** What is shown needs no history, and has no need to wait for one. */
function isWithoutHistory(state: PanelState | undefined, tab: PanelTab): boolean {
  if (state === undefined || state.kind === 'starting' || state.kind === 'identifying')
    return false;
  return state.kind !== 'person' || tab !== 'history';
}

const noticeShownFor = 2_200;

/** The panel's latest notice: announced politely by screen readers and shown for a moment. */
export function Notice() {
  const notice = usePanelView((view) => view.notice);
  const [hiddenCount, setHiddenCount] = useState(0);
  const isShown = notice.count > hiddenCount;
  useEffect(() => {
    const timer = setTimeout(
      () => setHiddenCount(notice.count),
      noticeShownFor + notice.text.length * 40,
    );
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-3 bottom-11 z-30 flex justify-center"
    >
      {isShown && (
        <span
          key={notice.count}
          className="appear rounded-md border border-line bg-raised px-2.5 py-1 text-12 shadow-pop"
        >
          {notice.text}
        </span>
      )}
    </div>
  );
}

/** Everything around the timeline, kept up to date; `undefined` until it has been read once. */
function usePanelSnapshot(windowId: number): PanelSnapshot | undefined {
  return useLiveRead(
    {
      tables: panelSnapshotTables(database),
      read: () => readPanelSnapshot(database, windowId),
      leastApart: drawnApart,
      // Another person is on screen.
      isAwaited: (change) => change.isIn('screens'),
    },
    [windowId],
  );
}

const replyKey: Hotkey = { key: '/' };
const insertKey: Hotkey = { key: 'Enter' };

const stillComing = () =>
  t`Nothing was inserted: it is not known yet who is on screen. Press Enter again.`;

/** Shows the canned responses when they are requested: by the browser command, or by the key "/". */
function useReplyRequests(windowId: number): void {
  const findReply = usePanelView((view) => view.findReply);
  useHotkey(replyKey, findReply);
  useEffect(
    () =>
      import.meta.env.FIREFOX ? watchReplyKeys(findReply) : watchReplyRequests(windowId, findReply),
    [windowId, findReply],
  );
}
