import { browser } from 'wxt/browser';
import { wishForReplies } from '../storage/reply-wish';

/** Name of the keyboard command in the manifest. */
const command = 'find-reply';

interface PanelOpeners {
  sidePanel?: Pick<typeof browser.sidePanel, 'open' | 'setOptions'>;
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the panel with the search for canned responses, and the keyboard in it, when the person
 * presses the keys for it. All of it is asked for before the listener's first pause: the browser
 * lets nothing open later.
 */
export function openRepliesOnCommand(): void {
  browser.commands.onCommand.addListener((name: string, tab?: { windowId?: number }) => {
    const windowId = tab?.windowId;
    if (name !== command || windowId === undefined) return;
    void openPanel(windowId)
      .catch(() => undefined)
      .then(() => wishForReplies(windowId));
  });
}

/**
 * Chromium gives the keyboard only to a panel that comes up; one that is open already would leave
 * it to the page, where the letters typed next and Enter would go to the customer. Nothing else
 * moves the keyboard, so the panel is shut and comes up again.
 */
async function openPanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction }: PanelOpeners = browser;
  if (sidePanel === undefined) return sidebarAction?.open();
  const shut = sidePanel.setOptions({ enabled: false });
  const allowed = sidePanel.setOptions({ enabled: true });
  await Promise.all([shut, allowed, sidePanel.open({ windowId })]);
}
