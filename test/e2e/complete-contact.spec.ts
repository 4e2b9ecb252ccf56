import { expect, type Locator, type Page } from '@playwright/test';
import { extensionPage } from '../browser/extension';
import { readTable, waitForTimeline } from '../browser/timeline';
import { allAccounts, test } from './fixtures';

const mail = 'jonas.weber@posteo.example';

/** Goes to something with the Tab key alone, as somebody without a mouse does, and presses a key there. */
async function press(page: Page, target: Locator, key: string): Promise<void> {
  await expect(target).toBeEnabled();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press(key);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('the Tab key does not lead there');
}

test('a value that one helpdesk lacks: chosen, confirmed, written and taken back without a mouse', async ({
  desk,
}) => {
  const { chatwoot } = desk.helpdesks;
  const row = () =>
    chatwoot
      .installation('app.chatwoot.com')
      .accounts[0]?.contacts.find(({ personKey }) => personKey === 'jonas');
  const writes = () =>
    chatwoot.log
      .api()
      .filter(({ method, path }) => method === 'PATCH' && path.includes('/contacts/'));
  const before = JSON.stringify(row());
  await desk.connect(...allAccounts);
  const tab = await desk.openTab(chatwoot.pageOf('jonas'));
  const panel = await desk.openPanel(tab);
  await waitForTimeline(panel);
  await expect(panel.getByRole('button', { name: /^Who is this: [23] records/ })).toBeVisible();

  const details = panel.getByRole('dialog', { name: 'Details' });
  const into = details.getByRole('group', { name: /^Into Chatwoot/ });
  const choice = into.getByRole('checkbox', { name: new RegExp(`E-mail ${mail}.*from Kustomer`) });
  const write = details.getByRole('button', { name: /^Write / });
  const question = panel.getByRole('alertdialog');

  await test.step('nothing is chosen beforehand, and Escape at the question writes nothing', async () => {
    await press(panel, panel.getByRole('button', { name: 'Details' }), 'Enter');
    await expect(choice).not.toBeChecked();
    await expect(write).toBeDisabled();
    await press(panel, choice, 'Space');
    await press(panel, write, 'Enter');
    await expect(question).toContainText(mail);
    await expect(question).toContainText('into Chatwoot: Jonas Weber');
    await expect(question).toContainText('from Kustomer: Weber, Jonas');
    await panel.keyboard.press('Escape');
    await expect(question).toBeHidden();
    expect(writes()).toEqual([]);
    expect(await readTable(panel, 'contactWrites')).toEqual([]);
  });

  await test.step('after the confirmation it is written once, and shown', async () => {
    await press(panel, write, 'Enter');
    await press(panel, question.getByRole('button', { name: 'Write', exact: true }), 'Enter');
    await expect(details.getByText('E-mail: Written into Chatwoot.')).toBeVisible();
    await expect(choice).toBeHidden();
    expect(row()?.email).toBe(mail);
    expect(writes()).toHaveLength(1);
  });

  await test.step('taken back from where it was written', async () => {
    await press(panel, details.getByRole('button', { name: `Undo: E-mail ${mail}` }), 'Enter');
    await expect(choice).toBeVisible();
    expect(JSON.stringify(row())).toBe(before);
    expect(writes()).toHaveLength(2);
  });

  await test.step('the journal in the settings tells of it', async () => {
    const page = await desk.openTab(extensionPage('options.html'));
    const journal = page.getByRole('list', { name: 'Journal' });
    await expect(journal.getByRole('listitem')).toHaveCount(1);
    await expect(journal).toContainText(`E-mail ${mail}`);
    await expect(journal).toContainText(/undone by Lena Hoffmann/i);
  });
});
