import { expect, test } from 'vitest';
import { erasePersonRows } from '../../../../lib/storage/person-tables';
import { emptyNotesDatabase, NotesBrowser } from './notes-browser';
import { openDesk } from './notes-desk';

test('a reading that is under way brings back nothing of a person who is forgotten meanwhile', async () => {
  const { hands } = openDesk();
  const kim = new NotesBrowser({ name: 'Kim', hands });
  await kim.open();
  await kim.save('about Ana');
  await kim.outbox.wake();

  const database = emptyNotesDatabase();
  const keys = hands.map(({ contact }) => contact);
  let forgotten = 0;
  const sam = new NotesBrowser({
    name: 'Sam',
    hands,
    database,
    wrap: (inner) => ({
      send: async (request) => {
        const answer = await inner.send(request);
        forgotten += 1;
        await erasePersonRows(database, keys);
        return answer;
      },
    }),
  });
  await sam.open();
  await sam.refresh();
  expect(forgotten).toBeGreaterThan(0);
  expect(await database.notes.toArray()).toEqual([]);
  expect(await database.replicas.toArray()).toEqual([]);
  expect(await database.nativeNotes.toArray()).toEqual([]);
});
