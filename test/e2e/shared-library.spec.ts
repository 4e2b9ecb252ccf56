import { expect, type Page } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { extensionPage } from '../browser/extension';
import { type Desk, test } from './fixtures';

/** The canned responses of the Chatwoot that both are connected to. */
function responsesOf(desk: Desk) {
  const [account] = desk.helpdesks.chatwoot.installation('app.chatwoot.com').accounts;
  if (account === undefined) throw new Error('the helpdesk has no account');
  return account.cannedResponses;
}

const greeting = (desk: Desk) =>
  responsesOf(desk).find(({ shortCode }) => shortCode === 'hello')?.content;

/** Opens the library in the settings; the panel was never open in this browser. */
async function openLibrary(desk: Desk): Promise<Page> {
  await desk.connect(accounts.chatwoot);
  const page = await desk.openTab(`${extensionPage('options.html')}#responses`);
  await expect(page.getByRole('button', { name: 'Edit: hello' })).toBeEnabled();
  return page;
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit: hello' }).click();
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill(text);
}

const save = (page: Page) => page.getByRole('button', { name: 'Save response' }).click();
const saved = (page: Page) => expect(page.getByText(/^Saved in .*Chatwoot/)).toBeVisible();

test('two colleagues write the same response, and no text is lost', async ({ desk, colleague }) => {
  const mine = await openLibrary(desk);
  const theirs = await openLibrary(colleague);

  await test.step('a fresh connection can be written to, and says how old its list is', async () => {
    await mine.getByRole('button', { name: 'New response' }).click();
    await expect(mine.getByRole('combobox', { name: 'Keep it in' })).toContainText('Chatwoot');
    await mine.getByRole('button', { name: 'Cancel' }).click();
    await expect(mine.getByText(/Chatwoot.*: read (just now|\d+ (s|min) ago)/)).toBeVisible();
  });

  await test.step('the one who saves later sees both texts, and makes one of them', async () => {
    const before = greeting(desk) ?? '';
    await write(theirs, `${before}\nWe answer within the hour.`);
    await write(mine, `Good day!\n${before}`);
    await save(theirs);
    await saved(theirs);
    await save(mine);
    await expect(mine.getByRole('heading', { name: /“hello” was changed in/ })).toBeFocused();
    expect(greeting(desk)).toBe(`${before}\nWe answer within the hour.`);
    await mine.getByRole('button', { name: 'Combine both' }).click();
    const both = `Good day!\n${before}\nWe answer within the hour.`;
    await expect(mine.getByRole('textbox', { name: 'Combined text' })).toHaveValue(both);
    await mine.getByRole('button', { name: 'Save this text' }).click();
    await saved(mine);
    expect(greeting(desk)).toBe(both);
  });

  await test.step('an edit begins with what is there now', async () => {
    await theirs.getByRole('button', { name: 'Edit: hello' }).click();
    const text = theirs.getByRole('textbox', { name: 'Text', exact: true });
    await expect(text).toHaveValue(greeting(desk) ?? '');
    await theirs.getByRole('button', { name: 'Earlier texts' }).click();
    await expect(
      theirs.getByRole('list', { name: 'Earlier texts' }).getByRole('listitem'),
    ).toHaveCount(2);
    await theirs.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('a save whose answer is lost has arrived, once', async () => {
    const fault = { kind: 'lost', after: 'work' } as const;
    desk.helpdesks.chatwoot.faults.add({ fault, methods: ['PATCH'], times: 1 });
    await write(mine, 'Only this.');
    await save(mine);
    await saved(mine);
    await expect.poll(() => greeting(desk)).toBe('Only this.');
  });

  await test.step('what a colleague changed is not deleted unseen, and a deletion can be undone', async () => {
    await theirs.getByRole('button', { name: 'Delete: hello' }).click();
    await theirs.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(
      theirs.getByText(/was changed in .* in the meantime\. Nothing was written/),
    ).toBeVisible();
    expect(greeting(desk)).toBe('Only this.');
    await theirs.getByRole('button', { name: 'Delete: hello' }).click();
    await theirs.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(theirs.getByText('“hello” was deleted.')).toBeVisible();
    expect(greeting(desk)).toBeUndefined();
    await theirs.getByRole('button', { name: 'Undo' }).click();
    await expect(theirs.getByText(/“hello” is in .* again, as a new response/)).toBeVisible();
    expect(greeting(desk)).toBe('Only this.');
  });
});
