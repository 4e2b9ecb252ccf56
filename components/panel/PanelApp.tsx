import { Tooltip } from 'radix-ui';
import { Suspense, useMemo } from 'react';
import { OtherScreens, RepliesTab } from './later';
import { Notice } from './Notice';
import { makeNames, NamesContext } from './names';
import { PanelBoundary } from './PanelBoundary';
import { PersonScreen } from './PersonScreen';
import { panelState } from './panel-state';
import { PersonSkeleton } from './Skeletons';
import { useFrame } from './use-frame';
import { useNow } from './use-now';
import { useReplyWishes } from './use-reply-wishes';
import { useWorkerWatch } from './use-worker-watch';
import { usePanelView } from './view-store';

/** The side panel of one browser window: whatever its front tab shows. */
export function PanelApp({ windowId }: { windowId: number }) {
  return (
    <Tooltip.Provider delayDuration={250} skipDelayDuration={150}>
      <main className="h-full">
        <PanelBoundary>
          <Screen windowId={windowId} />
        </PanelBoundary>
      </main>
      <Notice />
    </Tooltip.Provider>
  );
}

function Screen({ windowId }: { windowId: number }) {
  // They read the database too: where it does not open, that is said here as well.
  useWorkerWatch(windowId);
  useReplyWishes(windowId);
  const frame = useFrame(windowId);
  const now = useNow(60_000);
  const tab = usePanelView((view) => view.tab);
  // Each reading brings new objects; only other contents are a reason to make the timeline anew.
  const contents = JSON.stringify([frame?.platforms, frame?.connections]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `contents` stands for both
  const names = useMemo(
    () => makeNames(frame?.platforms ?? [], frame?.connections ?? []),
    [contents],
  );
  if (frame === undefined) return null;
  const state = panelState(frame);
  // A text can be put in also where nobody knows who is writing.
  const isFindingReply = state.kind === 'unknown' && tab === 'replies';
  return (
    <NamesContext value={names}>
      {state.kind === 'person' && (
        <PersonScreen frame={frame} anchor={state.anchor} windowId={windowId} />
      )}
      {state.kind === 'identifying' && <PersonSkeleton name={state.name} />}
      {isFindingReply && (
        <div className="flex h-full flex-col">
          <Suspense>
            <RepliesTab
              frame={frame}
              anchor={frame.screen?.subject ?? ''}
              windowId={windowId}
              person={undefined}
            />
          </Suspense>
        </div>
      )}
      {!isFindingReply && state.kind !== 'person' && state.kind !== 'identifying' && (
        <div className="flex h-full flex-col overflow-y-auto pb-[14vh]">
          <Suspense>
            <OtherScreens state={state} frame={frame} windowId={windowId} now={now} />
          </Suspense>
        </div>
      )}
    </NamesContext>
  );
}
