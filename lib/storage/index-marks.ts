import type {
  DBCore,
  DBCoreMutateRequest,
  DBCoreTable,
  DBCoreTransaction,
  Middleware,
} from 'dexie';
import type { IndexMarkRow } from '../model/full-text';

const marksTable = 'indexMarks';

/** Where a row stands: whose it is and, for a message, when it was sent. */
interface Place {
  connectionId: string;
  contactId: string;
  sentAt?: number | undefined;
}

/** The tables whose rows are in the full-text index, and by which field a row tells whose it is. */
const indexed: Readonly<Record<string, { contact: 'id' | 'contactId' }>> = {
  contacts: { contact: 'id' },
  conversations: { contact: 'contactId' },
  messages: { contact: 'contactId' },
};

let areDeletionsUnmarked = false;

/** While there is no index, a deletion has to tell it nothing, and must not write anything. */
export function leaveDeletionsUnmarked(areUnmarked: boolean): void {
  areDeletionsUnmarked = areUnmarked;
}

/**
 * Notes down, in the same transaction, of whom something was written or deleted that is in the full-text
 * index, in whatever way: the index can then never miss a change. For the worker’s database, before it is
 * opened: nobody else writes these tables.
 */
export const indexMarking: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'index-marks',
  create: (core) => {
    const hasMarks = core.schema.tables.some(({ name }) => name === marksTable);
    if (!hasMarks) return core;
    return {
      ...core,
      transaction: (stores, mode, options) => {
        const isWritten = mode === 'readwrite' && stores.some((name) => name in indexed);
        const all = isWritten ? [...new Set([...stores, marksTable])] : stores;
        return core.transaction(all, mode, options);
      },
      table: (name) => {
        const field = indexed[name]?.contact;
        const table = core.table(name);
        return field === undefined ? table : markedTable(table, core.table(marksTable), field);
      },
    };
  },
};

function markedTable(
  table: DBCoreTable,
  marks: DBCoreTable,
  field: 'id' | 'contactId',
): DBCoreTable {
  return {
    ...table,
    mutate: (request) => {
      const { trans, type } = request;
      const isDeletion = type === 'delete' || type === 'deleteRange';
      if (areDeletionsUnmarked && isDeletion) return table.mutate(request);
      if (request.type === 'deleteRange') {
        const all = { connectionId: '', contactId: '' };
        return putMarks(marks, trans, [all]).then(() => table.mutate(request));
      }
      return rowsBefore(table, request, field)
        .then((rows) => {
          const written: readonly unknown[] = request.type === 'delete' ? [] : request.values;
          const keys = request.type === 'delete' && field === 'id' ? request.keys : [];
          const places = [...rows, ...written].flatMap((row) => placeOf(row, field));
          return putMarks(marks, trans, [...places, ...keys.flatMap(placeOfKey)]);
        })
        .then(() => table.mutate(request));
    },
  };
}

/** What was there may have been somebody else’s, or of another time. */
function rowsBefore(
  table: DBCoreTable,
  request: Exclude<DBCoreMutateRequest, { type: 'deleteRange' }>,
  field: 'id' | 'contactId',
): Promise<readonly unknown[]> {
  // A contact is told by its key.
  if (field === 'id') return Promise.resolve([]);
  const { trans } = request;
  const { extractKey } = table.schema.primaryKey;
  const keys: readonly unknown[] =
    request.type === 'delete'
      ? request.keys
      : request.values.map((value: unknown) => extractKey?.(value));
  return table.getMany({ trans, keys: [...keys] });
}

function placeOf(row: unknown, field: 'id' | 'contactId'): Place[] {
  if (typeof row !== 'object' || row === null) return [];
  const connectionId: unknown = Reflect.get(row, 'connectionId');
  const contactId: unknown = Reflect.get(row, field);
  const sentAt: unknown = Reflect.get(row, 'sentAt');
  if (typeof connectionId !== 'string' || typeof contactId !== 'string') return [];
  return [{ connectionId, contactId, sentAt: typeof sentAt === 'number' ? sentAt : undefined }];
}

function placeOfKey(key: unknown): Place[] {
  if (!Array.isArray(key)) return [];
  const [connectionId, contactId]: unknown[] = key;
  if (typeof connectionId !== 'string' || typeof contactId !== 'string') return [];
  return [{ connectionId, contactId }];
}

/** Widens what is noted down already of the same contacts. */
function putMarks(
  marks: DBCoreTable,
  trans: DBCoreTransaction,
  places: readonly Place[],
): Promise<unknown> {
  const rows = new Map<string, IndexMarkRow>();
  for (const { connectionId, contactId, sentAt } of places) {
    const name = `${connectionId}/${contactId}`;
    rows.set(name, widened(rows.get(name), { connectionId, contactId }, sentAt));
  }
  const fresh = [...rows.values()];
  if (fresh.length === 0) return Promise.resolve();
  const keys = fresh.map(({ connectionId, contactId }) => [connectionId, contactId]);
  return marks.getMany({ trans, keys }).then((known: readonly (IndexMarkRow | undefined)[]) => {
    const values = fresh.map((row, index) => joined(row, known[index]));
    return marks.mutate({ trans, type: 'put', values });
  });
}

function widened(
  known: IndexMarkRow | undefined,
  whose: Pick<IndexMarkRow, 'connectionId' | 'contactId'>,
  sentAt: number | undefined,
): IndexMarkRow {
  const from = sentAt ?? Number.POSITIVE_INFINITY;
  const until = sentAt ?? Number.NEGATIVE_INFINITY;
  return joined({ ...whose, from, until, stamp: crypto.randomUUID() }, known);
}

function joined(row: IndexMarkRow, known: IndexMarkRow | undefined): IndexMarkRow {
  if (known === undefined) return row;
  return {
    ...row,
    from: Math.min(row.from, known.from),
    until: Math.max(row.until, known.until),
  };
}
