import { t } from '@lingui/core/macro';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { watchReplyRequests } from '../../lib/storage/reply-request';
import { type Hotkey, useHotkey } from '../hooks/use-hotkey';
import { useNow } from '../hooks/use-now';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { StorageWait } from '../ui/StorageWait';
import { PanelProvider } from './PanelContext';
import { LaterPart, PersonScreen } from './PersonScreen';
import { anchorOf, panelState } from './panel-state';
import { watchReplyKeys } from './reply-keys';
import { PersonSkeleton } from './Skeletons';
import { usePanelSnapshot } from './use-panel-snapshot';
import { useWorkerWatch } from './use-worker-watch';
import { usePanelView } from './view-store';

// What most visits to a person never need is loaded on demand, so that the timeline comes first.
const LazyNoPersonScreen = lazy(async () => ({
  default: (await import('./NoPersonScreen')).NoPersonScreen,
}));

const LazyPanelFailure = lazy(async () => ({
  default: (await import('./PanelFailure')).PanelFailure,
}));

/** The side panel of one browser window: whatever its front tab shows. */
export function PanelApp({ windowId }: { windowId: number }) {
  return (
    <>
      <main className="h-full">
        <ErrorBoundary fallback={(failure) => <LazyPanelFailure failure={failure} />}>
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
  const say = usePanelView((view) => view.say);
  const sayWhyNot = useCallback(() => say(stillComing()), [say]);
  useHotkey(insertKey, sayWhyNot, state?.kind === 'identifying' && tab === 'replies');
  if (snapshot === undefined || state === undefined) return <StorageWait />;
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
