import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { contactSchema } from '../../../lib/model/contact';
import { coverageSchema } from '../../../lib/model/coverage';
import { conversationSchema, messageSchema } from '../../../lib/model/history';
import { contactRefSchema } from '../../../lib/model/ids';
import { linkSchema } from '../../../lib/model/link';
import { noteScopeSchema, noteUrgencySchema } from '../../../lib/model/note';
import { replySchema } from '../../../lib/model/reply';
import { fillDraftSchema, replyFormDraftSchema } from '../../../lib/model/reply-draft';
import { DesksideDatabase } from '../../../lib/storage/database';
import { readNotes } from '../../../lib/storage/note-queries';
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
};

let databases = 0;

/** What this version and the versions before it wrote, by table. */
function writtenBy(version: number): [string, readonly object[]][] {
  const upTo = versions.filter((each) => each <= version);
  return upTo.flatMap((each) => Object.entries(shippedRows[each] ?? {}));
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
