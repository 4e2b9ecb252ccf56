import type { ContactKey } from '../model/ids';
import type { DesksideDatabase } from './database';
import { eraseFirst, eraseLast, rulesOf } from './person-rules';
import { type PersonScope, readPersonScope } from './person-scope';

/** The rows about a person, by table; tables without any are left out. */
export type PersonRows = Record<string, readonly unknown[]>;

/** Reads everything that is stored about a person, from every table there is. */
export async function readPersonRows(
  db: DesksideDatabase,
  contacts: readonly ContactKey[],
): Promise<PersonRows> {
  return rowsInScope(db, await readPersonScope(db, contacts));
}

async function rowsInScope(db: DesksideDatabase, person: PersonScope): Promise<PersonRows> {
  const rows: PersonRows = {};
  for (const { name } of db.tables) {
    const found = new Set<unknown>();
    for (const rule of rulesOf(name)) {
      for (const row of await rule.read(db, person)) found.add(JSON.stringify(row));
    }
    if (found.size > 0) rows[name] = [...found].map((row) => JSON.parse(String(row)));
  }
  return rows;
}

/** How many rows were about a person before and after they were erased, by table. */
export interface ErasedRows {
  table: string;
  before: number;
  after: number;
}

/** Takes a person out of every table there is: all or nothing. */
export function erasePersonRows(
  db: DesksideDatabase,
  contacts: readonly ContactKey[],
): Promise<ErasedRows[]> {
  return db.transaction('rw', db.tables, async () => {
    const person = await readPersonScope(db, contacts);
    const before = await rowsInScope(db, person);
    const names = db.tables.map(({ name }) => name);
    const rest = names.filter((name) => ![...eraseFirst, ...eraseLast].includes(name));
    for (const name of [...eraseFirst, ...rest, ...eraseLast]) {
      for (const rule of rulesOf(name)) await rule.erase(db, person);
    }
    const after = await rowsInScope(db, person);
    return Object.entries(before).map(([table, rows]) => ({
      table,
      before: rows.length,
      after: after[table]?.length ?? 0,
    }));
  });
}
