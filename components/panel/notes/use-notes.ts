import { useEffect, useMemo } from 'react';
import { noteCommands } from '../../../lib/messaging/note-commands';
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
import { sendFromPanel } from '../send-from-panel';

/** The person's notes, kept up to date; `undefined` until they have been read for this person. */
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

/** What is being typed about the person; `undefined` until it has been read. */
export function useDrafts(refs: readonly ContactRef[]): NoteDraftRow[] | undefined {
  const lines = refs.join('\n');
  const read = useLiveRead(
    { tables: [database.noteDrafts], read: () => readDrafts(database, refs) },
    [lines],
  );
  return useMemo(() => {
    // What was read for the person before is not this one's.
    const own = new Set(lines.split('\n'));
    return read?.filter((draft) => own.has(draft.anchor));
  }, [read, lines]);
}

/** The platforms' own notes about the person, without our copies, kept up to date. */
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
    const texts = new Map(stored?.notes.map(({ id, text }) => [id, text]));
    const copies = new Map(
      stored?.replicas.map((row) => [`${row.connectionId} ${row.remoteId}`, row]),
    );
    // What was read for the person before must not appear under this one's name.
    const own = new Set(refs.split('\n'));
    const isOwn = ({ connectionId, contactId: id }: { connectionId: string; contactId: string }) =>
      own.has(contactRef({ connectionId, id }));
    const { natives = [], messages = [] } = foreign ?? {};
    return listNativeNotes(
      { natives: natives.filter(isOwn), messages: messages.filter(isOwn) },
      (connectionId, remoteId, text) => {
        if (readCopy(text) !== undefined) return true;
        const copy = copies.get(`${connectionId} ${remoteId}`);
        if (copy?.reason !== 'line-removed') return copy !== undefined;
        // A copy without its line may say something that its note does not, so it has to be shown.
        return text.includes(texts.get(copy.noteId) ?? text);
      },
    );
  }, [stored, foreign, refs]);
}

/** The notes are read again this often (ms) while they are in sight: a colleague may write at any time. */
const watchEveryMs = 12_500;

/**
 * Has the notes of the person at `anchor` read from the platforms as soon as the stored ones are shown
 * (`isShown`), and again while they are in sight. Earlier, the worker would be in the way: the database
 * serves one request after the other.
 */
export function useNotesWatch(anchor: ContactRef, isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return;
    sendFromPanel(noteCommands, 'notes.refresh', { anchor });
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') {
        sendFromPanel(noteCommands, 'notes.watch', { anchor });
      }
    }, watchEveryMs);
    return () => clearInterval(timer);
  }, [anchor, isShown]);
}
