import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  changeSettings,
  readSettings,
  type Settings,
  watchSettings,
} from '../../../lib/storage/settings';

beforeEach(() => fakeBrowser.reset());

test('thirty days unless the person chose otherwise', async () => {
  expect(await readSettings()).toEqual({
    retentionDays: 30,
    ownDomains: [],
    noteScope: 'everywhere',
  });
  await changeSettings({ retentionDays: 7 });
  await changeSettings({ retentionRanAt: 5 });
  expect(await readSettings()).toEqual({
    retentionDays: 7,
    ownDomains: [],
    noteScope: 'everywhere',
    retentionRanAt: 5,
  });
});

test('of two changes at the same moment both are kept', async () => {
  await Promise.all([changeSettings({ retentionDays: 7 }), changeSettings({ noteScope: 'here' })]);
  expect(await readSettings()).toMatchObject({ retentionDays: 7, noteScope: 'here' });
});

test('the company’s domains and country are kept as they are compared', async () => {
  await fakeBrowser.storage.local.set({
    settings: { ownDomains: [' Example.COM'], defaultRegion: 'de' },
  });
  expect(await readSettings()).toMatchObject({ ownDomains: ['example.com'], defaultRegion: 'DE' });
});

test('a domain or a country that is none counts as not set', async () => {
  await fakeBrowser.storage.local.set({
    settings: { ownDomains: ['bo@example.com'], defaultRegion: 'Germany' },
  });
  expect(await readSettings()).toMatchObject({ ownDomains: [] });
  expect((await readSettings()).defaultRegion).toBeUndefined();
});

test('new notes go everywhere, signed by the helpdesk, unless the person chose otherwise', async () => {
  expect((await readSettings()).noteScope).toBe('everywhere');
  await changeSettings({ noteScope: 'browser', agentName: 'Mara' });
  expect(await readSettings()).toMatchObject({ noteScope: 'browser', agentName: 'Mara' });
  await fakeBrowser.storage.local.set({ settings: { noteScope: 'mars', agentName: 4 } });
  expect((await readSettings()).noteScope).toBe('everywhere');
  expect((await readSettings()).agentName).toBeUndefined();
});

test.each([
  ['no object', 'text'],
  ['null', null],
  ['a list', [1]],
  ['a wrong type', { retentionDays: '7' }],
  ['no day at all', { retentionDays: 0 }],
  ['a fraction', { retentionDays: 1.5 }],
])('%s in storage counts as nothing chosen', async (_name, stored) => {
  await fakeBrowser.storage.local.set({ settings: stored });
  expect((await readSettings()).retentionDays).toBe(30);
});

test('who watches hears of changes, and no longer afterwards', async () => {
  const changes: Settings[] = [];
  const stop = watchSettings((settings) => changes.push(settings));
  await changeSettings({ retentionDays: 90 });
  await fakeBrowser.storage.local.set({ other: 1 });
  stop();
  await changeSettings({ retentionDays: 7 });
  expect(changes.map((each) => each.retentionDays)).toEqual([90]);
});

test('what version 1 stored is brought into the present form once, and nothing of it is lost', async () => {
  const version1 = {
    retentionDays: 90,
    ownDomains: [' Example.COM', 'example.org'],
    defaultRegion: 'de',
    agentName: ' Mara ',
    noteScope: 'here',
    retentionRanAt: 1_780_000_000_000,
    teamUrl: 'https://example.com/team.json',
  };
  await fakeBrowser.storage.local.set({ settings: version1 });
  vi.resetModules();
  const restarted = await import('../../../lib/storage/settings');
  const present = {
    ...version1,
    ownDomains: ['example.com', 'example.org'],
    defaultRegion: 'DE',
    agentName: 'Mara',
  };
  expect(await restarted.readSettings()).toEqual(present);
  expect(await fakeBrowser.storage.local.get()).toEqual({
    settings: present,
    settings$: { v: 2 },
  });
});

test('settings of a first start are of the present version, so that the next one leads on from it', async () => {
  vi.resetModules();
  const first = await import('../../../lib/storage/settings');
  await first.changeSettings({ retentionDays: 7 });
  expect(await fakeBrowser.storage.local.get('settings$')).toEqual({ settings$: { v: 2 } });
});
