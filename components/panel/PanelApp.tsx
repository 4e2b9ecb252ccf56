import type { LucideIcon } from 'lucide-react';
import History from 'lucide-react/icons/history';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { mergePerson } from '../../lib/identity/person';
import { contactRef } from '../../lib/model/ids';
import { database } from '../../lib/storage/database';
import {
  type PanelSnapshot,
  panelSnapshotTables,
  readPanelSnapshot,
} from '../../lib/storage/panel-snapshot';
import { watchReplyRequests } from '../../lib/storage/reply-request';
import { useLiveRead } from '../hooks/use-live-read';
import { useNow } from '../hooks/use-now';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { useFirstFeed } from './history/first-feed';
import { HistoryTab } from './history/HistoryTab';
import { PinnedNotes } from './notes/PinnedNotes';
import { panelState } from './panel-state';
import { LazyPeoplePart } from './people/LazyPeoplePart';
import { PersonActions } from './people/PersonActions';
import { PersonHeader } from './people/PersonHeader';
import { indexPlatforms, PlatformIndexContext } from './platform-index';
import { PersonSkeleton } from './Skeletons';
import { useIdle } from './use-idle';
import { useWorkerWatch } from './use-worker-watch';
import { type PanelTab, usePanelView } from './view-store';

/** The side panel of one browser window: whatever its front tab shows. */
export function PanelApp({ windowId }: { windowId: number }) {
  return (
    <>
      <main className="h-full">
        <ErrorBoundary>
          <Screen windowId={windowId} />
        </ErrorBoundary>
      </main>
      <Notice />
    </>
  );
}

