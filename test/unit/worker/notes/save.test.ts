import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { ref } from '../../refs';
import { NotesBrowser, refOf } from './notes-browser';
import { openDesk } from './notes-desk';

/** Sam with a note; what readings and separations write is stored while the next command is under way. */
async function withNoteInUse() {
  const { hands } = openDesk();
  const sam = new NotesBrowser({ name: 'Sam', hands });
  await sam.open();
  const id = await sam.save('one');
  await sam.outbox.wake();
  const { notes } = sam.database;
  const chatra = refOf(hands.find(({ name }) => name === 'chatra'));
  const beside = {
    fieldTexts: [{ contact: chatra, text: 'Likes blue.', at: 5 }],
    parted: [ref('kustomer-1/somebody')],
  };
  let isBegun = false;
  const arrived = new Promise<number>((resolve, reject) => {
    notes.hook('reading', (row) => {
      if (!isBegun) Dexie.ignoreTransaction(() => notes.update(id, beside).then(resolve, reject));
      isBegun = true;
      return row;
    });
  });
  const kept = { ...beside, fieldTexts: expect.arrayContaining(beside.fieldTexts) };
  return { sam, id, kept, arrived };
}

test('what is stored beside the text of a note while somebody saves it stays', async () => {
  const { sam, id, kept, arrived } = await withNoteInUse();
  await sam.save('two', { id });
  await arrived;
  expect(await sam.database.notes.get(id)).toMatchObject({ ...kept, text: 'two', revision: 2 });
});

test('what is stored beside the text of a note while somebody deletes it stays', async () => {
  const { sam, id, kept, arrived } = await withNoteInUse();
  await sam.command('notes.delete', id);
  await arrived;
  expect(await sam.database.notes.get(id)).toMatchObject(kept);
});

test('a note of a person who is forgotten while somebody saves it does not come back', async () => {
  const { hands } = openDesk();
  const sam = new NotesBrowser({ name: 'Sam', hands });
  await sam.open();
  const id = await sam.save('one');
  const { notes } = sam.database;
  let isBegun = false;
  notes.hook('reading', (row) => {
    if (!isBegun) void Dexie.ignoreTransaction(() => notes.delete(id));
    isBegun = true;
    return row;
  });
  expect(await sam.save('two', { id })).toContain('no longer exists');
  expect(await notes.count()).toBe(0);
});
