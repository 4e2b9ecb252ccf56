import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { canFakeDisplay, fakeDisplay, hasDisplay, WINDOW } from '../browser/display';
import { extensionPage } from '../browser/extension';
import { note, waitUntilIn, writeNote } from '../browser/notes';
import { takePicture } from '../browser/picture';
import { openSidePanel, type SidePanel } from '../browser/side-panel';
import { waitForTimeline, waitUntilInFront } from '../browser/timeline';
import { readDemoArguments } from './arguments';
import { holdPastAnswers, showPastAnswers } from './past-answers';
import { photographSetUp } from './set-up';
import { type Stage, setStage } from './stage';
import { photographWider } from './wider';
import { photographWidths } from './widths';

/** Where `npm run screenshot` puts the pictures of the guides. */
const readmePictures = path.resolve(import.meta.dirname, 'pictures');

const DEMO_NOTE = 'VIP. Refund for the late pair is promised, do not offer a discount again.';

/**
 * `npm start`: the product beside four emulated helpdesks, to click through; without a display, as
 * pictures. `--membrane` connects over the emulated Membrane; `--screenshots` makes the pictures of the guides,
 * with `--widths` instead each main state in every language at four widths.
 */
async function main(): Promise<void> {
  const { throughMembrane, forGuides, inWidths } = readDemoArguments(process.argv.slice(2));
  if (inWidths) {
    const widthsFolder = path.resolve('test-results/widths');
    await photographWidths(widthsFolder);
    console.log(`Pictures: ${widthsFolder}`);
    return;
  }
  const watched = hasDisplay() && !forGuides;
  const faked = !watched && canFakeDisplay();
  const stopDisplay = faked ? await fakeDisplay() : () => undefined;
  console.log('Starting four emulated helpdesks and a browser …');
  const stage = await setStage({
    headless: !watched && !faked,
    looksPlain: true,
    throughMembrane,
    flags: [
      `--window-size=${WINDOW.width},${WINDOW.height}`,
      '--window-position=0,0',
      '--test-type',
    ],
  });
  const end = async (): Promise<void> => {
    await stage.close();
    stopDisplay();
    process.exit(0);
  };
  process.once('SIGINT', () => void end());
  process.once('SIGTERM', () => void end());

  const first = stage.tabs[0]?.page;
  if (first === undefined) throw new Error('no helpdesk was opened');
  const panel = await openSidePanel(stage.browser, first);
  await waitForTimeline(panel.page);
  if (watched) {
    await holdPastAnswers(stage, panel, first);
    console.log('Deskside is open beside Chatwoot. Change tabs, open other conversations.');
    console.log('Ctrl+C, or closing the browser, ends everything.');
    stage.browser.context.once('close', () => void end());
    return;
  }
  const folder = forGuides ? readmePictures : path.resolve('test-results/demo');
  await photograph(stage, panel, folder, faked);
  // Headless, and after the others: it is a separate browser, which would cover the first.
  await photographSetUp(stage.helpdesks, folder);
  console.log(
    `${forGuides ? 'Pictures' : 'No display here, so the demo took pictures'}: ${folder}`,
  );
  await end();
}

async function photograph(
  stage: Stage,
  panel: SidePanel,
  folder: string,
  onScreen: boolean,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  // The other pictures are about other things.
  await shopCardIn(panel).click();
  for (const { name, page } of stage.tabs) {
    await page.bringToFront();
    await waitUntilInFront(panel.page, new URL(page.url()).origin);
    await waitForTimeline(panel.page);
    // The demo's person has a history on all four, and the last of them is read last.
    for (const each of stage.tabs) {
      const chip = new RegExp(`^Only ${each.name}$`, 'i');
      await panel.page.getByRole('button', { name: chip }).waitFor();
    }
    await takePicture(page, panel.page, path.join(folder, `${name}.png`), onScreen);
  }
  await photographCard(stage, panel, folder, onScreen);
  await photographTabs(stage, panel, folder, onScreen);
  await photographWider(stage, panel, folder, onScreen);
  const options = await stage.browser.context.newPage();
  await options.goto(extensionPage('options.html'));
  await options.getByText('acme').first().waitFor();
  await panel.page.getByText('No helpdesk in this tab').waitFor();
  await takePicture(options, panel.page, path.join(folder, 'options.png'), onScreen);
  await photographConflict(stage, options, () =>
    takePicture(options, panel.page, path.join(folder, 'conflict.png'), onScreen),
  );
  await options.reload();
  await previewPublication(options);
  await takePicture(options, panel.page, path.join(folder, 'bulk.png'), onScreen);
  await options.close();
}

