import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { canFakeDisplay, fakeDisplay, isInstalled, WINDOW } from './display';
import { extensionPage } from './extension';
import { findBrowser } from './find-browser';
import { extensionFlags } from './launch';

/** Whether keys can be pressed that no browser tool knows of: Xvfb and xdotool are there. */
export function canTypeForReal(): boolean {
  return canFakeDisplay() && isInstalled('xdotool');
}

/**
 * A browser on a display of its own, with keyboard and mouse as the operating system has them.
 * Nothing pretends to a page that it has the focus: it has it or not.
 */
export interface RealDesktop {
  context: BrowserContext;
  /** Presses keys one after the other, e.g. `ctrl+z`, whoever has the focus. */
  press(...keys: string[]): void;
  type(text: string): void;
  /** Clicks into the middle of an element of a tab. */
  click(tab: Page, selector: string): Promise<void>;
  /** The side panel, once it has the keyboard. */
  panel(): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the browser with the built extension, without Playwright, and only then looks into it. */
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
  // A viewer sees only what was there when it came: each panel has one of its own, as long as it is shown.
  let viewer: Browser | undefined;
  return {
    context,
    press: (...keys) => xdotool('key', '--clearmodifiers', '--delay', '30', ...keys),
    type: (text) => xdotool('type', '--delay', '30', text),
    click: async (tab, selector) => {
      const { x, y } = await middleOf(tab, selector);
      xdotool('mousemove', String(x), String(y), 'click', '1');
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

/** Whether a page has the keyboard. */
export function hasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => document.hasFocus());
}

async function endpointOf(profile: string): Promise<string> {
  const file = path.join(profile, 'DevToolsActivePort');
  let port = '';
  await expect
    .poll(async () => {
      port = (await readFile(file, 'utf8').catch(() => '')).split('\n')[0] ?? '';
      return port;
    })
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

function xdotool(...words: string[]): void {
  const { status, stderr } = spawnSync('xdotool', words, { stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`no key was pressed: ${stderr.toString()}`);
}

async function ended(browser: ChildProcess): Promise<void> {
  if (browser.exitCode !== null) return;
  const exit = new Promise((resolve) => browser.once('exit', resolve));
  browser.kill();
  await exit;
}
