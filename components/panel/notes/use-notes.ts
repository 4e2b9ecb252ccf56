import { useLiveQuery } from 'dexie-react-hooks';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import {
  type HeldNotes,
  type PlatformNotes,
  readNotes,
  readPlatformNotes,
} from '../../../lib/storage/panel-notes';

/** The person's notes, kept up to date; `undefined` until they were read for this person. */
export function useNotes(anchor: string, contacts: readonly Contact[]): HeldNotes | undefined {
  const refs = contacts.map(contactRef);
  const held = useLiveQuery(() => readNotes(database, anchor, refs), [anchor, refs.join('\n')]);
  return held?.anchor === anchor ? held : undefined;
}

/** What the platforms hold as notes about the person, kept up to date. */
export function usePlatformNotes(contacts: readonly Contact[]): PlatformNotes | undefined {
  const refs = contacts.map(contactRef).join('\n');
  return useLiveQuery(() => readPlatformNotes(database, contacts), [refs]);
}
