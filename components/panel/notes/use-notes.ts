import { useMemo } from 'react';
import type { Contact } from '../../../lib/model/contact';
import { type ContactRef, contactRef, refLines } from '../../../lib/model/ids';
import type { NoteDraftRow } from '../../../lib/model/note';
import { readCopy } from '../../../lib/notes/copy-marker';
import { type ListedNativeNote, listNativeNotes } from '../../../lib/notes/native-notes';
import { database } from '../../../lib/storage/database';
import {
  readDrafts,
  readNativeNotes,
  readNotes,
  type StoredNotes,
} from '../../../lib/storage/note-queries';
import { useLiveRead } from '../../hooks/use-live-read';

/** The person's notes, kept up to date; `undefined` until they were read for this person. */
export function useNotes(
  anchor: ContactRef,
  contacts: readonly Contact[],
): StoredNotes | undefined {
  const refs = contacts.map(contactRef);
  const stored = useLiveRead(
    {
      tables: [database.notes, database.replicas],
      read: () => readNotes(database, anchor, refs),
    },
    [anchor, refs.join('\n')],
  );
  return stored?.anchor === anchor ? stored : undefined;
}

/** What is being typed about the person; `undefined` until it was read. */
export function useDrafts(refs: readonly ContactRef[]): NoteDraftRow[] | undefined {
  return useLiveRead({ tables: [database.noteDrafts], read: () => readDrafts(database, refs) }, [
    refs.join('\n'),
  ]);
}

/** What the platforms themselves hold as notes about the person, without our copies, up to date. */
export function usePlatformNotes(
  contacts: readonly Contact[],
  stored: StoredNotes | undefined,
): ListedNativeNote[] {
  const refs = refLines(contacts);
  const foreign = useLiveRead(
    {
      tables: [database.nativeNotes, database.messages],
      read: () => readNativeNotes(database, contacts),
    },
    [refs],
  );
  return useMemo(() => {
    const copies = new Set(
      stored?.replicas.map(({ connectionId, remoteId }) => `${connectionId} ${remoteId}`),
    );
    return listNativeNotes(
      foreign ?? { natives: [], messages: [] },
      (connectionId, remoteId, text) =>
        copies.has(`${connectionId} ${remoteId}`) || readCopy(text) !== undefined,
    );
  }, [stored, foreign]);
}
