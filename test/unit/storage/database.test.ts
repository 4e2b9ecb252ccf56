import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { DesksideDatabase } from '../../../lib/storage/database';

test('what an older version stored is there after the update, and drafts of responses can be kept', async () => {
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

test('before the third version a link could only say “the same”', async () => {
  const older = new Dexie('oldest');
  older.version(2).stores({ links: '[a+b], a, b' });
  await older.table('links').put({ a: 'one/1', b: 'two/1' });
  older.close();
  const database = new DesksideDatabase('oldest');
  expect(await database.links.toArray()).toMatchObject([{ verdict: 'same' }]);
});
