import { expect, type Page } from '@playwright/test';
import { grantPermissions } from '../browser/connect';
import { extensionPage } from '../browser/extension';
import { insert, paragraphs } from '../browser/insertion';
import { note, writeNote } from '../browser/notes';
import { readTable, waitForTimeline } from '../browser/timeline';
import { type Desk, test } from './fixtures';

const hosts = [
  'https://api.getmembrane.com/*',
  'https://app.chatwoot.com/*',
  'https://acme.kustomerapp.com/*',
  'https://app.chaport.com/*',
  'https://app.chatra.io/*',
];

async function openSettings(desk: Desk): Promise<Page> {
  const page = await desk.browser.context.newPage();
  await page.goto(extensionPage('options.html'));
  return page;
}

async function signIn(page: Page, token: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Sign in to Membrane' });
  await form.getByLabel('Membrane token').fill(token);
  await form.getByRole('button', { name: 'Sign in to Membrane' }).click();
}

/** Connects a platform in Membrane, as a person does: its page comes in a tab and is answered there. */
async function connectThere(desk: Desk, page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: `Add connection: ${label}` }).click();
  const form = page.getByRole('form', { name: `Connect ${label}` });
  await form.getByLabel(/Through Membrane/).check();
  await form.getByRole('button', { name: `Connect ${label} in Membrane` }).click();
  const opened = desk.browser.context.waitForEvent('page');
  await form.getByRole('button', { name: `Sign in to ${label} in Membrane` }).click();
  const there = await opened;
  await there.getByRole('button', { name: 'Connect' }).click();
  await there.getByText('Connected.').waitFor();
  await there.close();
  await expect(form.getByRole('radio', { name: new RegExp(`^${label} \\(`) })).toBeChecked();
}

async function save(page: Page, label: string): Promise<void> {
  const form = page.getByRole('form', { name: `Connect ${label}` });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
}

test('all four through Membrane from a fresh profile, without a key, and the main job', async ({
  desk,
}) => {
  const { membrane } = desk.helpdesks;
  await grantPermissions(desk.browser.context, hosts);
  const page = await openSettings(desk);
  await page.getByRole('button', { name: 'Sign in to Membrane…' }).click();
  await signIn(page, membrane.workspaceSecret);
  await expect(page.getByText(/not a Membrane token/)).toBeVisible();
  await signIn(page, `Bearer ${membrane.token('fresh')}`);
  await expect(page.getByText('Signed in as Tenant fresh')).toBeVisible();

  await connectThere(desk, page, 'Chatwoot');
  await page
    .getByRole('form')
    .getByLabel(/Account/)
    .first()
    .fill('1');
  await save(page, 'Chatwoot');
  await connectThere(desk, page, 'Kustomer');
  await page
    .getByRole('form')
    .getByLabel(/Organi[sz]ation/)
    .first()
    .fill('acme');
  await save(page, 'Kustomer');
  await connectThere(desk, page, 'Chaport');
  await save(page, 'Chaport');
  await connectThere(desk, page, 'Chatra');
  await save(page, 'Chatra');

  // Chatwoot and Kustomer told which account they are; the others show nobody’s data until it is certain.
  await page
    .getByRole('button', { name: /^Confirm the account of/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Yes, it is the same account' }).click();
  const proofs = async () => {
    const rows = await readTable(page, 'connections');
    return Object.fromEntries(
      rows.map(({ platform, membrane: link }) => [
        String(platform),
        Reflect.get(Object(link), 'proof'),
      ]),
    );
  };
  await expect
    .poll(proofs)
    .toEqual({ chatwoot: 'told', kustomer: 'told', chaport: 'confirmed', chatra: 'none' });

  const panel = await desk.openPanel(await desk.openTab(desk.helpdesks.chatwoot.pageOf('amelie')));
  await waitForTimeline(panel);
  for (const name of ['Chatwoot', 'Kustomer']) {
    await panel.getByRole('button', { name: `Only ${name}` }).waitFor();
  }
  // The main job beside it: a text stands in the composer, a note in the helpdesks.
  await expect
    .poll(() => insert(panel, { text: paragraphs('Your parcel is on its way') }))
    .toMatchObject({ kind: 'inserted' });
  await writeNote(panel, 'written through Membrane');
  // Chaport's comes when its list of visitors was read.
  await expect(note(panel, 'written through Membrane')).toContainText(
    /In .*Chatwoot and Kustomer/,
    {
      timeout: 60_000,
    },
  );
  // All that reached a helpdesk came through Membrane, and none of their keys was ever here.
  for (const { log } of desk.helpdesks.all) {
    expect(log.api().length).toBeGreaterThan(0);
    for (const { headers } of log.api()) expect(headers).toHaveProperty('membrane-api-version');
  }
  const stored = await page.evaluate(() => chrome.storage.local.get(null));
  expect(JSON.stringify(stored)).not.toMatch(/cw-admin|ku-full|ct-secret/);

  // Once the sign-in ends it is said so, and no word speaks of a key.
  membrane.faults.add({
    fault: {
      kind: 'status',
      status: 401,
      body: JSON.stringify({ type: 'bad_request', key: 'not_authenticated', message: 'No.' }),
      headers: { 'content-type': 'application/json' },
    },
  });
  await page.bringToFront();
  await page
    .getByRole('button', { name: /^Test / })
    .first()
    .click();
  await expect(page.locator('#membrane').getByText(/The sign-in has ended/)).toBeVisible();
  await expect(page.getByText(/does not accept this sign-in/).first()).toBeVisible();
});
