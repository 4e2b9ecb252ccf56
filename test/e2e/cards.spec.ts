import { expect } from '@playwright/test';
import { accounts } from '../browser/accounts';
import { grantPermissions } from '../browser/connect';
import { extensionPage } from '../browser/extension';
import { SHOP_SECRET, shopCard } from '../shop/shop';
import { test } from './fixtures';

test('a data card is set up by its form, stands beside a conversation, and gives a response its value', async ({
  desk,
}) => {
  const { shop, chatwoot } = desk.helpdesks;
  const [account] = chatwoot.installation('app.chatwoot.com').accounts;
  const [response] = account?.cannedResponses ?? [];
  if (response === undefined) throw new Error('the helpdesk has no responses');
  response.shortCode = 'parcel';
  response.content = 'Your order {{card.order.number}} is {{card.order.status | downcase}}.';
  await desk.connect(accounts.chatwoot);
  // A dialog of the browser itself asks a person for this.
  await grantPermissions(desk.browser.context, [`${new URL(shopCard.address).origin}/*`]);
  const page = await desk.openTab(`${extensionPage('options.html')}#cards`);

  await test.step('the form tries it with somebody who does not exist, and keeps it', async () => {
    await page.getByRole('button', { name: 'Add a data card' }).click();
    await page.getByLabel('Name', { exact: true }).fill(shopCard.name);
    await page.getByLabel('Address', { exact: true }).fill(shopCard.address);
    await page.getByLabel('Name in responses').fill(shopCard.key);
    await page.getByLabel('Secret header').fill(shopCard.header);
    await page.getByLabel('Secret', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(page.getByText(/requires a sign-in \(401\)/)).toBeVisible();
    await page.getByLabel('Secret', { exact: true }).fill(SHOP_SECRET);
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(page.getByText(/right if it does not know the made-up/)).toBeVisible();
    const form = page.getByRole('form', { name: 'New data card' });
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Orders saved.')).toBeVisible();
    const asked = shop.log.api().map(({ query }) => query.email);
    expect(asked).toEqual(['test.person@example.com', 'test.person@example.com']);
  });

  const tab = await desk.openTab(chatwoot.pageOf('amelie'));
  const panel = await desk.openPanel(tab);
  const cards = panel.getByRole('region', { name: 'Data cards' });

  await test.step('the panel shows what the shop knows of the person on screen', async () => {
    await expect(cards.getByText('AC-11873').first()).toBeVisible();
    await expect(cards.getByRole('link', { name: 'Account 20418' })).toHaveAttribute(
      'href',
      'https://shop.acme.example/customers/20418',
    );
    const [, , request, ...more] = shop.log.api();
    expect(more).toEqual([]);
    expect(request?.query).toEqual({ email: 'amelie.laurent@courrier.example' });
    expect(request?.headers['x-card-key']).toBe(SHOP_SECRET);
    expect(request?.headers.cookie).toBeUndefined();
  });

  await test.step('a response takes a value of it, and the preview says from where', async () => {
    await tab.bringToFront();
    await panel.keyboard.press('/');
    const search = panel.getByRole('combobox', { name: 'Find a canned response' });
    await expect(search).toBeFocused();
    await search.fill('parcel');
    await expect(panel.getByRole('list', { name: 'From data cards' })).toContainText(
      /AC-11873 is from Orders \(shop\.acme\.example\)/,
    );
    await panel.keyboard.press('Enter');
    await expect(tab.locator('.reply-box .ProseMirror[contenteditable=true]')).toContainText(
      'Your order AC-11873 is shipped.',
    );
  });
});
