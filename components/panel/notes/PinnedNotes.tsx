import { lazy, Suspense, useEffect } from 'react';
import { contactRef } from '../../../lib/model/ids';
import { isStuck } from '../../../lib/notes/replicas';
import { database } from '../../../lib/storage/database';
import { readNoteAlerts } from '../../../lib/storage/note-queries';
import type { PanelSnapshot } from '../../../lib/storage/panel-snapshot';
import { useLiveRead } from '../../hooks/use-live-read';
import { usePanelView } from '../view-store';
import { useNotesView } from './notes-store';

const PinnedCards = lazy(async () => ({
  default: (await import('./PinnedCards')).PinnedCards,
}));

interface PinnedNotesProps {
  frame: PanelSnapshot;
  anchor: string;
}

/** The pinned notes of the person, whatever part of the panel is chosen. */
export function PinnedNotes({ frame: { contacts } }: PinnedNotesProps) {
  useNoteKey();
  const refs = contacts.map(contactRef).join('\n');
  const alarms = useLiveRead(
    { tables: [database.notes, database.replicas], read: () => readNoteAlerts(database, contacts) },
    [refs],
  );
  // Until they were read for this person, nobody's notes stand under this name.
  if (alarms?.refs !== refs) return null;
  const { pinned, disputed } = alarms;
  const stuck = alarms.troubled.filter((row) => isStuck(row) && row.reason !== 'conflict').length;
  if (pinned.length + stuck === 0 && disputed === '') return null;
  return (
    <Suspense>
      <PinnedCards notes={pinned} stuck={stuck} disputed={disputed} />
    </Suspense>
  );
}

/** `n` begins a new note from any part of the panel, unless somebody is typing. */
function useNoteKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      usePanelView.getState().chooseTab('notes');
      useNotesView.getState().write();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
  );
}
