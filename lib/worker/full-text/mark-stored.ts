import type { IndexMarkRow, IndexStateRow } from '../../model/full-text';
import type { DesksideDatabase } from '../../storage/database';
import { clearIndex, indexTables } from '../../storage/index-erase';
import { leaveDeletionsUnmarked } from '../../storage/index-marks';

/** Counts up whenever a text is folded or taken apart otherwise: then the index is built again. */
const INDEX_FORM = 2;

/** This many contacts are marked at once. */
const BATCH = 500;

type SeededTable = NonNullable<IndexStateRow['seeding']>['table'];

const tables: readonly SeededTable[] = ['contacts', 'conversations', 'messages'];

/**
 * Makes sure that everything that was stored before there was an index, or while it had another form, is
 * marked to be indexed: in small pieces, each of which a worker that is stopped leaves behind whole.
 */
export async function markAllStored(
  database: DesksideDatabase,
  signal: AbortSignal,
): Promise<IndexStateRow> {
  let state = await beginWhereNeeded(database);
  while (state.seeding !== undefined) {
    signal.throwIfAborted();
    state = await markSomeStored(database, state);
  }
  return state;
}

async function beginWhereNeeded(database: DesksideDatabase): Promise<IndexStateRow> {
  const state = await database.transaction('rw', [...indexTables], async () => {
    const known = await database.indexState.get('index');
    const isAll = (await database.indexMarks.get(['', ''])) !== undefined;
    if (known?.form === INDEX_FORM && !isAll) return known;
    await clearIndex(database);
    await database.indexMarks.delete(['', '']);
    const state: IndexStateRow = {
      id: 'index',
      form: INDEX_FORM,
      epoch: (known?.epoch ?? 0) + 1,
      seeding: { table: 'contacts' },
    };
    await database.indexState.put(state);
    return state;
  });
  leaveDeletionsUnmarked(false);
  return state;
}

function markSomeStored(database: DesksideDatabase, known: IndexStateRow): Promise<IndexStateRow> {
  const { table = 'contacts', after } = known.seeding ?? {};
  return database.transaction(
    'rw',
    ['contacts', 'conversations', 'messages', ...indexTables],
    async () => {
      const state = await database.indexState.get('index');
      // Erased meanwhile: it begins again.
      if (state === undefined || state.epoch !== known.epoch) return beginWhereNeeded(database);
      const keys = await contactsAfter(database, table, after);
      await putMissing(database, keys, table === 'messages');
      const last = keys.at(-1);
      const nextTable = tables[tables.indexOf(table) + 1];
      const seeding =
        keys.length === BATCH && last !== undefined
          ? { table, after: last }
          : nextTable && { table: nextTable };
      const total = seeding === undefined ? await database.indexMarks.count() : undefined;
      const next: IndexStateRow = { ...state, seeding, total };
      await database.indexState.put(next);
      return next;
    },
  );
}

async function contactsAfter(
  database: DesksideDatabase,
  table: SeededTable,
  after: [string, string] | undefined,
): Promise<[string, string][]> {
  const index = table === 'contacts' ? ':id' : '[connectionId+contactId]';
  const keys = await database
    .table(table)
    .where(index)
    .above(after ?? Number.NEGATIVE_INFINITY)
    .limit(BATCH)
    .uniqueKeys();
  return keys.flatMap((key): [string, string][] => {
    if (!Array.isArray(key)) return [];
    const [connectionId, contactId] = key.map(String);
    return connectionId === undefined || contactId === undefined ? [] : [[connectionId, contactId]];
  });
}

/** Widens what is already marked of somebody, where it concerns their messages. */
async function putMissing(
  database: DesksideDatabase,
  keys: readonly [string, string][],
  hasMessages: boolean,
): Promise<void> {
  const known = await database.indexMarks.bulkGet([...keys]);
  const rows = keys.flatMap(([connectionId, contactId], index): IndexMarkRow[] => {
    if (known[index] !== undefined && !hasMessages) return [];
    const from = hasMessages ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return [{ connectionId, contactId, from, until: -from, stamp: crypto.randomUUID() }];
  });
  await database.indexMarks.bulkPut(rows);
}
