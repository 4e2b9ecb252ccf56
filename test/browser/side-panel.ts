import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { expect } from './expect';
import { EXTENSION_ID, extensionPage } from './extension';
import type { LaunchedBrowser } from './launch';

/** How often to check for something that comes soon (ms). */
const intervals = [25, 50, 100];

export interface SidePanel {
  page: Page;
  /** Detaches from the panel; the browser goes on. */
  detach(): Promise<void>;
  /** Shuts the panel, as a person does, and detaches. */
  close(): Promise<void>;
}

/**
 * Opens the browser's real side panel beside `tab`, as a click on the toolbar button does, and
 * attaches to it. The panel is an ordinary page of about 360 × 765 pixels.
 */
export async function openSidePanel(browser: LaunchedBrowser, tab: Page): Promise<SidePanel> {
  await tab.bringToFront();
  // The browser may stop the worker at any time: each request goes to the one that is running.
  const opensPanel = async () =>
    (await browser.worker()).evaluate(
      async () => (await chrome.sidePanel.getPanelBehavior()).openPanelOnActionClick,
    );
  await expect.poll(() => opensPanel().catch((e) => String(e)), { intervals }).toBe(true);
  const { session } = browser;
  await session.send(
    'Extensions.triggerAction' as never,
    {
      id: EXTENSION_ID,
      targetId: await tabTarget(session, tab),
    } as never,
  );
  const panels = async () =>
    (await browser.worker()).evaluate(
      async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length,
    );
  await expect.poll(() => panels().catch(() => 0), { intervals }).toBeGreaterThan(0);
  // A client sees only panels that exist when it attaches, hence a second one.
  const endpoint = `http://127.0.0.1:${await browser.debuggingPort()}`;
  const viewer = await chromium.connectOverCDP(endpoint);
  const page = await findPanel(viewer);
  return {
    page,
    detach: () => viewer.close(),
    close: async () => {
      if (!page.isClosed()) {
        const gone = page.waitForEvent('close');
        // The page may be gone before it can answer.
        await page.evaluate(() => window.close()).catch(() => undefined);
        await gone;
      }
      await viewer.close();
    },
  };
}

/**
 * The action belongs to the target of type `tab`, which wraps the `page` that Playwright knows. A page may
 * rewrite its own address meanwhile, as a helpdesk does that has found out the customer.
 */
async function tabTarget(session: CDPSession, tab: Page): Promise<string> {
  let targetId: string | undefined;
  await expect
    .poll(
      async () => {
        const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
        const url = tab.url();
        targetId = targetInfos.find((each) => each.type === 'tab' && each.url === url)?.targetId;
        return targetId;
      },
      { intervals, message: 'the tab beside which the panel is to open' },
    )
    .toBeDefined();
  if (targetId === undefined) throw new Error(`no tab shows ${tab.url()}`);
  return targetId;
}

async function findPanel(viewer: Browser): Promise<Page> {
  let panel: Page | undefined;
  await expect
    .poll(() => {
      panel = viewer
        .contexts()
        .flatMap((context) => context.pages())
        .find((page) => page.url().startsWith(extensionPage('sidepanel.html')));
      return panel !== undefined;
    })
    .toBe(true);
  if (panel === undefined) throw new Error('the side panel is not there');
  return panel;
}
