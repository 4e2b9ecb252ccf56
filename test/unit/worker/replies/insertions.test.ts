import Dexie from 'dexie';
import { beforeEach, expect, test, vi } from 'vitest';
import type { InsertOutcome } from '../../../../lib/model/insertion';
import { insertOnPage, undoOnPage } from '../../../../lib/worker/replies/insertions';
import type { PageLink } from '../../../../lib/worker/replies/page-link';
import { saveScreen } from '../../../../lib/worker/screens';
import { eventually } from '../../eventually';
import { context, TestWorld } from '../world';

const tab = { tabId: 3, windowId: 1, origin: 'https://alpha.example' };
const insertionId = 'one';
const here = { windowId: 1, tabId: 3, insertionId };
const text = { blocks: [{ kind: 'paragraph' as const, spans: [{ text: 'hello' }] }] };
const reply = { source: 'own', id: 'r-1' };
const inserted: InsertOutcome = {
  kind: 'inserted',
  mode: 'reply',
  length: 5,
  canUndo: true,
  pickerOpened: false,
};

let world: TestWorld;
let subject: string;
let asked: unknown[];
let answer: Awaited<ReturnType<PageLink['ask']>>;
let permitted: boolean;

const link: PageLink = {
  isPermitted: async () => permitted,
  ask: async (...question) => {
    asked.push(question);
    return answer;
  },
};
const screenOfWindow = () => world.database.screens.get(3);
const insert = (more: object = {}) =>
  insertOnPage(world, link, screenOfWindow, {
    ...here,
    subject,
    mode: 'reply',
    text,
    reply,
    ...more,
  });

beforeEach(async () => {
  world = new TestWorld();
  await world.connect('alpha', {});
  const words = { title: '', shortcut: '', body: 'hello' };
  await world.database.replies.put({ ...reply, ...words, tags: [], variants: [], platforms: [] });
  subject = await saveScreen(world, tab, context('alpha', { conversationId: 'c-1' }));
  asked = [];
  answer = inserted;
  permitted = true;
});

test('asks the tab in front, tells whom it is for, and counts the use', async () => {
  expect(await insert()).toEqual(inserted);
  const expected = { origin: 'https://alpha.example', platform: 'alpha', conversationId: 'c-1' };
  expect(asked).toMatchObject([
    [3, { type: 'worker.insert', insertionId, text, mode: 'reply', expected }],
  ]);
  await insert();
  await eventually(async () =>
    expect(await world.database.usage.get(['own', 'r-1'])).toMatchObject({
      count: 2,
      lastUsedAt: world.now(),
    }),
  );
});

test.each([
  ['fails', () => Promise.reject(new DOMException('full', 'QuotaExceededError'))],
  ['does not end', () => new Promise<never>(() => undefined)],
])('a text is in also where counting it %s', async (_what, count) => {
  vi.spyOn(world.database, 'transaction').mockImplementation(() => Dexie.Promise.resolve(count()));
  expect(await insert()).toEqual(inserted);
});

test('a tab that is about somebody else by now is not asked', async () => {
  await saveScreen(world, tab, context('alpha', { conversationId: 'c-2' }));
  expect(await insert()).toEqual({ kind: 'refused', reason: 'wrong-contact' });
  expect(asked).toEqual([]);
});

test('a text is not inserted into another conversation of the same contact', async () => {
  const shown = (conversationId?: string) =>
    saveScreen(world, tab, context('alpha', { contactId: 'ana', conversationId }));
  subject = await shown('c-2');
  expect(await insert({ conversationId: 'c-1' })).toEqual({
    kind: 'refused',
    reason: 'wrong-contact',
  });
  expect(asked).toEqual([]);
  expect(await insert({ conversationId: 'c-2' })).toEqual(inserted);
  // Written before the page told which one it shows.
  expect(await insert()).toEqual(inserted);
  subject = await shown();
  expect(await insert({ conversationId: 'c-2' })).toMatchObject({ kind: 'refused' });
});

test('another tab that shows the same contact is not asked', async () => {
  expect(await insert({ tabId: 4 })).toEqual({ kind: 'refused', reason: 'wrong-contact' });
  expect(await undoOnPage(link, screenOfWindow, { ...here, tabId: 4 })).toEqual({
    kind: 'refused',
    reason: 'wrong-contact',
  });
  expect(asked).toEqual([]);
});

test('without the right to the site nobody is asked', async () => {
  permitted = false;
  const refused = { kind: 'refused', reason: 'permission-missing' };
  expect(await insert()).toEqual(refused);
  expect(await undoOnPage(link, screenOfWindow, here)).toEqual(refused);
  expect(asked).toEqual([]);
});

test('a right that is missing is what is told, also when the tab showed somebody else meanwhile', async () => {
  await saveScreen(world, tab, context('alpha', { conversationId: 'c-2' }));
  permitted = false;
  expect(await insert()).toEqual({ kind: 'refused', reason: 'permission-missing' });
});

test('a window without helpdesk in front', async () => {
  await world.database.screens.clear();
  expect(await insert()).toEqual({ kind: 'refused', reason: 'page-gone' });
  expect(await undoOnPage(link, screenOfWindow, here)).toEqual({
    kind: 'refused',
    reason: 'page-gone',
  });
});

test.each([
  ['gone', { kind: 'refused', reason: 'page-gone' }],
  ['unreachable', { kind: 'doubtful' }],
  [{ kind: 'refused', reason: 'join-first' } as const, { kind: 'refused', reason: 'join-first' }],
] as const)('an answer of %j is no use', async (given, expected) => {
  answer = given;
  expect(await insert()).toEqual(expected);
  expect(await world.database.usage.count()).toBe(0);
});

test('undo asks the same tab, for this insertion', async () => {
  await undoOnPage(link, screenOfWindow, here);
  expect(asked).toEqual([[3, { type: 'worker.undo-insert', insertionId }]]);
});
