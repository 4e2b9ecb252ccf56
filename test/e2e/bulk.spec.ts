import { expect } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { extensionPage } from '../browser/extension';
import { test } from './fixtures';

const count = 60;

test('a file goes straight into Chatwoot: previewed, confirmed, on after the worker’s death, taken back', async ({
  desk,
}) => {
  await desk.connect(accounts.chatwoot);
  const { chatwoot } = desk.helpdesks;
  const account = () => chatwoot.installation('app.chatwoot.com').accounts[0];
  const made = () =>
    (account()?.cannedResponses ?? []).filter(({ shortCode }) => shortCode.startsWith('bulk-'));
  let page = await desk.openTab(extensionPage('options.html'));
  const replies = Array.from({ length: count }, (_each, index) => ({
    shortcut: `bulk-${index}`,
    title: `bulk-${index}`,
    body: `Answer ${index} 😀`,
  }));
  replies.push({ shortcut: 'HELLO', title: 'HELLO', body: 'Differs in case only' });

  await test.step('the preview tells what is added and refused, and changes nothing', async () => {
    await page.getByRole('button', { name: 'Import and export' }).click();
    await page.getByLabel(/A JSON or CSV file/).setInputFiles({
      name: 'many.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ replies })),
    });
    await page.getByLabel('Import into').selectOption({ index: 1 });
    await page.getByRole('button', { name: /^Preview for/ }).click();
    await expect(page.getByText(`${count} to add and 1 refused.`)).toBeVisible();
    await expect(page.getByText(/“hello”, which differs only in case/)).toBeVisible();
    expect(made()).toEqual([]);
  });

  await test.step('a worker that is stopped in the middle goes on, and nothing is doubled', async () => {
    // It has arrived, and its answer never comes.
    const path = /canned_responses$/;
    chatwoot.faults.add({
      fault: { kind: 'hang', after: 'work' },
      path,
      methods: ['POST'],
      times: 1,
    });
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect.poll(() => made().length).toBe(1);
    await desk.restart();
    page = await desk.openTab(extensionPage('options.html'));
    await expect(page.getByText(`${count} done and 1 refused.`)).toBeVisible({ timeout: 60_000 });
    expect(new Set(made().map(({ shortCode }) => shortCode)).size).toBe(count);
    expect(made()).toHaveLength(count);
  });

  await test.step('all of it is taken back', async () => {
    await page.getByRole('button', { name: 'Undo everything' }).click();
    await expect(page.getByText(`${count} undone and 1 refused.`)).toBeVisible({
      timeout: 60_000,
    });
    expect(made()).toEqual([]);
  });
});
