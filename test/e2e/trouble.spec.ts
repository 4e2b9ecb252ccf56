import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { note, retryUntilIn, waitUntilIn, writeNote } from '../browser/notes';
import { stopWorker } from '../browser/stop-worker';
import { items, tile, waitForPerson, waitForTimeline, waitUntilSettled } from '../browser/timeline';
import type { Fault } from '../helpdesks/core/faults';
import { type Desk, test } from './fixtures';

/** None is said in the words of the one before, which are still there when it happens. */
const faults: [string, Fault['fault'], RegExp][] = [
  ['an empty body', { kind: 'empty' }, /answer could not be read/],
  [
    'a login page instead of JSON',
    { kind: 'login-page' },
    /Kustomer did not answer; something else did/,
  ],
  ['truncated JSON', { kind: 'truncated' }, /answer could not be read/],
  [
    'a redirect to another host',
    { kind: 'redirect', to: 'https://app.chatra.io/stolen' },
    /was not followed/,
  ],
  [
    'an answer without the known form',
    { kind: 'status', status: 200, body: '{"unexpected":[1,2,3]}' },
    /answer could not be read/,
  ],
  [
    'an expired key',
    {
      kind: 'status',
      status: 401,
      body: '{"errors":[{"code":"unauthorized","title":"Expired token"}]}',
    },
    /The key for Kustomer has expired/,
  ],
  [
    'a wrong key',
    { kind: 'status', status: 401, body: '{"errors":[{"code":"unauthorized"}]}' },
    /refused the key/,
  ],
  [
    'a missing right',
    { kind: 'status', status: 403, body: '{"errors":[{"code":"forbidden"}]}' },
    /may not read this/,
  ],
  ['twenty megabytes', { kind: 'huge', bytes: 20_000_000 }, /too large to read/],
  // Last: it silences the connection until its end.
  [
    'a rate limit',
    { kind: 'status', status: 429, headers: { 'x-ratelimit-reset': '120' } },
    /is receiving too many requests/,
  ],
];

test('practice 14: whatever happens to one platform or to the worker ends well, and the others stay as they were', async ({
  desk,
}) => {
  test.setTimeout(300_000);
  await desk.connect(accounts.chatwoot, accounts.kustomer, accounts.chaport, accounts.chatra);
  const { chatwoot, kustomer, chaport } = desk.helpdesks;
  kustomer.faults.add({ fault: { kind: 'held' } });
  chaport.faults.add({ fault: { kind: 'status', status: 500 } });
  const tab = await desk.openTab(chatwoot.pageOf('amelie'));
  const panel = await desk.openPanel(tab);
  await test.step('one platform that hangs or fails leaves the others as they were', () =>
    hangAndFail(desk, panel));
  await test.step('practice 14: the worker killed in the middle of a fetch: the panel brings it back and it completes', () =>
    killWorker(desk, tab, panel));
  await test.step('a helpdesk that is down: the note waits, says so, and arrives when it is back', () =>
    keepNote(desk, panel));
  for (const [name, fault, words] of faults) {
    await test.step(`ends in a clear state, and the others still show: ${name}`, () =>
      endClearly(desk, panel, fault, words));
  }
  const { entries } = desk.helpdesks.chatra.log;
  expect(entries.filter((entry) => entry.path === '/stolen')).toEqual([]);
});

async function hangAndFail({ helpdesks }: Desk, panel: Page): Promise<void> {
  await expect(tile(panel, 'Chatwoot', 'Complete')).toBeVisible();
  await expect(tile(panel, 'Kustomer', 'Searching')).toBeVisible();
  await expect(items(panel).first()).toBeVisible();
  await expect(tile(panel, 'Chaport', 'Error')).toBeVisible();
  await expect(tile(panel, 'Kustomer', 'Searching')).toBeVisible();
  helpdesks.kustomer.faults.clear();
  await expect(tile(panel, 'Kustomer', 'Complete')).toBeVisible();
  await tile(panel, 'Chaport').click();
  await expect(panel.getByRole('dialog', { name: 'Chaport' })).toContainText(
    'Chaport’s server reported an error (500)',
  );
  helpdesks.chaport.faults.clear();
  await panel.getByRole('button', { name: 'Try again' }).click();
  await expect(tile(panel, 'Chaport', 'Complete')).toBeVisible({ timeout: 30_000 });
}

/** With a person of whom nothing is stored yet. */
async function killWorker({ helpdesks }: Desk, tab: Page, panel: Page): Promise<void> {
  const { kustomer, chatwoot } = helpdesks;
  kustomer.log.clear();
  kustomer.faults.add({ fault: { kind: 'hang' }, path: /messages$/, times: 1 });
  await tab.goto(chatwoot.pageOf('haruka'));
  await expect.poll(() => kustomer.log.api(/messages$/).length).toBe(1);
  await waitForPerson(panel, /Haruka/);
  await expect(tile(panel, 'Kustomer', 'Complete')).toHaveCount(0);
  await stopWorker(tab);
  await waitForTimeline(panel);
  await expect(tile(panel, 'Kustomer', 'Complete')).toBeVisible();
  expect(kustomer.log.api(/messages$/).length).toBeGreaterThan(1);
}

async function keepNote({ helpdesks: { kustomer } }: Desk, panel: Page): Promise<void> {
  kustomer.faults.add({ fault: { kind: 'status', status: 500 } });
  await writeNote(panel, 'Prefers French');
  const card = note(panel, 'Prefers French');
  await waitUntilIn(card, 'Chatwoot');
  await expect(card).toContainText(/Not saved in Kustomer\. .*Retrying at \d\d:\d\d/, {
    timeout: 60_000,
  });
  kustomer.faults.clear();
  await retryUntilIn(card, 'Chatwoot, Kustomer');
  await panel.getByRole('button', { name: 'History' }).click();
}

async function endClearly(
  { helpdesks: { kustomer } }: Desk,
  panel: Page,
  fault: Fault['fault'],
  words: RegExp,
): Promise<void> {
  const card = panel.getByRole('dialog', { name: 'Kustomer' });
  kustomer.faults.clear();
  kustomer.faults.add({ fault });
  kustomer.log.clear();
  await panel.getByRole('button', { name: /Refresh all/ }).click();
  await expect.poll(() => kustomer.log.api().length).toBeGreaterThan(0);
  await waitUntilSettled(panel);
  await tile(panel, 'Kustomer').click();
  await expect(card).toContainText(words);
  await panel.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(tile(panel, 'Chatwoot', 'Complete')).toBeVisible();
  await expect(items(panel).first()).toBeVisible();
}
