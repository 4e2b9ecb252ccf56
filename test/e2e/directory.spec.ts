import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { connectAccounts } from '../browser/connect';
import { extensionPage } from '../browser/extension';
import { launchWithExtension } from '../browser/launch';
import { readTable } from '../browser/timeline';
import type { LoggedRequest } from '../helpdesks/core/log';
import { type Desk, test } from './fixtures';

const PAGE_SIZE = 3;
const ADDED = 60;

/** The product asks Chaport at most twice a second; a request may arrive a little late. */
const WINDOW_MS = 2_000;
const MOST_IN_WINDOW = 5;

/** Sixty visitors more than the story has, who all chatted before anybody in it. */
function crowd(desk: Pick<Desk, 'helpdesks'>): void {
  const { data, switches } = desk.helpdesks.chaport;
  switches.pageSize = PAGE_SIZE;
  for (let index = 0; index < ADDED; index += 1) {
    const hex = index.toString(16).padStart(4, '0');
    data.visitors.push({
      id: `c0ffee${hex.padStart(18, '0')}`,
      webId: `00000000-0000-4000-8000-00000000${hex}`,
      name: `Crowd ${index}`,
      email: `crowd${index}@example.com`,
      custom: {},
      utm: {},
      chats: [
        {
          id: 1_600_000_000_000 - index,
          stage: 'closed',
          operators: [],
          missed: false,
          events: [],
        },
      ],
    });
  }
}

const listed = (desk: Pick<Desk, 'helpdesks'>): LoggedRequest[] =>
  desk.helpdesks.chaport.log.api(/\/visitors$/);

/** A page of the product's own that shows no person: what happens is the job's doing. */
async function openSettings(desk: Desk): Promise<Page> {
  return desk.openTab(extensionPage('options.html'));
}

function command(page: Page, action: 'start' | 'pause' | 'cancel'): Promise<void> {
  return page.evaluate(async (what) => {
    const { id } = await new Promise<{ id: string }>((resolve) => {
      const opening = indexedDB.open('deskside');
      opening.onsuccess = () => {
        const all = opening.result.transaction('connections').objectStore('connections').getAll();
        all.onsuccess = () => {
          opening.result.close();
          resolve(all.result[0]);
        };
      };
    });
    const payload = { connectionId: id, action: what };
    const answer: unknown = await chrome.runtime.sendMessage({ type: 'panel.directory', payload });
    if (JSON.stringify(answer) !== '{"ok":true}') throw new Error(JSON.stringify(answer));
  }, action);
}

/** Lets an alarm that the product has set go off now. Throws where it has set none. */
function bringForward(page: Page, name: string): Promise<void> {
  return page.evaluate(async (alarm) => {
    if ((await chrome.alarms.get(alarm)) === undefined) throw new Error('there is no such alarm');
    await chrome.alarms.create(alarm, { when: Date.now() });
  }, name);
}

async function directory(page: Page): Promise<Record<string, unknown>> {
  const [row] = await readTable(page, 'directories');
  return row ?? {};
}

/** The longest run of requests in any window of the worker's life. */
function mostInWindow(requests: readonly LoggedRequest[]): number {
  const counts = requests.map(
    (first) => requests.filter(({ at }) => at >= first.at && at - first.at < WINDOW_MS).length,
  );
  return Math.max(0, ...counts);
}

test('the job ends with every visitor indexed, within the pace, however often the worker dies', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  crowd(desk);
  await desk.connect(accounts.chaport);
  const page = await openSettings(desk);
  const session = await desk.browser.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');

  const lives: LoggedRequest[][] = [];
  let begun = 0;
  const kill = async () => {
    await session.send('ServiceWorker.stopAllWorkers');
    lives.push(listed(desk).slice(begun));
    begun = listed(desk).length;
  };
  for (const requests of [3, 4, 8, 13]) {
    await expect.poll(() => listed(desk).length).toBeGreaterThanOrEqual(requests);
    await kill();
    // Any message starts the worker; it finds the job by itself.
    await command(page, 'start');
  }
  await test.step('with nobody there, the alarm starts the worker again', async () => {
    await expect.poll(() => listed(desk).length).toBeGreaterThanOrEqual(16);
    await kill();
    // Set to half a minute from the start of the work, for which nobody has to wait here.
    await bringForward(page, 'directory');
    await expect.poll(() => listed(desk).length, { timeout: 90_000 }).toBeGreaterThan(begun);
  });
  await expect.poll(async () => (await directory(page)).job, { timeout: 60_000 }).toBe('done');
  lives.push(listed(desk).slice(begun));

  const known = (await readTable(page, 'contacts')).map((contact) => contact.id);
  const { visitors } = desk.helpdesks.chaport.data;
  expect(visitors.map((visitor) => visitor.id).filter((id) => !known.includes(id))).toEqual([]);
  expect((await directory(page)).indexed).toBe(visitors.length);
  expect(lives.map(mostInWindow).filter((most) => most > MOST_IN_WINDOW)).toEqual([]);
  const pages = Math.ceil(visitors.length / PAGE_SIZE);
  // Each death costs at most the page under way; the head is read once more at the end.
  expect(listed(desk).length).toBeLessThanOrEqual(pages + lives.length + 2);
});

