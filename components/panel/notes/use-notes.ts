import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import type { NoteDraftRow } from '../../../lib/model/note';
import { readCopy } from '../../../lib/notes/line';
import { type PlatformNote, platformNotes } from '../../../lib/notes/platform-notes';
import { database } from '../../../lib/storage/database';
import {
  type HeldNotes,
  readDrafts,
  readNotes,
  readPlatformNotes,
} from '../../../lib/storage/panel-notes';

/** The person's notes, kept up to date; `undefined` until they were read for this person. */
export function useNotes(anchor: string, contacts: readonly Contact[]): HeldNotes | undefined {
  const refs = contacts.map(contactRef);
  const held = useLiveQuery(() => readNotes(database, anchor, refs), [anchor, refs.join('\n')]);
  return held?.anchor === anchor ? held : undefined;
}

/** What is being typed about the person; `undefined` until it was read. */
export function useDrafts(refs: readonly string[]): NoteDraftRow[] | undefined {
  return useLiveQuery(() => readDrafts(database, refs), [refs.join('\n')]);
}

/** What the platforms themselves hold as notes about the person, without our copies, up to date. */
export function useForeignNotes(
  contacts: readonly Contact[],
  held: HeldNotes | undefined,
): PlatformNote[] {
  const refs = contacts.map(contactRef).join('\n');
  const foreign = useLiveQuery(() => readPlatformNotes(database, contacts), [refs]);
  return useMemo(() => {
    const copies = new Set(
      held?.replicas.map(({ connectionId, remoteId }) => `${connectionId} ${remoteId}`),
    );
    return platformNotes(
      foreign ?? { natives: [], messages: [] },
      (connectionId, remoteId, text) =>
        copies.has(`${connectionId} ${remoteId}`) || readCopy(text) !== undefined,
    );
  }, [held, foreign]);
}
