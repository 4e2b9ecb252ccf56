import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { fakeDisplay, WINDOW } from './display';
import { expect } from './expect';
import { extensionPage } from './extension';
import { findBrowser } from './find-browser';
import { extensionFlags } from './launch';
import { hand } from './real-keys';

/**
 * A browser on a display of its own, with keyboard and mouse as the operating system has them. No page is
 * made to believe that it has the focus: it has it or not.
 */
export interface RealDesktop {
  context: BrowserContext;
  /** Presses keys one after the other, e.g. `ctrl+z`, wherever the focus is. */
  press(...keys: string[]): void;
  type(text: string): void;
  /** Clicks into the middle of an element of a tab. */
  click(tab: Page, selector: string): Promise<void>;
  /** The side panel, once it has the keyboard. */
  panel(): Promise<Page>;
  /** Whether the side panel is there, with or without the keyboard. */
  hasPanel(): Promise<boolean>;
  shutPanel(): Promise<void>;
  /** Runs a function in the worker. */
  inWorker(run: () => void): Promise<void>;
  close(): Promise<void>;
}

/** Starts the browser with the built extension, without Playwright, and attaches to it only afterwards. */
export async function openRealDesktop(flags: readonly string[]): Promise<RealDesktop> {
  const profile = await mkdtemp(path.join(tmpdir(), 'deskside-profile-'));
  const stopDisplay = await fakeDisplay();
  const browser = spawn(
    findBrowser(),
    [
      ...extensionFlags(flags),
      `--user-data-dir=${profile}`,
      `--window-size=${WINDOW.width},${WINDOW.height}`,
      '--window-position=0,0',
      '--no-sandbox',
      '--no-default-browser-check',
      '--password-store=basic',
      '--test-type',
      'about:blank',
    ],
    { stdio: 'ignore' },
  );
  const endpoint = await endpointOf(profile);
  const look = () => chromium.connectOverCDP(endpoint, { noDefaults: true });
  const first = await look();
  const [context] = first.contexts();
  if (context === undefined) throw new Error('the browser shows nothing');
  // A client sees only what existed when it attached: each panel gets its own, for as long as it is shown.
  let viewer: Browser | undefined;
  return {
    context,
    press: (...keys) => hand.press(keys),
    type: (text) => hand.type(text),
    click: async (tab, selector) => {
      const { x, y } = await middleOf(tab, selector);
      hand.click(x, y);
    },
    panel: async () => {
      let panel: Page | undefined;
      await expect
        .poll(async () => {
          await viewer?.close();
          viewer = await look();
          panel = await focusedPanel(viewer);
          return panel !== undefined;
        })
        .toBe(true);
      if (panel === undefined) throw new Error('the side panel is not there');
      return panel;
    },
    hasPanel: async () => (await panelsOf(endpoint)).length > 0,
    shutPanel: async () => {
      // One that was asked for before may come up only now.
      const shut = async () => {
        const open = await panelsOf(endpoint);
        for (const { id } of open) await fetch(`${endpoint}/json/close/${id}`);
        return open.length;
      };
      await expect.poll(shut).toBe(0);
    },
    inWorker: async (run) => {
      // The newest: one that was just stopped may still be listed.
      const worker =
        context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
      await worker.evaluate(run);
    },
    close: async () => {
      await viewer?.close();
      await first.close();
      await ended(browser);
      stopDisplay();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function focusedPanel(viewer: Browser): Promise<Page | undefined> {
  for (const page of viewer.contexts().flatMap((context) => context.pages())) {
    const isPanel = page.url().startsWith(extensionPage('sidepanel.html'));
    if (isPanel && (await hasFocus(page).catch(() => false))) return page;
  }
  return undefined;
}

/** The side panels there are, as the browser lists them for tools. */
async function panelsOf(endpoint: string): Promise<{ id: string }[]> {
  const answer = await fetch(`${endpoint}/json/list`);
  const all = (await answer.json()) as { id: string; url: string }[];
  return all.filter(({ url }) => url.startsWith(extensionPage('sidepanel.html')));
}

/** Whether a page has the keyboard. */
export function hasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => document.hasFocus());
}

async function endpointOf(profile: string): Promise<string> {
  const file = path.join(profile, 'DevToolsActivePort');
  let port = '';
  await expect
    .poll(
      async () => {
        port = (await readFile(file, 'utf8').catch(() => '')).split('\n')[0] ?? '';
        return port;
      },
      { timeout: 60_000 },
    )
    .not.toBe('');
  return `http://127.0.0.1:${port}`;
}

/** On the screen; the page lies at the left and at the bottom of the window. */
function middleOf(tab: Page, selector: string): Promise<{ x: number; y: number }> {
  return tab
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return {
        x: Math.round(window.screenX + left + width / 2),
        y: Math.round(window.screenY + window.outerHeight - window.innerHeight + top + height / 2),
      };
    });
}

async function ended(browser: ChildProcess): Promise<void> {
  if (browser.exitCode !== null) return;
  const exit = new Promise((resolve) => browser.once('exit', resolve));
  browser.kill();
  await exit;
}