/** The button that opens and folds the shop's data card. */
const shopCardIn = (panel: SidePanel) =>
  panel.page.getByRole('region', { name: 'Data cards' }).getByRole('button', { name: /^Orders/ });

/** Own data beside the first helpdesk. */
async function photographCard(
  stage: Stage,
  panel: SidePanel,
  folder: string,
  onScreen: boolean,
): Promise<void> {
  const page = stage.tabs[0]?.page;
  if (page === undefined) return;
  await page.bringToFront();
  await waitUntilInFront(panel.page, new URL(page.url()).origin);
  await shopCardIn(panel).click();
  await panel.page.getByRole('link', { name: 'Account 20418' }).waitFor();
  await takePicture(page, panel.page, path.join(folder, 'cards.png'), onScreen);
  await shopCardIn(panel).click();
}

/** A canned response that a colleague saves in Chatwoot while it is written in the settings. */
async function photographConflict(
  { helpdesks }: Stage,
  options: Page,
  picture: () => Promise<void>,
): Promise<void> {
  const [account] = helpdesks.chatwoot.installation('app.chatwoot.com').accounts;
  const response = account?.cannedResponses.find(({ shortCode }) => shortCode === 'hello');
  if (response === undefined) throw new Error('the helpdesk has no greeting');
  await options.getByRole('button', { name: 'Edit: hello' }).click();
  const text = options.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill(`${response.content}\nWe answer within the hour.`);
  response.content = response.content.replace('How can I help?', 'What can I do for you today?');
  response.updatedAt = Date.now();
  await options.getByRole('button', { name: 'Save response' }).click();
  await options.getByRole('heading', { name: /was changed in/ }).waitFor();
  await picture();
}

/** The preview of what Chatwoot's responses would become in Kustomer. */
async function previewPublication(options: Page): Promise<void> {
  const source = options.getByLabel('Only this source');
  await source.selectOption({ label: await labelIn(source, 'Chatwoot') });
  await options.getByRole('button', { name: /^Select all/ }).click();
  const target = options.getByLabel('Where to');
  await target.selectOption({ label: await labelIn(target, 'Kustomer') });
  await options.getByRole('button', { name: 'Publish…' }).click();
  const preview = options.getByRole('heading', { name: /^Preview:/ });
  await preview.waitFor();
  await preview.evaluate((heading) => heading.scrollIntoView({ block: 'center' }));
}

/** The option of a list that names a platform. */
async function labelIn(list: Locator, platform: string): Promise<string> {
  const option = list.locator('option', { hasText: platform }).first();
  await option.waitFor({ state: 'attached' });
  return (await option.textContent()) ?? '';
}

/** The other parts of the panel, beside the first helpdesk. */
async function photographTabs(
  stage: Stage,
  panel: SidePanel,
  folder: string,
  onScreen: boolean,
): Promise<void> {
  const page = stage.tabs[0]?.page;
  if (page === undefined) return;
  await page.bringToFront();
  await waitUntilInFront(panel.page, new URL(page.url()).origin);
  const parts = panel.page.getByRole('navigation', { name: 'Parts of the panel' });
  const picture = (name: string) =>
    takePicture(page, panel.page, path.join(folder, name), onScreen);
  await parts.getByRole('button', { name: 'Replies' }).click();
  await panel.page.getByRole('option').first().waitFor();
  await picture('replies.png');
  await writeNote(panel.page, DEMO_NOTE);
  const card = note(panel.page, DEMO_NOTE);
  // The id that a note needs in Chatra is not known yet; the card says so.
  await waitUntilIn(card, 'Chaport, Chatwoot, Kustomer');
  await picture('notes.png');
  await holdPastAnswers(stage, panel, page);
  await showPastAnswers(panel);
  await picture('past-answers.png');
  await parts.getByRole('button', { name: 'History' }).click();
}

await main();
