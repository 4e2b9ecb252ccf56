import type { Table } from 'dexie';

/** From fifty rows in one call on, dexie has every live query of the table run again. */
const mostTracked = 49;

/**
 * Stores rows so that only those live queries run again that read where the rows are. Belongs in a
 * transaction: it takes several calls.
 */
export async function putTracked<T, Key>(table: Table<T, Key>, rows: readonly T[]): Promise<void> {
  for (let start = 0; start < rows.length; start += mostTracked) {
    await table.bulkPut(rows.slice(start, start + mostTracked));
  }
}
