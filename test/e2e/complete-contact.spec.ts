import { expect } from '@playwright/test';
import { extensionPage } from '../browser/extension';
import { pressByTab } from '../browser/tab-key';
import { readTable, waitForTimeline } from '../browser/timeline';
import { allAccounts, test } from './fixtures';

const mail = 'jonas.weber@posteo.example';

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
    await pressByTab(panel, panel.getByRole('button', { name: 'Details' }));
    await expect(choice).not.toBeChecked();
    await expect(write).toBeDisabled();
    await pressByTab(panel, choice, 'Space');
    await pressByTab(panel, write);
    await expect(question).toContainText(mail);
    await expect(question).toContainText('into Chatwoot: Jonas Weber');
    await expect(question).toContainText('from Kustomer: Weber, Jonas');
    await panel.keyboard.press('Escape');
    await expect(question).toBeHidden();
    expect(writes()).toEqual([]);
    expect(await readTable(panel, 'contactWrites')).toEqual([]);
  });

  await test.step('after the confirmation it is written once, and shown', async () => {
    await pressByTab(panel, write);
    await pressByTab(panel, question.getByRole('button', { name: 'Write', exact: true }));
    await expect(details.getByText('E-mail: Written into Chatwoot.')).toBeVisible();
    await expect(choice).toBeHidden();
    expect(row()?.email).toBe(mail);
    expect(writes()).toHaveLength(1);
  });

  await test.step('taken back from where it was written', async () => {
    await pressByTab(panel, details.getByRole('button', { name: `Undo: E-mail ${mail}` }));
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