test('pause keeps the place, cancel forgets it, removing the connection ends it', async ({
  desk,
}) => {
  crowd(desk);
  await desk.connect(accounts.chaport);
  const page = await openSettings(desk);
  await expect.poll(async () => (await directory(page)).indexed).toBeGreaterThan(PAGE_SIZE);
  await command(page, 'pause');
  const paused = await directory(page);
  expect(paused.job).toBe('paused');
  await command(page, 'start');
  await expect
    .poll(async () => (await directory(page)).indexed)
    .toBeGreaterThan(Number(paused.indexed) + PAGE_SIZE);
  await command(page, 'cancel');
  await expect.poll(async () => (await directory(page)).cursor).toBeUndefined();
  const cancelled = await directory(page);
  expect(cancelled.job).toBeUndefined();
  expect(Number(cancelled.indexed)).toBeGreaterThan(Number(paused.indexed));

  const before = listed(desk).length;
  await command(page, 'start');
  // One page may still have been under way; then it goes from the first page on.
  await expect
    .poll(() =>
      listed(desk)
        .slice(before)
        .map(({ query }) => query.page),
    )
    .toEqual(expect.arrayContaining([undefined, '2']));
  const [connection] = await readTable(page, 'connections');
  await page.evaluate(
    (connectionId) =>
      chrome.runtime.sendMessage({ type: 'options.remove', payload: { connectionId } }),
    String(connection?.id),
  );
  expect(await readTable(page, 'contacts')).toEqual([]);
  expect(await readTable(page, 'directories')).toEqual([]);
});

test('the job goes on where it was after the browser was closed and started again', async ({
  helpdesks,
}) => {
  helpdesks.reset();
  crowd({ helpdesks });
  const profile = await mkdtemp(path.join(tmpdir(), 'deskside-restart-'));
  const launch = () =>
    launchWithExtension({ headless: true, flags: helpdesks.server.browserFlags, profile });
  try {
    const first = await launch();
    await first.worker();
    await connectAccounts(first.context, [accounts.chaport]);
    await expect.poll(() => listed({ helpdesks }).length).toBeGreaterThanOrEqual(6);
    await first.close();
    const before = listed({ helpdesks });

    const second = await launch();
    // The worker starts with the browser: nothing is opened, nobody asks for anything.
    await expect.poll(() => listed({ helpdesks }).length).toBeGreaterThan(before.length);
    const page = await second.context.newPage();
    await page.goto(extensionPage('options.html'));
    await expect.poll(async () => (await directory(page)).job, { timeout: 60_000 }).toBe('done');
    const known = (await readTable(page, 'contacts')).map((contact) => contact.id);
    await second.close();

    const { visitors } = helpdesks.chaport.data;
    expect(visitors.map(({ id }) => id).filter((id) => !known.includes(id))).toEqual([]);
    const after = listed({ helpdesks }).slice(before.length);
    expect(mostInWindow(before)).toBeLessThanOrEqual(MOST_IN_WINDOW);
    expect(mostInWindow(after)).toBeLessThanOrEqual(MOST_IN_WINDOW);
    // At most the page under way was lost; the head is read once more at the end.
    const pages = Math.ceil(visitors.length / PAGE_SIZE);
    expect(before.length + after.length).toBeLessThanOrEqual(pages + 4);
    expect(Number(after[0]?.query.page)).toBeGreaterThan(4);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
