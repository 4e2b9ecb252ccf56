import { expect, test } from 'vitest';
import { eraseConnectionData } from '../../../../lib/worker/connections/erase-data';
import { NotesBrowser } from './notes-browser';
import { openDesk } from './notes-desk';

test('a text that was written elsewhere may be kept though another platform takes less', async () => {
  const { hands } = openDesk();
  const sam = new NotesBrowser({ name: 'Sam', hands });
  await sam.open();
  const id = await sam.save('one');
  await sam.outbox.wake();
  const long = 'x'.repeat(3_000);
  await sam.database.notes.update(id, { conflict: { revision: 2, text: long, at: sam.clock } });
  const resolve = (text: string) =>
    sam.handlers['notes.resolve']({ noteId: id, anchor: sam.anchor, text }, { kind: 'panel' });
  expect(await resolve(`${long} and more`)).toMatchObject({ kind: 'failed' });
  expect(await resolve(long)).not.toMatchObject({ kind: 'failed' });
  expect((await sam.database.notes.get(id))?.text).toBe(long);
});

test('what a platform tells of after its account was removed is not written any more', async () => {
  const { hands } = openDesk();
  let isRemoved = false;
  const sam: NotesBrowser = new NotesBrowser({
    name: 'Sam',
    hands,
    wrap: (inner) => ({
      send: async (request) => {
        const answer = await inner.send(request);
        if (isRemoved) {
          await eraseConnectionData(sam.database, 'chatwoot-1', { withConnection: true });
        }
        return answer;
      },
    }),
  });
  await sam.open();
  await sam.save('one');
  await sam.outbox.wake();
  isRemoved = true;
  await sam.refresh();
  const natives = await sam.database.nativeNotes.toArray();
  const replicas = await sam.database.replicas.toArray();
  const ids = [...natives, ...replicas].map(({ connectionId }) => connectionId);
  expect(ids).not.toContain('chatwoot-1');
  expect(ids).toContain('kustomer-1');
});

test('two copies given up at once: both stay given up', async () => {
  const { hands } = openDesk();
  const sam = new NotesBrowser({ name: 'Sam', hands });
  await sam.open();
  const id = await sam.save('one');
  const rows = await sam.database.replicas.where('noteId').equals(id).toArray();
  const [first, second] = rows.map(({ contact }) => contact);
  const discard = (contact = sam.anchor) =>
    sam.handlers['notes.discard']({ noteId: id, contact }, { kind: 'panel' });
  await Promise.all([discard(first), discard(second)]);
  const declined = (await sam.database.notes.get(id))?.declined ?? [];
  expect([...declined].sort()).toEqual([first, second].sort());
});
