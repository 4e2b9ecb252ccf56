import { expect, type Page, type Worker } from '@playwright/test';
import { extensionPage } from '../browser/extension';
import { readTable, waitForTimeline } from '../browser/timeline';
import { chatraSecretKey } from '../helpdesks/chatra/keys';
import type { Helpdesks } from '../helpdesks/start';
import { allAccounts, test } from './fixtures';

const canaries = allAccounts.flatMap((form) =>
  Object.entries(form.secrets)
    .filter(([name]) => name !== 'publicKey')
    .map(([, secret]) => secret),
);

/** Notes everything that a page's scripts say and hear, from its very start. */
async function listen(page: Page): Promise<string[]> {
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(String(error)));
  await page.addInitScript(() => {
    const runtime = globalThis.chrome?.runtime;
    runtime?.onMessage?.addListener((message: unknown) => {
      console.log('message', JSON.stringify(message));
    });
  });
  return heard;
}

/** Every table of the database that pages read, and all that lies in the extension's other stores. */
async function whatIsStored(): Promise<{ tables: string[]; areas: string }> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('deskside');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const tables = [...database.objectStoreNames];
  database.close();
  const { local, session, sync } = chrome.storage;
  const areas = await Promise.all([local, session, sync].map((area) => area.get(null)));
  return { tables, areas: JSON.stringify([areas, { ...localStorage }, { ...sessionStorage }]) };
}

test('practice 3, practice 4, practice 7 and practice 12: no secret leaves its place, and reading changes nothing', async ({
  desk,
}) => {
  await desk.connect(...allAccounts);
  const worker = await desk.browser.worker();
  await test.step('practice 3: no secret is in the storage that content scripts of Firefox could read', async () => {
    const stored = await worker.evaluate(async () =>
      JSON.stringify([
        await chrome.storage.local.get(null),
        await chrome.storage.session.get(null),
      ]),
    );
    for (const canary of canaries) expect(stored).not.toContain(canary);
  });

  const watcher = await desk.browser.context.newPage();
  const heard = await listen(watcher);
  await watcher.goto(extensionPage('options.html'));
  worker.on('console', (message) => heard.push(message.text()));
  const tab = await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie'));
  tab.on('console', (message) => heard.push(message.text()));
  const panel = await desk.openPanel(tab);
  panel.on('console', (message) => heard.push(message.text()));
  await waitForTimeline(panel);

  await test.step('practice 3: a secret is found in no message, page, console, database or content script', async () => {
    const { tables, areas } = await panel.evaluate(whatIsStored);
    expect(tables.length).toBeGreaterThan(20);
    const stored = await Promise.all(tables.map((table) => readTable(panel, table)));
    const places = {
      console: heard.join('\n'),
      panel: await panel.content(),
      options: await watcher.content(),
      'helpdesk page': await tab.content(),
      database: JSON.stringify(stored),
      areas,
    };
    for (const [place, text] of Object.entries(places)) {
      for (const canary of canaries) expect(text, place).not.toContain(canary);
    }
  });
  await test.step('practice 4: the storage of settings is closed to content scripts', async () => {
    expect(await readSettingsIn(worker, tab.url())).toContain('refused');
  });
  await test.step('practice 7: each key goes to its own host only, without cookies, and in no address', async () => {
    expectKeysAtHome(desk.helpdesks);
  });
  await test.step('practice 12: reading a person writes nothing and sends nothing', async () => {
    const searches = /\/(contacts|conversations)\/filter$/;
    const writes = desk.helpdesks
      .apiRequests()
      .filter((request) => request.method !== 'GET' && !searches.test(request.path));
    expect(writes).toEqual([]);
    const sent = desk.helpdesks.all
      .flatMap((each) => each.log.entries)
      .filter((entry) => /emulator\/(send|join)/.test(entry.path));
    expect(sent).toEqual([]);
  });
});

/** What a content script gets that reads all of the settings on this page. */
function readSettingsIn(worker: Worker, address: string): Promise<string> {
  return worker.evaluate(async (url) => {
    const [found] = await chrome.tabs.query({ url: `${new URL(url).origin}/*` });
    const [result] = await chrome.scripting.executeScript({
      target: { tabId: found?.id ?? -1 },
      func: () =>
        chrome.storage.local.get(null).then(
          (all) => JSON.stringify(all),
          (error: unknown) => `refused: ${error}`,
        ),
    });
    return String(result?.result);
  }, address);
}

function expectKeysAtHome(helpdesks: Helpdesks): void {
  const owners = new Map(canaries.map((canary) => [canary, new Set<string>()]));
  for (const entry of helpdesks.all.flatMap(({ log }) => log.entries)) {
    const inHeaders = JSON.stringify(entry.headers);
    for (const [canary, hosts] of owners) {
      if (inHeaders.includes(canary)) hosts.add(entry.host);
      expect(entry.path + JSON.stringify(entry.query) + entry.body).not.toContain(canary);
    }
    if (entry.api) expect(entry.headers.cookie).toBeUndefined();
  }
  for (const hosts of owners.values()) expect(hosts.size).toBe(1);
  expect([...(owners.get(chatraSecretKey) ?? [])]).toEqual(['app.chatra.io']);
}
