import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test, vi } from 'vitest';
import { DesksideDatabase } from '../../../lib/storage/database';
import { readNativeNotes } from '../../../lib/storage/note-queries';
import { message } from '../timeline/samples';

test('practice 17: what an older version stored is there after the update, and drafts of responses can be kept', async () => {
  const older = new Dexie('updated');
  older.version(3).stores({
    links: '[a+b], a, b',
    replies: '[source+id], source',
    noteDrafts: '[anchor+noteId], anchor',
  });
  const draft = { anchor: 'one/1', noteId: '', text: 'half', updatedAt: 1 };
  await older.table('noteDrafts').put(draft);
  await older.table('links').put({ a: 'one/1', b: 'two/1', verdict: 'different' });
  older.close();

  const database = new DesksideDatabase('updated');
  expect(await database.noteDrafts.toArray()).toEqual([draft]);
  expect(await database.links.toArray()).toMatchObject([{ verdict: 'different' }]);
  const fill = {
    subject: 'here',
    reply: 'own/1',
    connectionId: 'one',
    body: 'Dear you',
    answers: [],
    updatedAt: 1,
  };
  await database.fillDrafts.put(fill);
  expect(await database.fillDrafts.where('connectionId').equals('one').toArray()).toEqual([fill]);
  expect(await database.replyDrafts.count()).toBe(0);
});

test('before the fifth version the notes among the messages of a person were found by reading all of them', async () => {
  const older = new Dexie('without-kinds');
  older.version(4).stores({
    messages:
      '[connectionId+id], [connectionId+contactId], [connectionId+conversationId], [connectionId+contactId+sentAt]',
  });
  const stored = [
    message({ id: '1' }),
    message({ id: '2', kind: 'note' }),
    message({ id: '3', kind: 'note', deleted: true }),
    message({ id: '4', kind: 'note', contactId: 'other' }),
    ...Array.from({ length: 200 }, (_none, index) => message({ id: `more-${index}` })),
  ];
  await older.table('messages').bulkPut(stored);
  older.close();
  const database = new DesksideDatabase('without-kinds');
  const { connectionId, contactId } = message();
  await database.open();
  const walked = vi.spyOn(IDBCursor.prototype, 'continue');
  const found = await readNativeNotes(database, [{ connectionId, id: contactId }]);
  expect(found.messages).toEqual([stored[1]]);
  expect(walked.mock.calls.length).toBeLessThan(10);
  expect(await database.messages.toArray()).toEqual(expect.arrayContaining(stored));
});

test('before the third version a link could only say “the same”', async () => {
  const older = new Dexie('oldest');
  older.version(2).stores({ links: '[a+b], a, b' });
  await older.table('links').put({ a: 'one/1', b: 'two/1' });
  older.close();
  const database = new DesksideDatabase('oldest');
  expect(await database.links.toArray()).toMatchObject([{ verdict: 'same' }]);
});
