import { browser } from 'wxt/browser';
import { wishForReplies } from '../storage/reply-wish';

/** Name of the keyboard command in the manifest. */
const command = 'find-reply';

interface PanelOpeners {
  sidePanel?: { open(options: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the panel with the search for canned responses when the person presses the keys for it.
 * The panel has to be opened before the listener's first pause: the browser lets nothing open
 * later.
 */
export function openRepliesOnCommand(): void {
  const { sidePanel, sidebarAction }: PanelOpeners = browser;
  browser.commands.onCommand.addListener((name: string, tab?: { windowId?: number }) => {
    const windowId = tab?.windowId;
    if (name !== command || windowId === undefined) return;
    void (sidePanel?.open({ windowId }) ?? sidebarAction?.open());
    void wishForReplies(windowId);
  });
}
