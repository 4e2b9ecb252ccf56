import { beforeEach, expect, test } from 'vitest';
import type { PageContext } from '../../../../lib/model/page';
import { contactFromPage } from '../../../../lib/platforms/chatra/contacts';
import { saveCapturedContact } from '../../../../lib/worker/history/captured-contact';
import { withVisitorsAddresses } from '../../../../lib/worker/person-lookup/visitor-addresses';
import { context, TestWorld } from '../world';

const tab = { tabId: 3, windowId: 1, origin: 'https://gamma.example' };

let world: TestWorld;

beforeEach(async () => {
  world = new TestWorld();
  await world.connect(
    'gamma',
    {},
    { find: 'seen', history: 'captured' },
    {
      contactFromPage: (page, target) => {
        const read = contactFromPage(page, target);
        return read && { ...read, platform: 'gamma' };
      },
    },
  );
  Object.assign(world, { peopleSettings: async () => ({ ownDomains: ['acme.example'] }) });
});

/** What the page shows of a chat, as the worker keeps it. */
async function shown(chat: string, name: string | undefined, email?: string, phone?: string) {
  const page: PageContext = context('gamma', {
    conversationId: chat,
    hints: {
      name,
      emails: email === undefined ? [] : [email],
      phones: phone === undefined ? [] : [phone],
    },
  });
  const kept = await withVisitorsAddresses(world, tab, page);
  await saveCapturedContact(world, tab, kept);
  return [...kept.hints.emails, ...kept.hints.phones];
}

const addresses = async () =>
  (await world.database.contacts.toArray()).map(({ id, emails, phones }) => [
    id,
    ...emails,
    ...phones,
  ]);

test('an address of the own company is not the visitor’s', async () => {
  expect(await shown('one', 'Ana', 'sam@acme.example')).toEqual([]);
  expect(await shown('one', 'Ana', 'ana@mail.example')).toEqual(['ana@mail.example']);
});

test('a number without country code is the team’s as one with it', async () => {
  const ownDomains: string[] = [];
  Object.assign(world, { peopleSettings: async () => ({ ownDomains, defaultRegion: 'DE' }) });
  await shown('one', 'Ana Souza', undefined, '030 23456789');
  expect(await shown('two', 'Omar Haddad', undefined, '+49 30 23456789')).toEqual([]);
  expect(await shown('three', 'Pia', undefined, '030 23 45 67 89')).toEqual([]);
  expect(await addresses()).toEqual([['one'], ['three'], ['two']]);
});

test('two tabs that report at once both add to what is known as the team’s', async () => {
  await Promise.all([
    shown('one', 'Ana Souza', 'desk@mail.example'),
    shown('two', 'Pia Berg', undefined, '+49 30 23456789'),
  ]);
  await Promise.all([
    shown('three', 'Omar Haddad', 'desk@mail.example'),
    shown('four', 'Zoe Lind', undefined, '+49 30 23456789'),
  ]);
  expect(await shown('five', 'Kim Ito', 'desk@mail.example', '+49 30 23456789')).toEqual([]);
});

test('whoever is looked up beside another tab is looked for again with what this page shows', async () => {
  await world.database.windows.put({ windowId: 2, tabId: 8 });
  await world.database.windows.put({ windowId: 1, tabId: tab.tabId });
  const screen = {
    windowId: 2,
    origin: 'https://alpha.example',
    subject: 's',
    round: 0,
    phase: 'identified' as const,
  };
  await world.database.screens.bulkPut([
    { ...screen, tabId: 8, context: context('alpha', {}) },
    { ...screen, tabId: tab.tabId, context: context('gamma', {}) },
  ]);
  const rounds = async () =>
    (await world.database.screens.toArray()).map(({ tabId, round }) => [tabId, round]);
  await shown('one', 'Ana Souza', 'ana@mail.example');
  expect(await rounds()).toEqual([
    [tab.tabId, 0],
    [8, 1],
  ]);
  // Nothing new, nothing to look for.
  await shown('one', 'Ana Souza', 'ana@mail.example');
  expect(await rounds()).toEqual([
    [tab.tabId, 0],
    [8, 1],
  ]);
});