function Screen({ windowId }: { windowId: number }) {
  // They read the database too: where it does not open, that is said here as well.
  useWorkerWatch(windowId);
  useReplyRequests(windowId);
  const frame = usePanelSnapshot(windowId);
  const now = useNow(60_000);
  const tab = usePanelView((view) => view.tab);
  // Each reading brings new objects; only other contents are a reason to make the timeline anew.
  const contents = JSON.stringify([frame?.platforms, frame?.connections]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `contents` stands for both
  const names = useMemo(
    () => indexPlatforms(frame?.platforms ?? [], frame?.connections ?? []),
    [contents],
  );
  const state = frame && panelState(frame);
  const isReady = useFirstFeed(
    tab === 'history' && state?.kind === 'person' ? state.anchor : undefined,
    frame?.contacts.map(contactRef) ?? [],
  );
  if (frame === undefined || state === undefined || !isReady) return null;
  // A text can be put in also where nobody knows who is writing.
  const isFindingReply = state.kind === 'unknown' && tab === 'replies';
  return (
    <PlatformIndexContext value={names}>
      {state.kind === 'person' && (
        <PersonScreen frame={frame} anchor={state.anchor} windowId={windowId} />
      )}
      {state.kind === 'identifying' && <PersonSkeleton name={state.name} />}
      {isFindingReply && (
        <div className="flex h-full flex-col">
          <Suspense>
            <LazyRepliesTab
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
            <LazyNoPersonScreen state={state} frame={frame} windowId={windowId} now={now} />
          </Suspense>
        </div>
      )}
    </PlatformIndexContext>
  );
}

const noticeShownFor = 2_200;

/** The last thing the panel had to say: read out politely, shown for a moment. */
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

const tabs: readonly { tab: PanelTab; label: string; Icon: LucideIcon; key?: string }[] = [
  { tab: 'history', label: 'History', Icon: History },
  { tab: 'replies', label: 'Replies', Icon: MessageSquareText, key: '/' },
  { tab: 'notes', label: 'Notes', Icon: NotebookPen },
];

/** Chooses the part of the panel below the person. */
function PanelTabs() {
  const current = usePanelView((view) => view.tab);
  const choose = usePanelView((view) => view.chooseTab);
  return (
    <nav aria-label="Parts of the panel" className="mt-2 flex border-line border-b px-2">
      {tabs.map(({ tab, label, Icon, key }) => (
        <button
          key={tab}
          type="button"
          aria-keyshortcuts={key}
          title={key === undefined ? undefined : `${label} (press ${key})`}
          aria-current={tab === current ? 'page' : undefined}
          onClick={() => choose(tab)}
          className={`-mb-px flex h-8 flex-1 items-center justify-center gap-1.5 border-b-2 text-12 ${
            tab === current
              ? 'border-accent font-medium text-accent'
              : 'border-transparent text-ink-soft hover:text-ink'
          }`}
        >
          <Icon size={13} aria-hidden />
          {label}
          {key !== undefined && (
            <kbd
              aria-hidden
              className="rounded border border-line px-1 font-sans text-11 text-ink-faint"
            >
              {key}
            </kbd>
          )}
        </button>
      ))}
    </nav>
  );
}

interface PersonScreenProps {
  frame: PanelSnapshot;
  anchor: string;
  windowId: number;
}

/** One person: who they are, what must not be missed, and the part of the panel that is chosen. */
function PersonScreen({ frame, anchor, windowId }: PersonScreenProps) {
  const tab = usePanelView((view) => view.tab);
  const person = useMemo(() => mergePerson(frame.contacts), [frame.contacts]);
  return (
    <div className="flex h-full flex-col">
      <div className="shrink-0">
        <PersonHeader person={person}>
          <PersonActions key={anchor} frame={frame} anchor={anchor} windowId={windowId} />
        </PersonHeader>
        <PersonAlerts frame={frame} anchor={anchor} windowId={windowId} />
        <PinnedNotes frame={frame} anchor={anchor} />
        <PanelTabs />
      </div>
      {tab === 'history' && (
        <HistoryTab frame={frame} anchor={anchor} windowId={windowId} personName={person.name} />
      )}
      <Suspense>
        {tab === 'replies' && (
          <LazyRepliesTab frame={frame} anchor={anchor} windowId={windowId} person={person} />
        )}
        {tab === 'notes' && <LazyNotesTab frame={frame} anchor={anchor} windowId={windowId} />}
      </Suspense>
    </div>
  );
}

// What most looks at a person never need is loaded when it is wanted: the timeline comes first.

export const LazyNoPersonScreen = lazy(async () => ({
  default: (await import('./NoPersonScreen')).NoPersonScreen,
}));

export const LazyRepliesTab = lazy(async () => ({
  default: (await import('./replies/RepliesTab')).RepliesTab,
}));

export const LazyNotesTab = lazy(async () => ({
  default: (await import('./notes/NotesTab')).NotesTab,
}));

interface PersonAlertsProps {
  frame: PanelSnapshot;
  anchor: string;
  windowId: number;
}

/** What must not be missed about who this is and where else they write right now. */
function PersonAlerts(props: PersonAlertsProps) {
  if (!useIdle()) return null;
  return (
    <Suspense>
      <LazyPeoplePart part="alerts" {...props} />
    </Suspense>
  );
}

/** Everything around the timeline, kept up to date; `undefined` until it was read once. */
function usePanelSnapshot(windowId: number): PanelSnapshot | undefined {
  return useLiveRead(
    { tables: panelSnapshotTables(database), read: () => readPanelSnapshot(database, windowId) },
    [windowId],
  );
}

const typingFields = 'input, textarea, select, [contenteditable]';

/** Shows the canned responses when they are wanted: by the browser command, or by the key "/". */
function useReplyRequests(windowId: number): void {
  useEffect(() => {
    const { findReply } = usePanelView.getState();
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== '/') return;
      if (event.target instanceof Element && event.target.closest(typingFields) !== null) return;
      event.preventDefault();
      findReply();
    };
    window.addEventListener('keydown', listen);
    const stop = watchReplyRequests(windowId, findReply);
    return () => {
      window.removeEventListener('keydown', listen);
      stop();
    };
  }, [windowId]);
}
