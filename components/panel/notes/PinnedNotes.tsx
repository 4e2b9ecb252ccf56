import { lazy, Suspense } from 'react';
import { contactRef } from '../../../lib/model/ids';
import { isStuck } from '../../../lib/notes/stuck';
import { database } from '../../../lib/storage/database';
import { readAlarms } from '../../../lib/storage/panel-notes';
import type { Frame } from '../../../lib/storage/panel-queries';
import { useStored } from '../use-stored';
import { useNoteKey } from './use-note-key';

const PinnedCards = lazy(async () => ({
  default: (await import('./PinnedCards')).PinnedCards,
}));

interface PinnedNotesProps {
  frame: Frame;
  anchor: string;
}

/** The pinned notes of the person, whatever part of the panel is chosen. */
export function PinnedNotes({ frame: { contacts } }: PinnedNotesProps) {
  useNoteKey();
  const refs = contacts.map(contactRef).join('\n');
  const alarms = useStored(
    { tables: [database.notes, database.replicas], read: () => readAlarms(database, contacts) },
    [refs],
  );
  // Until they were read for this person, nobody's notes stand under this name.
  if (alarms?.refs !== refs) return null;
  const stuck = alarms.replicas.filter(isStuck).length;
  if (alarms.pinned.length + stuck === 0) return null;
  return (
    <Suspense>
      <PinnedCards notes={alarms.pinned} stuck={stuck} />
    </Suspense>
  );
}
