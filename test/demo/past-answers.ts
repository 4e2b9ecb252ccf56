import type { Page } from '@playwright/test';
import { turnOnPastAnswers } from '../browser/past-answers';
import type { SidePanel } from '../browser/side-panel';
import { waitForTimeline } from '../browser/timeline';
import { DEMO_PERSON, type Stage } from './stage';

/** Somebody who asked before what the demo's customer asks now. */
const EARLIER_PERSON = 'oliver';

/**
 * Has an earlier customer's history read in the first helpdesk's tab, which shows the demo's customer again
 * afterwards, and turns on that answers to others are shown.
 */
export async function holdPastAnswers(stage: Stage, panel: SidePanel, tab: Page): Promise<void> {
  const { chatwoot } = stage.helpdesks;
  const parts = panel.page.getByRole('navigation', { name: 'Parts of the panel' });
  await parts.getByRole('button', { name: 'History' }).click();
  for (const [person, name] of [
    [EARLIER_PERSON, /Oliver/],
    [DEMO_PERSON, /Am[eé]lie/i],
  ] as const) {
    await tab.goto(chatwoot.pageOf(person));
    await panel.page.getByRole('heading', { level: 1, name }).waitFor();
    await waitForTimeline(panel.page);
  }
  await turnOnPastAnswers(stage.browser.context);
  await tab.bringToFront();
  await panel.page.getByRole('heading', { level: 1, name: /Am[eé]lie/i }).waitFor();
}

/** Shows the answers to questions like the one of the demo's customer, above the canned responses. */
export async function showPastAnswers({ page }: SidePanel): Promise<void> {
  const parts = page.getByRole('navigation', { name: 'Parts of the panel' });
  await parts.getByRole('button', { name: 'Replies' }).click();
  const answers = page.getByRole('region', { name: 'How we answered before' });
  await answers.getByRole('option', { name: /they come treated/ }).waitFor();
}
