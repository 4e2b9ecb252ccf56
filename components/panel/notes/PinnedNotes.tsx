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
  const { pinned, disputed } = alarms;
  const stuck = alarms.troubled.filter((row) => isStuck(row) && row.reason !== 'conflict').length;
  if (pinned.length + stuck === 0 && disputed === '') return null;
  return (
    <Suspense>
      <PinnedCards notes={pinned} stuck={stuck} disputed={disputed} />
    </Suspense>
  );
}
