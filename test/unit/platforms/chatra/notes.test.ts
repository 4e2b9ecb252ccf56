import { expect, test } from 'vitest';
import { clientNotes } from '../../../../lib/platforms/chatra/notes';
import { connection, now, signal } from './fake';

const contact = {
  connectionId: 'chatra-1',
  platform: 'chatra',
  id: 'chat',
  emails: [],
  phones: [],
  emailKeys: [],
  phoneKeys: [],
  externalIds: [],
  fetchedAt: now,
};

function notesOf(client: unknown) {
  const transport = { send: async () => ({ status: 200, body: client }) };
  return clientNotes({ connection, transport, now: () => now, remember: async () => undefined });
}

test.each([
  [{ basicInfo: { notes: 'Likes tea' }, info: { notes: 'merged' } }, 'Likes tea'],
  [{ basicInfo: { name: 'Nora' }, info: { notes: 'merged' } }, ''],
  [{ info: { Notes: 'merged' } }, 'merged'],
  [{}, ''],
])('the field in %j', async (client, field) => {
  const { field: read } = await notesOf(client).read({ ...contact, handle: 'secret' }, signal);
  expect(read).toBe(field);
});

test('an unreadable field is not taken for an empty one', async () => {
  const notes = notesOf({ basicInfo: { notes: 7 } });
  await expect(notes.read({ ...contact, handle: 'secret' }, signal)).rejects.toMatchObject({
    failure: 'not-json',
  });
});

test('without the client’s secret id nothing is read or written', async () => {
  await expect(notesOf({}).read(contact, signal)).rejects.toMatchObject({ reason: 'no-handle' });
});
