import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { i18n } from '../../../lib/language/i18n';
import { activateLanguage } from '../../../lib/language/load-language';
import { readSettings } from '../../../lib/storage/settings';
import { followPolicy, settingsUnderPolicy } from '../../../lib/worker/apply-policy';

beforeEach(() => fakeBrowser.reset());

test('what is preset holds from the start, and no change of the person gets past it', async () => {
  await settingsUnderPolicy.changeSettings({ retentionDays: 7, agentName: 'Jana' });
  expect(await readSettings()).toMatchObject({ retentionDays: 7 });
  const managed = { retentionDays: 90, noteScope: 'none of these' };
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => managed);
  await followPolicy(async () => undefined);
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

test('what is wrong in a policy keeps the rest from nothing, which is read once the language is loaded', async () => {
  const managed = { retentionDays: 12, ownDomains: ['acme.example', 'no domain'], unheardOf: true };
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => managed);
  i18n.loadAndActivate({ locale: '', messages: {} });
  await followPolicy(async () => activateLanguage('en', {}));
  expect(await readSettings()).toMatchObject({ retentionDays: 12, ownDomains: ['acme.example'] });
});
