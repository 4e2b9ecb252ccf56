import { useLiveQuery } from 'dexie-react-hooks';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { contactOfRef } from '../../../lib/storage/panel-queries';
import { type Decision, readDecisions } from '../../../lib/storage/people-queries';

const none: Decision[] = [];

/** What was decided about these contacts, kept up to date. */
export function useDecisions(contacts: readonly Contact[]): Decision[] {
  const refs = contacts.map(contactRef).join('\n');
  const decisions = useLiveQuery(
    () => readDecisions(database, refs.split('\n').map(contactOfRef)),
    [refs],
  );
  return decisions ?? none;
}
