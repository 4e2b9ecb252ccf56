import type { BrowserContext } from '@playwright/test';
import { extensionPage } from './extension';

/** Turns on in the settings, as a person would, that answers to other customers are shown. */
export async function turnOnPastAnswers(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto(extensionPage('options.html'));
  const choice = page.getByLabel('Show how similar questions were answered before');
  await choice.click();
  // It is shown as chosen once the worker has stored it.
  await page.getByRole('checkbox', { name: /^Show how similar/, checked: true }).waitFor();
  await page.close();
}
