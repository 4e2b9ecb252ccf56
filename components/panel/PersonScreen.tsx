import { t } from '@lingui/core/macro';
import type { LucideIcon } from 'lucide-react';
import History from 'lucide-react/icons/history';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { mergePerson } from '../../lib/identity/person';
import { type Hotkey, useHotkey } from '../hooks/use-hotkey';
import { CompactFrame } from './history/CompactFrame';
import { HistoryTab } from './history/HistoryTab';
import { startVisit } from './history/use-visit';
import { useAnchor, usePanel } from './PanelContext';
import { LazyPeoplePart } from './people/LazyPeoplePart';
import { PersonActions } from './people/PersonActions';
import { PersonHeader } from './people/PersonHeader';
import { type PanelTab, usePanelView } from './view-store';

export const LazyRepliesTab = lazy(async () => ({
  default: (await import('./replies/RepliesTab')).RepliesTab,
}));

const LazyPinnedNotes = lazy(async () => ({
  default: (await import('./notes/PinnedNotes')).PinnedNotes,
}));

const LazyNotesTab = lazy(async () => ({
  default: (await import('./notes/NotesTab')).NotesTab,
}));

const tabs = (): readonly { tab: PanelTab; label: string; Icon: LucideIcon; key?: string }[] => [
  { tab: 'history', label: t`History`, Icon: History },
  { tab: 'replies', label: t`Replies`, Icon: MessageSquareText, key: '/' },
  { tab: 'notes', label: t`Notes`, Icon: NotebookPen },
];

/** Chooses the part of the panel below the person. */
function PanelTabs() {
  const current = usePanelView((view) => view.tab);
  const choose = usePanelView((view) => view.chooseTab);
  return (
    <nav aria-label={t`Parts of the panel`} className="flex min-w-0 flex-1">
      {tabs().map(({ tab, label, Icon, key }) => (
        <button
          key={tab}
          type="button"
          aria-keyshortcuts={key}
          title={key === undefined ? undefined : t`${label} (press ${key})`}
          aria-current={tab === current ? 'page' : undefined}
          onClick={() => choose(tab)}
          className={`-mb-px flex h-8 flex-1 items-center justify-center gap-1.5 whitespace-nowrap border-b-2 text-12 max-[299px]:px-1 ${
            tab === current
              ? 'border-accent font-medium text-accent'
              : 'border-transparent text-ink-soft hover:text-ink'
          }`}
        >
          <Icon size={13} aria-hidden className="max-[299px]:hidden" />
          {label}
          {key !== undefined && (
            <kbd
              aria-hidden
              className="rounded border border-line px-1 font-sans text-11 text-ink-faint max-[299px]:hidden"
            >
              {key}
            </kbd>
          )}
        </button>
      ))}
    </nav>
  );
}

const newNoteKey: Hotkey = { key: 'n' };

/** Begins a new note from any part of the panel. */
function beginNote(): void {
  usePanelView.getState().chooseTab('notes');
  void import('./notes/notes-store').then(({ useNotesView }) => useNotesView.getState().write());
}

/** One person: who they are, what must not be missed, and the chosen part of the panel. */
export function PersonScreen() {
  const anchor = useAnchor();
  const { snapshot } = usePanel();
  useHotkey(newNoteKey, beginNote);
  useEffect(() => startVisit(anchor), [anchor]);
  const tab = usePanelView((view) => view.tab);
  const person = useMemo(() => mergePerson(snapshot.contacts), [snapshot.contacts]);
  return (
    <CompactFrame>
      <div className="shrink-0">
        <PersonHeader person={person}>
          <PersonActions key={anchor} />
        </PersonHeader>
        <LaterPart part="alerts" />
        <div className="gives-way">
          <Suspense>
            <LazyPinnedNotes />
          </Suspense>
          <LaterPart part="cards" />
        </div>
        <div className="mt-2 flex border-line border-b px-2 in-data-compact:mt-1">
          <PanelTabs />
          {/* Its width is reserved: the tabs stay where they are whether it is there or not. */}
          <div className="w-7 shrink-0">{tab === 'history' && <LaterPart part="compact" />}</div>
        </div>
      </div>
      {tab === 'history' && <HistoryTab personName={person.name} />}
      <Suspense>
        {tab === 'replies' && <LazyRepliesTab person={person} />}
        {tab === 'notes' && <LazyNotesTab />}
      </Suspense>
    </CompactFrame>
  );
}

/**
 * What must not be missed about who this is and where else they are writing right now, and what the team's
 * own systems say about them.
 */
export function LaterPart({ part }: { part: 'alerts' | 'cards' | 'compact' | 'commands' }) {
  if (!useIdle()) return null;
  return (
    <Suspense>
      <LazyPeoplePart part={part} />
    </Suspense>
  );
}

/** The longest wait (ms) for a moment in which the browser is idle. */
const mostWait = 500;

/** True from the first idle moment on: whatever can wait leaves the first frames to the timeline. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const handle = requestIdleCallback(() => setIdle(true), { timeout: mostWait });
    return () => cancelIdleCallback(handle);
  }, []);
  return isIdle;
}
