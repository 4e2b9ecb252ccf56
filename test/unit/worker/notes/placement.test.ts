import { expect, test } from 'vitest';
import { absentRef } from '../../../../lib/model/ids';
import { readCopy } from '../../../../lib/notes/copy-marker';
import { missingAccounts } from '../../../../lib/notes/note-scope';
import { NotesBrowser } from './notes-browser';
import { openDesk } from './notes-desk';

const delivered = {
  chatwoot: 'delivered',
  kustomer: 'delivered',
  chaport: 'delivered',
  chatra: 'delivered',
};

async function open() {
  const { hands } = openDesk();
  const sam = new NotesBrowser({ name: 'Sam', hands });
  await sam.open();
  return { hands, sam };
}

test.each(['kustomer', 'chaport', 'chatra'])(
  '%s: a note from before it was connected reaches it',
  async (name) => {
    const { sam } = await open();
    await sam.disconnect(`${name}-1`);
    const id = await sam.save('early');
    await sam.outbox.wake();
    expect((await sam.states(id))[name]).toBeUndefined();
    sam.clock += 1_000;
    await sam.connectAll();
    await sam.refresh();
    expect(await sam.states(id)).toEqual(delivered);
  },
);

test('a note that waited when its helpdesk was removed reaches it when it is connected again', async () => {
  const { sam } = await open();
  await sam.open(['chaport']);
  const id = await sam.save('waits');
  await sam.outbox.wake();
  expect((await sam.states(id)).chaport).toBe('waiting: no-contact');
  await sam.disconnect('chaport-1');
  expect((await sam.states(id)).chaport).toBeUndefined();
  sam.clock += 1_000;
  await sam.connectAll();
  await sam.refresh();
  expect(await sam.states(id)).toEqual(delivered);
});

test('a copy that is there already is found, not made twice', async () => {
  const { hands, sam } = await open();
  const id = await sam.save('once');
  await sam.outbox.wake();
  await sam.disconnect('kustomer-1');
  sam.clock += 1_000;
  await sam.connectAll();
  await sam.refresh();
  expect(await sam.states(id)).toEqual(delivered);
  const [, kustomer] = hands;
  const copies = (await kustomer?.see())?.filter(({ text }) => readCopy(text) !== undefined);
  expect(copies).toHaveLength(1);
});

test('a colleague’s note goes to what was connected after it was read, and waits where nobody is known', async () => {
  const { hands, sam } = await open();
  const others = hands.filter(({ name }) => name !== 'chatra');
  const kim = new NotesBrowser({ name: 'Kim', hands: others });
  await kim.open();
  await sam.disconnect('chatra-1');
  const id = await kim.save('from Kim');
  await kim.outbox.wake();
  await sam.refresh();
  expect((await sam.states(id)).chatra).toBeUndefined();
  sam.clock += 1_000;
  await sam.connectAll();
  await sam.database.sources.update([sam.anchor, 'chatra-1'], { contactIds: [] });
  await sam.refresh();
  expect((await sam.states(id)).chatra).toBe('waiting: no-contact');
  const [contact] = hands.filter(({ name }) => name === 'chatra');
  await sam.database.sources.update([sam.anchor, 'chatra-1'], {
    contactIds: [contact?.contact.id ?? ''],
  });
  await sam.refresh();
  expect(await sam.states(id)).toEqual(delivered);
});

test('a colleague’s note that never reached an account can be written there when somebody asks', async () => {
  const { hands, sam } = await open();
  const kim = new NotesBrowser({
    name: 'Kim',
    hands: hands.filter(({ name }) => name !== 'chatra'),
  });
  await kim.open();
  const id = await kim.save('from Kim');
  await kim.outbox.wake();
  await sam.refresh();
  const note = await sam.database.notes.get(id);
  if (note === undefined) throw new Error('no note');
  const rows = await sam.database.replicas.where('noteId').equals(id).toArray();
  const targets = hands.map(({ name, connection }) => {
    return { connectionId: connection.id, label: name, isKnown: true };
  });
  expect(missingAccounts(note, rows, targets).map(({ label }) => label)).toEqual(['chatra']);
  await sam.command('notes.retry', id, absentRef('chatra-1'));
  expect(await sam.states(id)).toEqual(delivered);
});
