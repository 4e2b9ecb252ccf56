import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { definitionOf } from '../../../../lib/platforms/registry';
import { DesksideDatabase } from '../../../../lib/storage/database';
import { readLiveConversations } from '../../../../lib/storage/people-queries';
import { collisionWords, findCollisions } from '../../../../lib/timeline/collisions';
import { lookUpPerson } from '../../../../lib/worker/person-lookup/look-up-person';
import type { WorkerPorts } from '../../../../lib/worker/ports';
import type { StoryRecord, World } from '../../../helpdesks/world/types';
import { apiOver, onChatwoot, onKustomer } from '../../platforms/emulated';

const start = Date.UTC(2026, 10, 20, 12);

const ana = (ago: number): StoryRecord => ({
  name: 'Ana Lind',
  email: 'ana@example.com',
  conversations: [
    {
      channel: 'chat',
      status: 'open',
      assignee: 'sam',
      messages: [{ ago, from: 'customer', text: 'Is anybody there?' }],
    },
  ],
});

const world: World = {
  now: start,
  agents: [{ key: 'sam', name: 'Sam Okafor', email: 'sam@acme.example' }],
  people: [{ key: 'ana', about: 'writes in two places', chatwoot: [ana(12)], kustomer: [ana(40)] }],
};

/** Ana's Kustomer conversation on screen, with what both platforms have of her kept up to date. */
async function open() {
  const chatwoot = onChatwoot(world);
  const kustomer = onKustomer(world);
  const [account] = chatwoot.emulator.installation('app.chatwoot.com').accounts;
  const [there] = account?.conversations ?? [];
  const bare = kustomer.records[0]?.contact;
  if (there === undefined || bare === undefined) throw new Error('nobody');
  const anchor = { ...bare, emails: ['ana@example.com'], emailKeys: ['ana@example.com'] };
  const clock = { now: start };
  const apis = new Map(
    [chatwoot, kustomer].map(({ connection, transport }) => [
      connection.id,
      apiOver(connection, transport),
    ]),
  );
  const database = new DesksideDatabase('collisions');
  const ports: WorkerPorts = {
    database,
    definitionOf,
    now: () => clock.now,
    apiOf: ({ id }) => {
      const api = apis.get(id);
      if (api === undefined) throw new TypeError(`no api for ${id}`);
      return api;
    },
  };
  await database.connections.bulkPut([chatwoot.connection, kustomer.connection]);
  await database.contacts.put(anchor);
  const refresh = async (after: number) => {
    clock.now += after;
    const { signal } = new AbortController();
    await lookUpPerson(ports, anchor, { signal, force: false });
    const sources = await database.sources.toArray();
    const contacts = sources.flatMap(({ connectionId, contactIds }) =>
      contactIds.map((id) => ({ connectionId, id })),
    );
    const [shown] = await database.conversations
      .where({ connectionId: anchor.connectionId })
      .toArray();
    const collisions = findCollisions({
      ...(await readLiveConversations(database, contacts, 0)),
      shown: {
        connectionId: anchor.connectionId,
        contactId: anchor.id,
        conversationId: shown?.id,
      },
      agentNames: new Map([['chatwoot-1', 'Lena Hoffmann']]),
      now: clock.now,
    });
    return collisions.map((collision) => collisionWords(collision, 'Chatwoot', clock.now));
  };
  return { there, refresh };
}

test('what happens with a conversation elsewhere is shown within the next refresh, until it is resolved', async () => {
  const { there, refresh } = await open();
  expect(await refresh(0)).toEqual([
    'Also open in Chatwoot. Assigned to Sam Okafor. Waiting for a reply for 12 min.',
  ]);
  there.assigneeId = null;
  expect(await refresh(75_000)).toEqual(['Also open in Chatwoot. Waiting for a reply for 13 min.']);
  there.status = 'resolved';
  expect(await refresh(75_000)).toEqual([]);
});
