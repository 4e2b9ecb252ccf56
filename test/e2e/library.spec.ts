import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { grantPermissions } from '../browser/connect';
import { extensionPage } from '../browser/extension';
import { type Desk, test } from './fixtures';

const path = '/responses.json';
const team = {
  replies: [
    { title: 'Opening hours', shortcut: 'hours', body: 'We are open from 9 to 5.', tags: ['shop'] },
    { title: 'Broken', body: 7 },
    { title: 'Returns', shortcut: 'returns', body: '**Send it back**, "as new"\nwithin 30 days.' },
  ],
};

/** A file server that keeps count of what it was asked; what it answers can be changed. */
function serveTeamFile(desk: Desk) {
  const state = { answer: fresh, statuses: [] as number[], elsewhere: 0 };
  desk.helpdesks.server.files.set(path, (request) => {
    const response = state.answer(request);
    state.statuses.push(response.status);
    return response;
  });
  desk.helpdesks.server.files.set('/elsewhere.json', () => {
    state.elsewhere += 1;
    return Response.json(team);
  });
  return state;
}

function fresh(request: Request): Response {
  const etag = '"v1"';
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304 });
  return Response.json(team, { headers: { etag } });
}

async function saved(page: Page, button: string): Promise<{ file: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const file = await download.path();
  return { file, text: await readFile(file, 'utf8') };
}

test('a team’s library by its address; everything saved to files and read from one', async ({
  desk,
}) => {
  const served = serveTeamFile(desk);
  await grantPermissions(desk.browser.context, ['https://127.0.0.1/*']);
  const page = await desk.openTab(extensionPage('options.html'));
  const held = page.getByText(/2 responses stored/);
  const again = page.getByRole('button', { name: 'Read it again' });

  await test.step('read, with the broken entry told', async () => {
    await page.getByRole('button', { name: 'Team library' }).click();
    const address = `https://127.0.0.1:${desk.helpdesks.server.port}${path}`;
    await page.getByLabel('Address of the team’s library').fill(address);
    await page.getByRole('button', { name: 'Read this file' }).click();
    await expect(held).toBeVisible();
    await expect(page.getByText('Entry 2, “Broken”: It has no text.')).toBeVisible();
  });

  await test.step('loaded again only when it has changed', async () => {
    await again.click();
    await expect.poll(() => served.statuses).toEqual([200, 304]);
  });

  await test.step('a redirect is not followed, a web page not taken; what is held stays', async () => {
    served.answer = () =>
      new Response(null, { status: 302, headers: { location: '/elsewhere.json' } });
    await again.click();
    await expect(page.getByText(/another address, which was not followed/)).toBeVisible();
    served.answer = () =>
      new Response('<!doctype html><p>Sign in', { headers: { 'content-type': 'text/html' } });
    await again.click();
    await expect(
      page.getByText(/The team’s library did not answer; something else did/),
    ).toBeVisible();
    await expect(held).toBeVisible();
    expect(served.elsewhere).toBe(0);
  });

  await test.step('saved as JSON and CSV, and read into the own library', async () => {
    await page.getByRole('button', { name: 'Import and export' }).click();
    const csv = await saved(page, 'Export CSV');
    expect(csv.text).toMatch(/^\ufeffshortcut,title,body,tags/);
    expect(csv.text).toContain('"**Send it back**, ""as new""\nwithin 30 days."');
    const { file, text } = await saved(page, 'Export JSON');
    expect(JSON.parse(text)).toMatchObject({ replies: [{ title: 'Opening hours' }, {}] });
    await page.getByLabel(/A JSON or CSV file into My library/).setInputFiles(file);
    await expect(page.getByText(/2 to add, 0 to change, 0 left out/)).toBeVisible();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByText('2 responses imported.')).toBeVisible();
  });

  await test.step('read from another tool’s file, its HTML as Markdown', async () => {
    const yaml =
      'matches:\n- {trigger: ":a", replace: "*a*"}\n- {trigger: ":b", html: "<p>x <b>y</b></p>"}\n';
    await page
      .getByLabel(/A JSON or CSV file into My library/)
      .setInputFiles({ name: 'base.yml', mimeType: 'text/yaml', buffer: Buffer.from(yaml) });
    await expect(page.getByText(/2 to add, 0 to change, 0 left out/)).toBeVisible();
    await expect(page.getByText('Row 2: Its HTML was converted to Markdown.')).toBeVisible();
    await expect(page.getByText('x **y**')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /exactly as written/ })).toBeChecked();
  });
});
