import { beforeEach, expect, test } from 'vitest';
import { authorAt } from '../../../lib/worker/author';
import { ref } from '../refs';
import { NotesBrowser } from './notes/notes-browser';
import { openDesk } from './notes/notes-desk';

const sam = new NotesBrowser({ name: 'Sam', hands: openDesk().hands });

beforeEach(async () => {
  await sam.open();
  const { connections } = sam.database;
  await connections.toCollection().modify({ agentName: undefined });
});

async function called(names: Record<string, string>, ownName?: string) {
  for (const [id, agentName] of Object.entries(names)) {
    await sam.database.connections.update(id, { agentName });
  }
  return authorAt(sam.ports, ref('kustomer-1/5'), ownName);
}

test('the agent of the account signs', async () => {
  expect(await called({ 'kustomer-1': 'Kai', 'chatwoot-1': 'Chris' }, 'Mara')).toBe('Kai');
});

test('where the account is nobody’s own, the name from the settings', async () => {
  expect(await called({ 'chatwoot-1': 'Chris' }, 'Mara')).toBe('Mara');
});

test('without one, who the same human is on another account', async () => {
  expect(await called({ 'chatwoot-1': 'Chris' })).toBe('Chris');
});

test('nobody where no name is known', async () => {
  expect(await called({})).toBeUndefined();
});
