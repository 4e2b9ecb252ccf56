import { browser } from 'wxt/browser';

/** Chrome opens the side panel by itself when told to; Firefox has a sidebar that must be opened. */
export function openPanelFromToolbar(): void {
  const { sidePanel, sidebarAction }: ToolbarTargets = browser;
  browser.action.onClicked.addListener(() => void sidebarAction?.open());
  void sidePanel?.setPanelBehavior({ openPanelOnActionClick: true });
}

interface ToolbarTargets {
  sidePanel?: Pick<typeof browser.sidePanel, 'setPanelBehavior'>;
  sidebarAction?: { open(): Promise<void> };
}

/** The tab in front of a window; `undefined` when the window is gone. */
export async function activeTab(windowId: number): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id;
}

/**
 * Whether a window shows the panel; `undefined` where the browser keeps no list of panels (Firefox),
 * or one that does not say to which window a panel belongs (Chromium gives -1 for all of them).
 */
export async function panelIsOpen(windowId: number): Promise<boolean | undefined> {
  const panels = await browser.runtime.getContexts?.({ contextTypes: ['SIDE_PANEL'] });
  if (panels?.some((panel) => panel.windowId === windowId)) return true;
  return panels?.every((panel) => panel.windowId >= 0) === true ? false : undefined;
}

/** Opens the settings in a new tab, at the form for a platform where one is named. */
export async function openOptions(platform: string | undefined): Promise<void> {
  const fragment = platform === undefined ? '' : `#connect/${platform}`;
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}${fragment}` });
}
