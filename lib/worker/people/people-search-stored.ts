import { matchesQuery } from '../../identity/query-match';
import type { Contact } from '../../model/contact';
import type { DesksideDatabase } from '../../storage/database';

/** More matches than this need a longer query. */
const MOST_MATCHES = 60;

/** Contacts of one connection in this browser's store that fit what a person typed. */
export async function searchStored(
  database: DesksideDatabase,
  connectionId: string,
  query: string,
  signal: AbortSignal,
): Promise<Contact[]> {
  const fits = matchesQuery(query);
  return database.contacts
    .where('connectionId')
    .equals(connectionId)
    .until(() => signal.aborted)
    .filter(fits)
    .limit(MOST_MATCHES)
    .toArray();
}
