import type { DesksideDatabase } from '../storage/database';

/** Removes everything that was fetched or captured through a connection. */
export async function eraseConnectionData(
  database: DesksideDatabase,
  connectionId: string,
): Promise<void> {
  const byConnection = [
    database.contacts,
    database.conversations,
    database.messages,
    database.lookups,
    database.histories,
    database.directories,
    database.sightings,
  ];
  await database.transaction('rw', [...byConnection, database.sources], async () => {
    for (const table of byConnection) {
      await table.filter((row) => row.connectionId === connectionId).delete();
    }
    await database.sources
      .filter(
        (row) => row.connectionId === connectionId || row.anchor.startsWith(`${connectionId}/`),
      )
      .delete();
  });
}
