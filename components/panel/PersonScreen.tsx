import { Suspense, useMemo } from 'react';
import { mergePerson } from '../../lib/identity/person';
import type { Frame } from '../../lib/storage/panel-queries';
import { HistoryTab } from './history/HistoryTab';
import { NotesTab, RepliesTab } from './later';
import { PinnedNotes } from './notes/PinnedNotes';
import { PanelTabs } from './PanelTabs';
import { PersonHeader } from './PersonHeader';
import { PersonActions } from './people/PersonActions';
import { PersonAlerts } from './people/PersonAlerts';
import { usePanelView } from './view-store';

interface PersonScreenProps {
  frame: Frame;
  anchor: string;
  windowId: number;
}

/** One person: who they are, what must not be missed, and the part of the panel that is chosen. */
export function PersonScreen({ frame, anchor, windowId }: PersonScreenProps) {
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
          <RepliesTab frame={frame} anchor={anchor} windowId={windowId} person={person} />
        )}
        {tab === 'notes' && <NotesTab frame={frame} anchor={anchor} windowId={windowId} />}
      </Suspense>
    </div>
  );
}
