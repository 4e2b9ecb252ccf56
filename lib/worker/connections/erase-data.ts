import { isRefOfConnection, refPrefix } from '../../model/ids';
import type { FieldText } from '../../model/note';
import type { DesksideDatabase } from '../../storage/database';
import { eraseConnectionFromIndex, indexTables } from '../../storage/index-erase';

/**
 * Removes everything that was fetched or captured through a connection, and the connection itself if asked
 * to: all or nothing. Notes stay, and only what is known about their copies there is removed; unfinished
 * drafts beside its contacts, and of canned responses for it, are removed too.
 */
export async function eraseConnectionData(
  database: DesksideDatabase,
  connectionId: string,
  options: { withConnection?: boolean } = {},
): Promise<void> {
  const byConnection = [
    database.contacts,
    database.conversations,
    database.messages,
    database.lookups,
    database.histories,
    database.directories,
    database.sightings,
    database.replicas,
    database.nativeNotes,
    database.peopleSearches,
    database.fillDrafts,
    database.cardAnswers,
  ];
  const { suggestions } = database;
  const replies = [
    database.replies,
    database.replySources,
    database.replyDrafts,
    database.replyVersions,
    database.bulkItems,
  ];
  const tables = [
    ...byConnection,
    ...replies,
    suggestions,
    database.sources,
    database.views,
    database.noteDrafts,
    database.connections,
    database.notes,
    database.contactWrites,
    ...indexTables.map((name) => database.table(name)),
  ];
  await database.transaction('rw', tables, async () => {
    if (options.withConnection === true) await database.connections.delete(connectionId);
    for (const table of byConnection) {
      await table.filter((row) => row.connectionId === connectionId).delete();
    }
    // A value that came through it goes as well, wherever it was written to.
    await database.contactWrites
      .filter(({ connectionId: written, source }) =>
        [written, source.connectionId].includes(connectionId),
      )
      .delete();
    await database.cardAnswers
      .filter(({ borrowed = {} }) =>
        Object.values(borrowed).some((ref) => ref.startsWith(refPrefix(connectionId))),
      )
      .delete();
    for (const table of replies) await table.where('source').equals(connectionId).delete();
    const isKept = ({ contact }: FieldText) => !isRefOfConnection(contact, connectionId);
    // No other note is written: on a full disk nothing can be.
    await database.notes
      .filter((note) => note.fieldTexts?.every(isKept) === false)
      .modify((note) => {
        note.fieldTexts = note.fieldTexts?.filter(isKept);
      });
    await database.views.where('anchor').startsWith(refPrefix(connectionId)).delete();
    await database.noteDrafts.where('anchor').startsWith(refPrefix(connectionId)).delete();
    // What people decided about its contacts stays: the account may be connected again.
    await suggestions
      .filter((row) =>
        [row.anchor, row.contact].some((ref) => isRefOfConnection(ref, connectionId)),
      )
      .delete();
    await database.sources
      .filter(
        (row) => row.connectionId === connectionId || isRefOfConnection(row.anchor, connectionId),
      )
      .delete();
    await eraseConnectionFromIndex(database, connectionId);
  });
}
