import { expect, test } from 'vitest';
import { contactRef } from '../../../../lib/model/ids';
import { erasePersonRows } from '../../../../lib/storage/person-tables';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';
import { peopleHandlers } from '../../../../lib/worker/people/handlers';
import { peopleWork } from '../people/people-work';
import { emptyNotesDatabase, NotesBrowser } from './notes-browser';
import { openDesk } from './notes-desk';
import { openTwoPeople } from './two-people';

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

test.each([
  ['a contact that is forgotten', 'contact'],
  ['an account that is removed', 'connection'],
])(
  'what stood in the field of %s while the note is written there is not kept',
  async (_of, what) => {
    const { hands } = openDesk();
    const database = emptyNotesDatabase();
    let isGone = false;
    const sam = new NotesBrowser({
      name: 'Sam',
      hands,
      database,
      wrap: (inner, { name, contact }) => ({
        send: async (request) => {
          const answer = await inner.send(request);
          if (name !== 'chaport' || request.method === 'GET' || isGone) return answer;
          isGone = true;
          if (what === 'contact') await erasePersonRows(database, [contact]);
          else await eraseConnectionData(database, contact.connectionId, { withConnection: true });
          return answer;
        },
      }),
    });
    await sam.open();
    await sam.save('about Ana');
    await sam.outbox.wake();
    expect(isGone).toBe(true);
    const [note] = await database.notes.toArray();
    const kept = (note?.fieldTexts ?? []).map(({ contact }) => contact.split('-')[0]);
    expect(kept).toEqual(['chatra']);
  },
);

test('a note that was also in an account that is no longer connected is forgotten whole, with its draft', async () => {
  const { hands, ana, eva, id } = await openTwoPeople();
  const { database } = ana;
  await eva.save('about Eva');
  const draft = { anchor: eva.anchor, noteId: id, text: 'about Ana, too', updatedAt: 1 };
  await database.noteDrafts.bulkPut([draft, { ...draft, noteId: `${id}.2` }]);
  const [left, away] = hands.map(({ contact }) => contact);
  if (left === undefined || away === undefined) throw new Error('nobody');
  expect((await database.notes.get(id))?.contacts).toContain(contactRef(away));
  await ana.disconnect(away.connectionId);
  const erased = await erasePersonRows(database, [left]);
  expect(erased.every(({ after }) => after === 0)).toBe(true);
  expect(await database.notes.toArray()).toMatchObject([{ text: 'about Eva' }]);
  expect(await database.noteDrafts.toArray()).toEqual([]);
});

test('notes of somebody who is opened again right after having been forgotten are read at once', async () => {
  const { hands } = openDesk();
  const kim = new NotesBrowser({ name: 'Kim', hands });
  await kim.open();
  await kim.save('Call her Dr Lind');
  await kim.outbox.wake();
  const sam = new NotesBrowser({ name: 'Sam', hands });
  await sam.open();
  await sam.refresh(false);
  const people = peopleHandlers(sam.ports, async () => undefined, peopleWork(sam.ports));
  const contacts = hands.map(({ contact: { connectionId, id } }) => ({ connectionId, id }));
  await people['people.forget']({ contacts }, { kind: 'panel' });
  expect(await sam.database.notes.count()).toBe(0);
  await sam.open();
  await sam.refresh(false);
  expect(await sam.database.notes.toArray()).toMatchObject([{ text: 'Call her Dr Lind' }]);
});
