import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { extensionPage } from '../browser/extension';
import { stopWorker } from '../browser/stop-worker';
import { readTable } from '../browser/timeline';
import type { LoggedRequest } from '../helpdesks/core/log';
import { type Desk, test } from './fixtures';

const PAGE_SIZE = 3;
const ADDED = 60;

/** The product asks Chaport at most twice a second; a request may arrive a little late. */
const WINDOW_MS = 2_000;
const MOST_IN_WINDOW = 5;

/** Sixty visitors more than the story has, who all chatted before anybody in it. */
function crowd(desk: Desk): void {
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

const list = /\/visitors$/;
const listed = (desk: Desk): LoggedRequest[] => desk.helpdesks.chaport.log.api(list);

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

/** The requests of each life of the worker, one after the other. */
class Lives {
  readonly ended: LoggedRequest[][] = [];
  #begun = 0;

  constructor(private readonly desk: Desk) {}

  /** How many requests of this life there were so far. */
  get soFar(): number {
    return listed(this.desk).length - this.#begun;
  }

  end(): void {
    this.ended.push(listed(this.desk).slice(this.#begun));
    this.#begun = listed(this.desk).length;
  }
}

/** So many more requests for the list are answered before the job stands still. */
function letThrough({ helpdesks }: Desk, requests: number): void {
  helpdesks.chaport.faults.letThrough(list, requests);
}

async function killWorker(page: Page, lives: Lives): Promise<void> {
  await stopWorker(page);
  lives.end();
}

test('the job ends with every visitor indexed, within the pace, whatever happens to the worker and the browser', async ({
  desk,
}) => {
  test.setTimeout(240_000);
  crowd(desk);
  letThrough(desk, 6);
  await desk.connect(accounts.chaport);
  const lives = new Lives(desk);
  const page = await openSettings(desk);
  await test.step('pause keeps the place, cancel forgets it', () => pauseAndCancel(desk, page));

  const begun = listed(desk).length;
  const asked = () => listed(desk).slice(begun);
  await test.step('from the first page on again; a worker that dies often goes on', async () => {
    // One page may still have been under way.
    letThrough(desk, 3);
    await command(page, 'start');
    await expect
      .poll(() => asked().map(({ query }) => query.page))
      .toEqual(expect.arrayContaining([undefined, '2']));
    for (const requests of [1, 4, 5, 1]) {
      await killWorker(page, lives);
      letThrough(desk, requests);
      // Any message starts the worker; it finds the job by itself.
      await command(page, 'start');
      await expect.poll(() => lives.soFar).toBeGreaterThanOrEqual(requests);
    }
  });
  await test.step('with nobody there, the alarm starts the worker again', async () => {
    await killWorker(page, lives);
    letThrough(desk, 2);
    // Set to half a minute from the start of the work, for which nobody has to wait here.
    await bringForward(page, 'directory');
    await expect.poll(() => lives.soFar, { timeout: 90_000 }).toBeGreaterThanOrEqual(2);
  });
  const again =
    await test.step('it goes on where it was after the browser was closed and started again', () =>
      restartBrowser(desk, lives));
  await expect.poll(async () => (await directory(again)).job, { timeout: 60_000 }).toBe('done');
  lives.end();
  await expectWhole(desk, again, lives, asked());
  await test.step('removing the connection removes it', () => removeConnection(again));
});

async function pauseAndCancel(desk: Desk, page: Page): Promise<void> {
  await expect.poll(async () => (await directory(page)).indexed).toBeGreaterThan(PAGE_SIZE);
  await command(page, 'pause');
  const paused = await directory(page);
  expect(paused.job).toBe('paused');
  letThrough(desk, 6);
  await command(page, 'start');
  await expect
    .poll(async () => (await directory(page)).indexed)
    .toBeGreaterThan(Number(paused.indexed) + PAGE_SIZE);
  await command(page, 'cancel');
  await expect.poll(async () => (await directory(page)).cursor).toBeUndefined();
  const cancelled = await directory(page);
  expect(cancelled.job).toBeUndefined();
  expect(Number(cancelled.indexed)).toBeGreaterThan(Number(paused.indexed));
}

async function restartBrowser(desk: Desk, lives: Lives): Promise<Page> {
  desk.browser.context.once('close', () => lives.end());
  await desk.restart();
  // The worker starts with the browser: nothing is opened, nobody asks for anything. Where it cannot read its database
  // yet, for the browser before is still writing it, the alarm starts the work half a minute later.
  await expect.poll(() => lives.soFar, { timeout: 90_000 }).toBeGreaterThan(0);
  desk.helpdesks.chaport.faults.clear();
  return openSettings(desk);
}

async function expectWhole(
  desk: Desk,
  page: Page,
  lives: Lives,
  asked: LoggedRequest[],
): Promise<void> {
  const known = (await readTable(page, 'contacts')).map((contact) => contact.id);
  const { visitors } = desk.helpdesks.chaport.data;
  expect(visitors.map((visitor) => visitor.id).filter((id) => !known.includes(id))).toEqual([]);
  expect((await directory(page)).indexed).toBe(visitors.length);
  expect(lives.ended.map(mostInWindow).filter((most) => most > MOST_IN_WINDOW)).toEqual([]);
  const pages = Math.ceil(visitors.length / PAGE_SIZE);
  // Some visitors were known before: every page was asked for all the same.
  const numbers = Array.from({ length: pages }, (_, index) => String(index + 1));
  expect(new Set(asked.map(({ query }) => query.page ?? '1'))).toEqual(new Set(numbers));
  // Each death costs at most the page under way; the head is read once more at the end.
  expect(asked.length).toBeLessThanOrEqual(pages + lives.ended.length + 2);
  // After the browser started it did not begin anew.
  const [beforeRestart = [], afterRestart] = lives.ended.slice(-2);
  const reached = Math.max(...beforeRestart.map(({ query }) => Number(query.page)));
  expect(reached).toBeGreaterThan(4);
  expect(Number(afterRestart?.[0]?.query.page)).toBeGreaterThanOrEqual(reached);
}

async function removeConnection(page: Page): Promise<void> {
  const [connection] = await readTable(page, 'connections');
  await page.evaluate(
    (connectionId) =>
      chrome.runtime.sendMessage({ type: 'options.remove', payload: { connectionId } }),
    String(connection?.id),
  );
  expect(await readTable(page, 'contacts')).toEqual([]);
  expect(await readTable(page, 'directories')).toEqual([]);
}
