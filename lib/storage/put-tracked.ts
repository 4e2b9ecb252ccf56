import type { Table } from 'dexie';

/** With fifty rows or more in one call, dexie runs every live query of the table again. */
const mostTracked = 49;

/**
 * Stores rows so that only the live queries that read them run again. Belongs in a
 * transaction: it takes several calls.
 */
export async function putTracked<T, Key>(table: Table<T, Key>, rows: readonly T[]): Promise<void> {
  for (let start = 0; start < rows.length; start += mostTracked) {
    await table.bulkPut(rows.slice(start, start + mostTracked));
  }
}
