import { describe, expect, test } from 'vitest';
import type { CapturedItem } from '../../../../lib/model/page';
import { saveCapturedContact } from '../../../../lib/worker/history/captured-contact';
import { forgetHistories } from '../../../../lib/worker/history/drop-histories';
import { applyRetention } from '../../../../lib/worker/history/retention';
import { saveCapture } from '../../../../lib/worker/history/save-capture';
import { storedHistories } from '../../../../lib/worker/history/stored-histories';
import { lookUpPerson } from '../../../../lib/worker/person-lookup/look-up-person';
import { contact, context, message, TestWorld } from '../world';
import { day, retentionPorts } from './stored-history';

const tab = { tabId: 3, windowId: 1, origin: 'https://gamma.example' };
const relaxed = { signal: new AbortController().signal, force: false };

async function setUp() {
  const world = new TestWorld();
  await world.connect(
    'gamma',
    {},
    { find: 'seen', history: 'captured' },
    {
      contactFromPage: (page, { connection }) => contact(connection.id, page.conversationId ?? ''),
      mergeCapture: (stored, items, at) =>
        stored.length > 0
          ? [...stored]
          : items.map((item, index) => ({
              ...message(contact('gamma', at.contactId), `m${index}`, item.text),
              conversationId: at.conversationId,
            })),
    },
  );
  return world;
}

const item: CapturedItem = { kind: 'message', direction: 'in', text: 'hello', attachments: [] };
const page = (unreadable: boolean) =>
  context('gamma', { conversationId: 'chat', ...(unreadable ? { unreadable } : {}) });
const capture = (world: TestWorld) =>
  saveCapture(world, tab, { platform: 'gamma', conversationId: 'chat', items: [item] });

async function reason(world: TestWorld) {
  const chat = await world.database.contacts.get(['gamma', 'chat']);
  if (chat === undefined) throw new Error('the page was not taken down');
  await lookUpPerson(world, chat, relaxed);
  return (await world.database.sources.get(['gamma/chat', 'gamma']))?.coverage;
}

describe('the coverage of what only the page shows', () => {
  test('says so, and since when this browser has watched', async () => {
    const world = await setUp();
    await saveCapturedContact(world, tab, page(false));
    await capture(world);
    expect(await reason(world)).toMatchObject({
      state: 'captured',
      reason: 'api-has-no-history',
      since: world.clock,
    });
  });

  test('a page that cannot be read is reported, until it can be read again', async () => {
    const world = await setUp();
    await saveCapturedContact(world, tab, page(true));
    expect(await reason(world)).toMatchObject({ state: 'captured', reason: 'page-unreadable' });
    await saveCapturedContact(world, tab, page(false));
    expect(await reason(world)).toMatchObject({ reason: 'api-has-no-history' });
    await saveCapturedContact(world, tab, page(true));
    await capture(world);
    expect(await reason(world)).toMatchObject({ reason: 'api-has-no-history' });
  });
});

test('opening a conversation in the helpdesk counts as a visit, though nothing is new in it', async () => {
  const world = await setUp();
  await saveCapturedContact(world, tab, page(false));
  await capture(world);
  world.clock += 20 * day;
  await capture(world);
  world.clock += 20 * day;
  await applyRetention(world, retentionPorts(30).ports);
  expect(await world.database.messages.count()).toBe(1);
  world.clock += 11 * day;
  await applyRetention(world, retentionPorts(30).ports);
  expect(await world.database.messages.count()).toBe(0);
});

describe('what was captured and then dropped', () => {
  const dropped: [string, (world: TestWorld) => Promise<void>][] = [
    ['when its time was over', (world) => applyRetention(world, retentionPorts(30).ports)],
    ['by hand', (world) => forgetHistories(world.database, world.clock)],
  ];
  test.each(dropped)('%s: the coverage no longer claims that time', async (_name, drop) => {
    const world = await setUp();
    await saveCapturedContact(world, tab, page(false));
    await capture(world);
    world.clock += 40 * day;
    await drop(world);
    const droppedAt = world.clock;
    expect(await world.database.messages.count()).toBe(0);
    expect(await storedHistories(world)).toEqual([]);

    world.clock += day;
    // The record went with the history; the page shows it again.
    await saveCapturedContact(world, tab, page(false));
    expect(await reason(world)).toMatchObject({ state: 'captured', since: droppedAt });
    await capture(world);
    expect(await reason(world)).toMatchObject({ state: 'captured', since: droppedAt });
    expect(await storedHistories(world)).toMatchObject([{ contactId: 'chat', isOnScreen: false }]);
  });
});

test('somebody whom the page showed without any message stays as long as others do', async () => {
  const world = await setUp();
  const { contacts } = world.database;
  await saveCapturedContact(world, tab, page(false));
  world.clock += 29 * day;
  await applyRetention(world, retentionPorts(30).ports);
  expect(await contacts.count()).toBe(1);
  await saveCapturedContact(world, tab, page(false));
  world.clock += 29 * day;
  await applyRetention(world, retentionPorts(30).ports);
  expect(await contacts.count()).toBe(1);
  world.clock += 2 * day;
  await applyRetention(world, retentionPorts(30).ports);
  expect(await contacts.count()).toBe(0);
});
