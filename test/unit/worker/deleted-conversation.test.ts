import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { definitionOf } from '../../../lib/platforms/registry';
import { DesksideDatabase } from '../../../lib/storage/database';
import { loadNewest } from '../../../lib/worker/history/load';
import type { WorkerPorts } from '../../../lib/worker/ports';
import { saveScreen } from '../../../lib/worker/screens';
import { TabLoads } from '../../../lib/worker/tab-loads';
import type { StoryConversation, World } from '../../helpdesks/world/types';
import { apiOver, onChatwoot } from '../platforms/emulated';
import { context } from './world';

const start = Date.UTC(2026, 10, 20, 12);

const chat = (ago: number, count: number): StoryConversation => ({
  channel: 'chat',
  status: 'open',
  messages: Array.from({ length: count }, (_, index) => ({
    ago: ago + index,
    from: 'customer' as const,
    text: `said ${ago + index} minutes ago`,
  })).reverse(),
});

const world: World = {
  now: start,
  agents: [],
  people: [
    {
      key: 'ana',
      about: 'two conversations',
      chatwoot: [
        { name: 'Ana', email: 'ana@example.com', conversations: [chat(10, 3), chat(500, 30)] },
        { name: 'Ana', email: 'ana@example.org', conversations: [] },
      ],
    },
  ],
};

let databases = 0;

/** Ana's newer conversation on screen in Chatwoot, her history loaded. */
async function onScreen() {
  const { emulator, connection, transport } = onChatwoot(world);
  const [account] = emulator.installation('app.chatwoot.com').accounts;
  const shown = account?.conversations.toSorted((one, other) => other.createdAt - one.createdAt);
  const [newer, older] = shown ?? [];
  if (account === undefined || newer === undefined || older === undefined) throw new Error('none');
  const clock = { now: start };
  databases += 1;
  const database = new DesksideDatabase(`deleted-${databases}`);
  const api = apiOver(connection, transport);
  const ports: WorkerPorts = { database, definitionOf, now: () => clock.now, apiOf: () => api };
  await database.connections.put(connection);
  const conversationId = String(newer.displayId);
  const page = context('chatwoot', { account: '1', conversationId });
  await saveScreen(ports, { tabId: 3, windowId: 1, origin: connection.pageOrigin }, page);
  const loads = new TabLoads(ports);
  const watch = async (): Promise<void> => {
    const screen = await database.screens.get(3);
    if (screen !== undefined) await loads.load(screen, { force: false });
  };
  await watch();
  const [source] = await database.sources.toArray();
  expect(source?.coverage?.state).toBe('complete');
  const remove = (conversation: typeof newer) => {
    account.conversations = account.conversations.filter((each) => each !== conversation);
  };
  const later = async (ms = 75_000): Promise<void> => {
    clock.now += ms;
    await watch();
  };
  const activity = async (): Promise<void> => {
    const [contact] = await database.contacts.toArray();
    if (contact === undefined) throw new Error('nobody');
    const { signal } = new AbortController();
    await loadNewest(ports, connection, contact, {
      signal,
      force: true,
      onPart: async () => undefined,
    });
  };
  const merge = (): string => {
    const [gone, base] = account.contacts;
    if (gone === undefined || base === undefined) throw new Error('nobody to merge');
    for (const conversation of account.conversations) conversation.contactId = base.id;
    account.contacts = account.contacts.filter((each) => each !== gone);
    return String(base.id);
  };
  return { database, newer, older, remove, merge, later, activity };
}

describe('a conversation that is deleted in Chatwoot', () => {
  test('while it is on screen leaves nobody on screen, within the regular refresh', async () => {
    const { database, newer, remove, later } = await onScreen();
    remove(newer);
    await later();
    expect(await database.screens.get(3)).toMatchObject({
      phase: 'unknown',
      anchor: undefined,
      problem: { state: 'not-found' },
    });
  });

  test('leaves nobody on screen as soon as a fetch notices, however fresh all is', async () => {
    const { database, newer, remove, later, activity } = await onScreen();
    const before = await database.screens.get(3);
    remove(newer);
    await activity();
    expect((await database.screens.get(3))?.round).toBe((before?.round ?? 0) + 1);
    await later(1_000);
    expect(await database.screens.get(3)).toMatchObject({ phase: 'unknown', anchor: undefined });
  });

  test('leaves nobody on screen also where only the history was due', async () => {
    const { database, newer, remove, later } = await onScreen();
    await database.histories.toCollection().modify({ fetchedAt: 0 });
    remove(newer);
    await later(1_000);
    expect(await database.screens.get(3)).toMatchObject({ phase: 'unknown', anchor: undefined });
  });

  test('beside the one on screen goes from the history, within the regular refresh', async () => {
    const { database, newer, older, remove, later } = await onScreen();
    expect(await database.messages.count()).toBe(33);
    remove(older);
    await later();
    expect(await database.messages.count()).toBe(3);
    const kept = await database.conversations.toArray();
    expect(kept.map(({ id }) => id)).toEqual([String(newer.displayId)]);
  });
});

describe('a contact on screen who is merged into another in Chatwoot', () => {
  test.each<[string, (desk: Awaited<ReturnType<typeof onScreen>>) => Promise<void>]>([
    ['within the regular refresh', ({ later }) => later()],
    [
      'also where only the history was due',
      async ({ database, later }) => {
        await database.histories.toCollection().modify({ fetchedAt: 0 });
        await later(1_000);
      },
    ],
  ])('gives way to the one who is left, %s', async (_when, refresh) => {
    const desk = await onScreen();
    const base = desk.merge();
    await refresh(desk);
    const anchor = `chatwoot-1/${base}`;
    expect(await desk.database.screens.get(3)).toMatchObject({ phase: 'identified', anchor });
    expect((await desk.database.contacts.toArray()).map(({ id }) => id)).toEqual([base]);
    const source = await desk.database.sources.get([anchor, 'chatwoot-1']);
    expect(source).toMatchObject({ phase: 'settled', contactIds: [base] });
    const messages = await desk.database.messages.toArray();
    expect(new Set(messages.map(({ contactId }) => contactId))).toEqual(new Set([base]));
  });
});
