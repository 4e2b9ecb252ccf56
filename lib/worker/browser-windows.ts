import { browser } from 'wxt/browser';
import type { OptionsSection } from '../messaging/history-commands';
import { reportRequest } from '../messaging/page-request';
import type { DesksideDatabase } from '../storage/database';
import { openedTabId } from '../storage/shown-screen';
import type { WorkerPorts } from './ports';
import { raiseRound } from './screens';
import type { TabLoads } from './tab-loads';
import type { OpenPages } from './update-when-idle';
import { unlessFull, writeOrForget } from './write-with-room';

/** Chrome can be set to open and close its side panel by itself; Firefox needs a call each time. */
export function openPanelFromToolbar(): void {
  const { sidePanel, sidebarAction }: ToolbarTargets = browser;
  browser.action.onClicked.addListener(() => void sidebarAction?.toggle());
  void sidePanel?.setPanelBehavior({ openPanelOnActionClick: true });
}

interface ToolbarTargets {
  sidePanel?: Pick<typeof browser.sidePanel, 'setPanelBehavior'>;
  sidebarAction?: { toggle(): Promise<void> };
}

/** The tab in front of a window; `undefined` when the window is gone. */
export async function activeTab(windowId: number): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id;
}

/**
 * Whether a window shows the panel; `undefined` where the browser keeps no list of panels, or one
 * that does not say to which window a panel belongs (Chromium gives -1 for all of them).
 */
export async function panelIsOpen(windowId: number): Promise<boolean | undefined> {
  const panels = await browser.runtime.getContexts?.({ contextTypes: ['SIDE_PANEL'] });
  if (panels?.some((panel) => panel.windowId === windowId)) return true;
  return panels?.every((panel) => panel.windowId >= 0) === true ? false : undefined;
}

/** Which pages of the extension are open; where the browser keeps no list of panels, one may be. */
export async function openPages(): Promise<OpenPages> {
  const contexts = await browser.runtime.getContexts?.({});
  if (contexts === undefined) {
    return browser.extension.getViews({ type: 'tab' }).length > 0 ? 'form' : 'panel';
  }
  const kinds = new Set<string>(contexts.map(({ contextType }) => contextType));
  if (kinds.has('TAB') || kinds.has('POPUP')) return 'form';
  return kinds.has('SIDE_PANEL') ? 'panel' : 'none';
}

/** Opens the settings in a new tab, at the form for a platform or the part where one is named. */
export async function openOptions(
  platform: string | undefined,
  section?: OptionsSection,
): Promise<void> {
  const place = platform === undefined ? section : `connect/${platform}`;
  const fragment = place === undefined ? '' : `#${place}`;
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}${fragment}` });
}

/** Brings the set-up to the front: the tab that has it, or a new one. */
export async function openSetUp(): Promise<void> {
  const options = browser.runtime.getURL('/options.html');
  const tabs = await browser.tabs.query({});
  const open = tabs.find(({ url }) => url === `${options}#set-up`);
  if (open?.id === undefined) {
    await browser.tabs.create({ url: `${options}#set-up` });
    return;
  }
  const tab = await browser.tabs.update(open.id, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** Keeps track of which tab is in front of each window, and forgets tabs that left a helpdesk. */
export function watchTabs(ports: WorkerPorts, tabLoads: TabLoads): void {
  const { database } = ports;
  browser.tabs.onActivated.addListener(async ({ tabId, windowId }) => {
    const put = () => database.windows.put({ windowId, tabId });
    // The panel makes this request itself, and says so where there is no storage left.
    await unlessFull(() => writeOrForget(ports, put, () => database.windows.delete(windowId)));
    const inFront = [{ windowId, tabId }, ...(await database.windows.toArray())];
    const shown = inFront.flatMap((row) => [row.tabId, openedTabId(row.windowId)]);
    tabLoads.abortAllBut(new Set(shown));
    await unlessFull(() => raiseRound(ports, tabId));
  });
  browser.tabs.onRemoved.addListener((tabId) => forgetTab(database, tabLoads, tabId));
  browser.tabs.onReplaced.addListener((_added, removed) => forgetTab(database, tabLoads, removed));
  browser.tabs.onAttached.addListener(async (tabId, { newWindowId }) => {
    const update = () => database.screens.update(tabId, { windowId: newWindowId });
    await unlessFull(() => writeOrForget(ports, update, () => database.screens.delete(tabId)));
  });
  browser.windows.onRemoved.addListener(async (windowId) => {
    await database.windows.delete(windowId);
    await forgetTab(database, tabLoads, openedTabId(windowId));
  });
  browser.tabs.onUpdated.addListener(async (tabId, change) => {
    if (change.status !== 'complete') return;
    if ((await database.screens.get(tabId)) === undefined) return;
    // A page that crashed or was replaced did not announce that it was closing; one that is still there
    // answers.
    if (!(await stillThere(tabId))) await forgetTab(database, tabLoads, tabId);
  });
}

async function forgetTab(
  database: DesksideDatabase,
  tabLoads: TabLoads,
  tabId: number,
): Promise<void> {
  tabLoads.abort(tabId);
  await database.screens.delete(tabId);
}

async function stillThere(tabId: number): Promise<boolean> {
  try {
    return (await browser.tabs.sendMessage(tabId, reportRequest)) === true;
  } catch {
    return false;
  }
}
