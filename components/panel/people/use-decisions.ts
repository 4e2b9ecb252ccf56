import type { Contact } from '../../../lib/model/contact';
import { parseContactRef, refLines, refsOfLines } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { type DecisionWithContacts, readDecisions } from '../../../lib/storage/people-queries';
import { useLiveRead } from '../../hooks/use-live-read';

const none: DecisionWithContacts[] = [];

/** What was decided about these contacts, kept up to date. */
export function useDecisions(contacts: readonly Contact[]): DecisionWithContacts[] {
  const refs = refLines(contacts);
  const decisions = useLiveRead(
    {
      tables: [database.links, database.contacts],
      read: () => readDecisions(database, refsOfLines(refs).map(parseContactRef)),
    },
    [refs],
  );
  return decisions ?? none;
}
