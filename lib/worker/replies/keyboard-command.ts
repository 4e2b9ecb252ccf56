import { browser } from 'wxt/browser';
import { holdKeysRequest } from '../../messaging/page-request';
import { requestReplies } from '../../storage/reply-request';

/** Name of the keyboard command in the manifest. */
export const findReplyCommand = 'find-reply';

/**
 * Opens the panel with the search for canned responses, and moves the keyboard focus there, when the person
 * presses the keys for it. All of it is asked for before the listener's first pause: the browser lets nothing
 * open later. Firefox cannot give its panel the keyboard: there the page holds the keys and shows the search
 * itself, most often before this.
 */
export function openRepliesOnCommand(): void {
  browser.commands.onCommand.addListener((name: string, tab?: FrontTab) => {
    const { id, windowId } = tab ?? {};
    if (name !== findReplyCommand || windowId === undefined) return;
    if (import.meta.env.FIREFOX) return void typedMeanwhile(id);
    const opened = openPanel(windowId).catch(() => undefined);
    void requestInPanel(windowId, opened, typedMeanwhile(id));
  });
}

interface FrontTab {
  id?: number | undefined;
  windowId?: number | undefined;
}

async function requestInPanel(
  windowId: number,
  opened: Promise<void>,
  typed: Promise<string>,
): Promise<void> {
  await opened;
  await requestReplies(windowId);
  const text = await typed;
  if (text !== '') await requestReplies(windowId, text);
}

/** What is typed into the page while the panel comes up; the page itself does not get it. */
async function typedMeanwhile(tabId: number | undefined): Promise<string> {
  if (tabId === undefined) return '';
  try {
    const typed: unknown = await browser.tabs.sendMessage(tabId, holdKeysRequest, { frameId: 0 });
    return typeof typed === 'string' ? typed.slice(0, 100) : '';
  } catch {
    // No helpdesk is in front.
    return '';
  }
}

/**
 * Chromium gives the keyboard only to a panel that comes up; one that is open already would leave
 * it to the page, where the letters typed next and Enter would go to the customer. Nothing else
 * moves the keyboard, so the panel is shut and comes up again.
 */
async function openPanel(windowId: number): Promise<void> {
  const { sidePanel } = browser;
  const shut = sidePanel.setOptions({ enabled: false });
  const allowed = sidePanel.setOptions({ enabled: true });
  await Promise.all([shut, allowed, sidePanel.open({ windowId })]);
}
