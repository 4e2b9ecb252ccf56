import { t } from '@lingui/core/macro';
import { useCallback, useEffect, useMemo } from 'react';
import { mergePerson } from '../../lib/identity/person';
import { historyCommands } from '../../lib/messaging/history-commands';
import { pickerCommands } from '../../lib/messaging/picker-commands';
import { database } from '../../lib/storage/database';
import {
  type PanelSnapshot,
  panelSnapshotTables,
  readPanelSnapshot,
} from '../../lib/storage/panel-snapshot';
import { type Hotkey, useHotkey } from '../hooks/use-hotkey';
import { useLiveRead } from '../hooks/use-live-read';
import { useNow } from '../hooks/use-now';
import { Button } from '../ui/Button';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { StorageWait } from '../ui/StorageWait';
import { NoPersonScreen } from './NoPersonScreen';
import { Notice } from './PanelApp';
import { PanelProvider } from './PanelContext';
import { PanelFailure } from './PanelFailure';
import { anchorOf, panelState } from './panel-state';
import { RepliesTab } from './replies/RepliesTab';
import { sayUnanswered, sendFromPanel } from './send-from-panel';
import { sendUntilAnswered } from './send-until-answered';
import { usePanelView } from './view-store';

const leaveKey: Hotkey = { key: 'Escape' };

/**
 * The panel's search for canned responses alone, in a frame above the helpdesk page of this window. It closes
 * when the agent leaves the search.
 */
export function PickerApp({ windowId }: { windowId: number }) {
  const close = useCallback(
    () => sendFromPanel(pickerCommands, 'panel.close-picker', { windowId }),
    [windowId],
  );
  useHotkey(leaveKey, close);
  return (
    <>
      <main className="flex h-full flex-col">
        <div className="flex shrink-0 items-center gap-2 border-line border-b px-3 py-1.5">
          <h1 className="min-w-0 flex-1 truncate font-semibold text-13">{t`Canned responses`}</h1>
          <Button onClick={close}>{t`Back to the page (Esc)`}</Button>
        </div>
        <ErrorBoundary fallback={(failure) => <PanelFailure failure={failure} />}>
          <Search windowId={windowId} onLeave={close} />
        </ErrorBoundary>
      </main>
      <Notice />
    </>
  );
}

function Search({ windowId, onLeave }: { windowId: number; onLeave(): void }) {
  const snapshot = useLiveRead(
    { tables: panelSnapshotTables(database), read: () => readPanelSnapshot(database, windowId) },
    [windowId],
  );
  const now = useNow(60_000);
  useLeaving(onLeave);
  useLook(windowId, snapshot?.screen?.subject);
  if (snapshot === undefined) return <StorageWait />;
  const state = panelState(snapshot);
  return (
    <PanelProvider windowId={windowId} anchor={anchorOf(state)} snapshot={snapshot}>
      {state.kind === 'person' && <PersonReplies contacts={snapshot.contacts} />}
      {state.kind === 'unknown' && <RepliesTab person={undefined} />}
      {state.kind === 'identifying' && (
        <p
          role="status"
          className="appear-late p-6 text-center text-ink-faint"
        >{t`Finding out who is on screen…`}</p>
      )}
      {state.kind !== 'person' && state.kind !== 'unknown' && state.kind !== 'identifying' && (
        <NoPersonScreen state={state} now={now} />
      )}
    </PanelProvider>
  );
}

function PersonReplies({ contacts }: Pick<PanelSnapshot, 'contacts'>) {
  const person = useMemo(() => mergePerson(contacts), [contacts]);
  return <RepliesTab person={person} />;
}

/** Leaving the search also closes the picker. */
function useLeaving(onLeave: () => void): void {
  useEffect(
    () => usePanelView.subscribe(({ tab }) => void (tab === 'replies' || onLeave())),
    [onLeave],
  );
}

/** Asks the worker to find out who is on screen: no panel may have asked yet. */
function useLook(windowId: number, subject: string | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject is the reason to look again
  useEffect(() => {
    const isSeen = () => document.visibilityState !== 'hidden';
    sendUntilAnswered(historyCommands, 'panel.watch', { windowId }, isSeen).catch(sayUnanswered);
  }, [windowId, subject]);
}
