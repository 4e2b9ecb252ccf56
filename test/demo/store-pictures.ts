import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { canFakeDisplay, fakeDisplay } from '../browser/display';
import { expect } from '../browser/expect';
import { extensionPage } from '../browser/extension';
import { takePicture } from '../browser/picture';
import { openSidePanel } from '../browser/side-panel';
import { items, readTable } from '../browser/timeline';
import { type Stage, setStage } from './stage';

/** The stores take pictures of exactly this size. */
const size = { width: 1280, height: 800 };

const demoNotes: Readonly<Record<string, string>> = {
  en: 'VIP. Refund for the late pair is promised, do not offer a discount again.',
  'zh-CN': '重要客户。已答应退还迟到那双鞋的款项，请勿再次提供折扣。',
};

/**
 * `npm run store-pictures`: the pictures for the stores, of the real panel beside an emulated helpdesk, in
 * each language named (`en` and `zh-CN` unless others are). What is clicked is found by its role and its
 * place, never by words, which differ by language.
 */
async function main(): Promise<void> {
  const languages = process.argv.slice(2);
  for (const language of languages.length > 0 ? languages : Object.keys(demoNotes)) {
    await photographIn(language);
  }
}

async function photographIn(language: string): Promise<void> {
  if (!canFakeDisplay()) throw new Error('This needs Linux with Xvfb and ImageMagick.');
  const folder = path.resolve(import.meta.dirname, '../../docs/store/pictures', language);
  await mkdir(folder, { recursive: true });
  const stopDisplay = await fakeDisplay(size);
  // On Linux, Chromium takes its own language from here.
  process.env.LANGUAGE = language.replace('-', '_');
  const stage = await setStage({
    headless: false,
    looksPlain: true,
    flags: [
      `--lang=${language}`,
      `--accept-lang=${language}`,
      `--window-size=${size.width},${size.height}`,
      '--window-position=0,0',
      '--test-type',
    ],
  });
  try {
    await photograph(stage, language, folder);
  } finally {
    await stage.close();
    stopDisplay();
  }
  console.log(`Pictures: ${folder}`);
}

async function photograph(stage: Stage, language: string, folder: string): Promise<void> {
  const tab = stage.tabs.find(({ name }) => name === 'chatwoot')?.page;
  if (tab === undefined) throw new Error('Chatwoot was not opened');
  const { page: panel } = await openSidePanel(stage.browser, tab);
  const picture = async (beside: Page, name: string) => {
    const file = path.join(folder, name);
    await takePicture(beside, panel, file, true);
    await expectSize(file);
  };
  await expect(items(panel).or(panel.getByRole('article')).first()).toBeVisible();
  await expect.poll(() => stillAsked(panel), { timeout: 60_000 }).toBe(0);
  const card = panel.locator('button[aria-expanded="true"]').first();
  await expect(card).toBeVisible();
  await picture(tab, '2-cards.png');
  await card.click();
  await picture(tab, '1-timeline.png');
  const parts = panel.locator('button[aria-keyshortcuts="/"]').locator('..').getByRole('button');
  await parts.nth(1).click();
  await expect(panel.getByRole('option').first()).toBeVisible();
  await picture(tab, '3-responses.png');
  await parts.nth(2).click();
  await writeNote(panel, panel.getByRole('textbox').first(), demoNotes[language] ?? '');
  await picture(tab, '4-notes.png');
  const options = await stage.browser.context.newPage();
  await options.goto(extensionPage('options.html'));
  await expect(options.getByText('Acme Outdoor').first()).toBeVisible();
  await expect(panel.getByRole('article')).toHaveCount(0);
  await picture(options, '5-settings.png');
  await options.close();
}

/** How many connections have not yet answered about the person on screen. */
async function stillAsked(panel: Page): Promise<number> {
  const rows = await readTable(panel, 'sources');
  return rows.filter(({ phase }) => phase !== 'settled').length;
}

async function writeNote(panel: Page, field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await panel.keyboard.press('Control+Enter');
  const card = panel.getByRole('article').filter({ hasText: text });
  await expect(card.first()).toBeVisible();
  // Chatra has given no id yet, so that copy waits; the three others arrive.
  const delivered = async () =>
    (await readTable(panel, 'replicas')).filter(({ state }) => state === 'delivered').length;
  await expect.poll(delivered, { timeout: 60_000 }).toBe(3);
}

/** Throws unless the file is a picture of the size that the stores take. */
async function expectSize(file: string): Promise<void> {
  const bytes = await readFile(file);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width !== size.width || height !== size.height) {
    throw new Error(`${file} is ${width} × ${height}, not ${size.width} × ${size.height}`);
  }
}

await main();
