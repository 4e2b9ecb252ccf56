import { expect, type Page } from '@playwright/test';
import { accountOf } from '../browser/accounts';
import { subjectOnScreen, waitForSubject } from '../browser/insertion';
import { helpdeskOf, turnToAddress } from '../browser/panes';
import type { PaneSwitches } from '../helpdesks/core/panes';
import type { Desk } from './fixtures';

/** Somebody in whose conversation nothing is written. */
const before = { chatwoot: 'haruka', kustomer: 'nadia', chaport: 'ruth', chatra: 'lucia' } as const;

/** In the subject of a platform that is asked by what its page says. */
const withoutHints = JSON.stringify(JSON.stringify([null, [], []]));

type Pane = PaneSwitches['leftPane'];

/** Connects the account of a page and shows it. */
export async function openComposer(
  desk: Desk,
  url: string,
  composer: string,
  how: Pane = 'removed',
) {
  await desk.connect(accountOf(url));
  return showComposer(desk, url, composer, how);
}

/** Shows a conversation; unless 'removed', as the second one, the first being kept in the document so. */
export async function showComposer(
  desk: Desk,
  url: string,
  composer: string,
  leftPane: Pane = 'removed',
): Promise<[Page, Page]> {
  const name = helpdeskOf(url);
  desk.helpdesks[name].switches.leftPane = leftPane;
  const isSecond = leftPane !== 'removed';
  const first = isSecond ? desk.helpdesks[name].pageOf(before[name]) : url;
  const { tab, panel } = await desk.replaceTab(first);
  if (isSecond) {
    await expect(tab.locator('textarea, [contenteditable="true"]').first()).toBeAttached();
    await waitForSubject(panel, first);
    await turnToAddress(tab, name, url);
    await expect(tab.locator('[data-left-pane]')).toHaveCount(1);
  }
  // Beside the panel little room is left: Chatwoot's composer is squeezed out of sight, and has the caret still.
  await expect(tab.locator(composer).first()).toBeAttached();
  await waitForSubject(panel, url);
  // Whose pane it is may be known later than its address: then also who the page says it is.
  await expect.poll(() => subjectOnScreen(panel)).not.toContain(withoutHints);
  return [tab, panel];
}
