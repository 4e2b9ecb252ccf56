import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSettings } from '../../../lib/storage/settings';
import { followPolicy, settingsUnderPolicy } from '../../../lib/worker/policy';

beforeEach(() => fakeBrowser.reset());

test('what is preset holds from the start, and no change of the person gets past it', async () => {
  await settingsUnderPolicy.changeSettings({ retentionDays: 7, agentName: 'Jana' });
  expect(await readSettings()).toMatchObject({ retentionDays: 7 });
  const managed = { retentionDays: 90, noteScope: 'none of these' };
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => managed);
  await followPolicy();
  expect(await readSettings()).toMatchObject({
    retentionDays: 90,
    noteScope: 'everywhere',
    agentName: 'Jana',
  });
  await settingsUnderPolicy.changeSettings({ retentionDays: 7, noteScope: 'browser' });
  expect(await readSettings()).toMatchObject({ retentionDays: 90, noteScope: 'browser' });
});

test('what is forbidden is off, whoever turns it on', async () => {
  const managed = { features: { pastAnswers: false } };
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => managed);
  await settingsUnderPolicy.changeSettings({ pastAnswers: true });
  expect(await readSettings()).toMatchObject({ pastAnswers: false });
});
