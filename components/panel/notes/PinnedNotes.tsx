import { refLines } from '../../../lib/model/ids';
import { isStuck } from '../../../lib/notes/replicas';
import { database } from '../../../lib/storage/database';
import { readNoteAlerts } from '../../../lib/storage/note-queries';
import { type Hotkey, useHotkey } from '../../hooks/use-hotkey';
import { useLiveRead } from '../../hooks/use-live-read';
import { usePanel } from '../PanelContext';
import { usePanelView } from '../view-store';
import { useNotesView } from './notes-store';
import { PinnedCards } from './PinnedCards';

/** Begins a new note from any part of the panel. */
const newNoteKey: Hotkey = { key: 'n' };

function beginNote(): void {
  usePanelView.getState().chooseTab('notes');
  useNotesView.getState().write();
}

/** The pinned notes of the person, whatever part of the panel is chosen. */
export function PinnedNotes() {
  const { contacts } = usePanel().snapshot;
  useHotkey(newNoteKey, beginNote);
  const refs = refLines(contacts);
  const alarms = useLiveRead(
    { tables: [database.notes, database.replicas], read: () => readNoteAlerts(database, contacts) },
    [refs],
  );
  // Until they were read for this person, nobody's notes stand under this name.
  if (alarms?.refs !== refs) return null;
  const { pinned, disputed } = alarms;
  const stuck = alarms.troubled.filter((row) => isStuck(row) && row.reason !== 'conflict').length;
  if (pinned.length + stuck === 0 && disputed === '') return null;
  return <PinnedCards notes={pinned} stuck={stuck} disputed={disputed} />;
}