test('what stands beside visitors of other names is nobody’s, also of the first of them', async () => {
  expect(await shown('one', 'Ana Souza', 'sam@helpers.example')).toHaveLength(1);
  expect(await shown('two', 'Omar Haddad', 'Sam@Helpers.example')).toEqual([]);
  expect(await addresses()).toEqual([['one'], ['two']]);
  // Remembered, though nobody carries it any longer.
  expect(await shown('three', 'Pia', 'sam@helpers.example')).toEqual([]);
  expect(await shown('one', 'Ana Souza', 'sam@helpers.example')).toEqual([]);
});

test('numbers too', async () => {
  await shown('one', 'Ana', undefined, '+46 70 123 45 67');
  expect(await shown('two', 'Omar', undefined, '+46701234567')).toEqual([]);
  expect(await addresses()).toEqual([['one'], ['two']]);
});

test('visitors with names that the app made up are told apart by their numbers', async () => {
  await shown('one', 'Sweden #12', 'sam@helpers.example');
  expect(await shown('two', 'Peru #9', 'sam@helpers.example')).toEqual([]);
});

test.each([
  ['Ana Souza', 'Ana Souza'],
  ['Ana', 'Ana Souza'],
  [undefined, undefined],
  [undefined, 'Ana'],
])('one customer in two chats keeps the address: %s and %s', async (one, two) => {
  await shown('one', one, 'ana@mail.example');
  expect(await shown('two', two, 'ana@mail.example')).toEqual(['ana@mail.example']);
  expect(await addresses()).toEqual([
    ['one', 'ana@mail.example'],
    ['two', 'ana@mail.example'],
  ]);
});

test('on platforms that tell by themselves the context stays as it is', async () => {
  await world.connect('alpha', {});
  const page = context('alpha', {
    hints: { emails: ['sam@acme.example'], phones: [] },
  });
  const alpha = { ...tab, origin: 'https://alpha.example' };
  expect(await withVisitorsAddresses(world, alpha, page)).toBe(page);
});

test('who has given a name by now is not held for one of the nameless', async () => {
  await shown('one', 'Visitor #12');
  await shown('one', 'Ana Souza', 'ana@mail.example');
  expect(await shown('two', 'Ana Souza', 'ana@mail.example')).toEqual(['ana@mail.example']);
  expect(await addresses()).toEqual([
    ['one', 'ana@mail.example'],
    ['two', 'ana@mail.example'],
  ]);
});

test('visitors who turn out to be called the same have their address back', async () => {
  await shown('one', 'Visitor #12', 'ana@mail.example');
  expect(await shown('two', 'Visitor #20', 'ana@mail.example')).toEqual([]);
  expect(await shown('one', 'Ana Souza', 'ana@mail.example')).toEqual([]);
  // While a page is being drawn it may show no name.
  expect(await shown('two', undefined, 'ana@mail.example')).toEqual([]);
  expect(await shown('two', 'Ana Souza', 'ana@mail.example')).toEqual(['ana@mail.example']);
  expect(await shown('one', 'Ana Souza', 'ana@mail.example')).toEqual(['ana@mail.example']);
  expect(await addresses()).toEqual([
    ['one', 'ana@mail.example'],
    ['two', 'ana@mail.example'],
  ]);
});

test('what was kept before the visitors were remembered stays the team’s', async () => {
  await shown('one', 'Ana Souza');
  const fact = JSON.stringify(['desk@mail.example']);
  await world.database.connections.toCollection().modify((row) => {
    row.facts.seenBesideSeveral = fact;
  });
  expect(await shown('one', 'Ana Souza', 'desk@mail.example')).toEqual([]);
});

test.each([
  ['José García', 'Jose Garcia'],
  ['राम शर्मा', 'राम'],
  ['דוד כהן', 'דָּוִד'],
])('one visitor who writes the name otherwise keeps the address: %s, %s', async (name, other) => {
  await shown('one', name, 'me@mail.example');
  expect(await shown('two', other, 'me@mail.example')).toEqual(['me@mail.example']);
});
