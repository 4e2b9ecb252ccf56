import type Dexie from 'dexie';
import type { DesksideDatabase } from './database';
import type { PersonScope } from './person-scope';

/** How the rows about a person are found in a table and taken out of it. */
export interface TableRule {
  read(db: DesksideDatabase, person: PersonScope): PromiseLike<readonly unknown[]>;
  erase(db: DesksideDatabase, person: PersonScope): PromiseLike<unknown>;
}

/** The name of a table of the database. */
export type TableName = {
  [K in keyof DesksideDatabase]: K extends keyof Dexie ? never : K;
}[keyof DesksideDatabase];

interface Rows<Row> {
  toArray(): PromiseLike<Row[]>;
  delete(): PromiseLike<number>;
}

interface ChangeableRows<Row> extends Pick<Rows<Row>, 'toArray'> {
  modify(change: (row: Row) => void): PromiseLike<number>;
}

/** Rows that are about the person and nobody else. */
export function whole<Row>(
  rows: (db: DesksideDatabase, person: PersonScope) => Rows<Row>,
): TableRule {
  return {
    read: (db, person) => rows(db, person).toArray(),
    erase: (db, person) => rows(db, person).delete(),
  };
}

/** Rows that are about others as well: they stay, without the person. */
export function part<Row>(
  rows: (db: DesksideDatabase, person: PersonScope) => ChangeableRows<Row>,
  takeOut: (row: Row, person: PersonScope) => void,
): TableRule {
  return {
    read: (db, person) => rows(db, person).toArray(),
    erase: (db, person) => rows(db, person).modify((row) => takeOut(row, person)),
  };
}

/** The index by which most tables find what is of a contact. */
export const byContact = '[connectionId+contactId]';

/** Whether one of these contacts (each as `contactRef`) is the person's. */
export function isNamedAmong(list: readonly string[], { refs }: PersonScope): boolean {
  return list.some((ref) => refs.has(ref));
}
