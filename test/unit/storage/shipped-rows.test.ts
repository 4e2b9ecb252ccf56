import 'fake-indexeddb/auto';
import Dexie, { type TableSchema } from 'dexie';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { bulkItemStates, bulkKindSchema } from '../../../lib/model/bulk-run';
import { contactFieldSchema } from '../../../lib/model/completion';
import { connectionSchema } from '../../../lib/model/connection';
import { contactSchema } from '../../../lib/model/contact';
import { coverageSchema } from '../../../lib/model/coverage';
import { cardContentSchema, cardFormSchema } from '../../../lib/model/data-card';
import { conversationSchema, messageSchema } from '../../../lib/model/history';
import { contactRefSchema } from '../../../lib/model/ids';
import { linkSchema } from '../../../lib/model/link-decision';
import { noteScopeSchema, noteUrgencySchema } from '../../../lib/model/note';
import { pageContextSchema } from '../../../lib/model/page';
import { replySchema, replySourceRowSchema } from '../../../lib/model/reply';
import { fillDraftSchema, replyFormDraftSchema } from '../../../lib/model/reply-draft';
import { DesksideDatabase } from '../../../lib/storage/database';
import { readNotes } from '../../../lib/storage/note-queries';
import { moreShippedRows } from './more-shipped-rows';
import { shippedRows } from './shipped-rows';
import { tablesOf, versions } from './shipped-tables';

/** How a row of a table is read today. */
const schemas: Readonly<Record<string, v.GenericSchema>> = {
  contacts: contactSchema,
  conversations: conversationSchema,
  messages: messageSchema,
  histories: v.looseObject({ coverage: coverageSchema }),
  views: v.looseObject({ anchor: contactRefSchema }),
  links: linkSchema,
  replies: replySchema,
  notes: v.looseObject({
    ...{ contacts: v.array(contactRefSchema), versions: v.array(v.looseObject({})) },
    ...{ urgency: noteUrgencySchema, scope: noteScopeSchema },
  }),
  replyDrafts: v.looseObject({ draft: replyFormDraftSchema }),
  fillDrafts: v.looseObject(fillDraftSchema.entries),
  connections: connectionSchema,
  replySources: replySourceRowSchema,
  screens: v.looseObject({ context: pageContextSchema }),
  sources: v.looseObject({ anchor: contactRefSchema, coverage: coverageSchema }),
  cards: v.looseObject(cardFormSchema.entries),
  cardAnswers: v.looseObject({ content: cardContentSchema }),
  contactWrites: v.looseObject({ field: contactFieldSchema }),
  bulkRuns: v.looseObject({ kind: bulkKindSchema }),
  bulkItems: v.looseObject({ state: v.picklist(bulkItemStates) }),
};

const newest = Math.max(...versions);

/** The keys of a table, in words. */
function keysOf({ primKey, indexes }: TableSchema): string[] {
  return [primKey.src, ...indexes.map(({ src }) => src).sort()];
}

let databases = 0;

/** What this version and the versions before it wrote, by table. */
function writtenBy(version: number): [string, readonly object[]][] {
  const upTo = versions.filter((each) => each <= version);
  return upTo.flatMap((each) => Object.entries({ ...shippedRows[each], ...moreShippedRows[each] }));
}

async function keptFrom(version: number): Promise<string> {
  databases += 1;
  const name = `rows-${databases}`;
  const older = new Dexie(name);
  older.version(version).stores(tablesOf(version));
  for (const [table, rows] of writtenBy(version)) {
    await older.table(table).bulkPut(rows.map((row) => structuredClone(row)));
  }
  older.close();
  return name;
}

describe('practice 17: what every shipped version wrote', () => {
  it.each(versions)('is read today as version %i kept it', async (version) => {
    const db = new DesksideDatabase(await keptFrom(version));
    for (const [table, rows] of writtenBy(version)) {
      const kept = await db.table(table).toArray();
      for (const row of rows) expect(kept).toContainEqual(expect.objectContaining(row));
      // Word for word: a schema that drops or refuses a field would lose it.
      const schema = schemas[table] ?? v.looseObject({});
      for (const row of kept) expect(v.parse(schema, row)).toMatchObject(row);
    }
    db.close();
  });

  it('stands in an example of every table there is, in the form of its newest keys', () => {
    const { tables } = new DesksideDatabase('never opened');
    const names = tables.map(({ name }) => name).sort();
    const keys = tables.map(({ name, schema }) => [name, keysOf(schema)]);
    expect(Object.keys(tablesOf(newest)).sort()).toEqual(names);
    expect([...new Set(writtenBy(newest).map(([table]) => table))].sort()).toEqual(names);
    const older = new Dexie('never opened either');
    older.version(newest).stores(tablesOf(newest));
    expect(older.tables.map(({ name, schema }) => [name, keysOf(schema)])).toEqual(keys);
  });

  it('is found by what the product asks for', async () => {
    const db = new DesksideDatabase(await keptFrom(4));
    const [contact] = await db.contacts.where('emailKeys').equals('ana@example.com').toArray();
    expect(contact).toMatchObject({ id: '7', name: 'Ana Lind' });
    const newest = db.messages.where('[connectionId+contactId+kind]');
    expect(await newest.equals(['chatwoot-1', '7', 'message']).toArray()).toHaveLength(1);
    const ref = v.parse(contactRefSchema, 'chatwoot-1/7');
    expect(await readNotes(db, ref, [ref])).toMatchObject({
      notes: [{ id: 'n1', text: 'VIP' }],
      replicas: [{ noteId: 'n1', state: 'delivered' }],
    });
    const found = db.replies.where('[source+title]').equals(['own', 'Hello']);
    expect(await found.toArray()).toHaveLength(1);
    db.close();
  });
});
