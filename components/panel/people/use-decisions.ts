import type { Contact } from '../../../lib/model/contact';
import { contactRef, parseContactRef } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { type DecisionWithContacts, readDecisions } from '../../../lib/storage/people-queries';
import { useLiveRead } from '../../hooks/use-live-read';

const none: DecisionWithContacts[] = [];

/** What was decided about these contacts, kept up to date. */
export function useDecisions(contacts: readonly Contact[]): DecisionWithContacts[] {
  const refs = contacts.map(contactRef).join('\n');
  const decisions = useLiveRead(
    {
      tables: [database.links, database.contacts],
      read: () => readDecisions(database, refs.split('\n').map(parseContactRef)),
    },
    [refs],
  );
  return decisions ?? none;
}
