import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Worker } from '@playwright/test';
import { extensionFolder } from './extension';
import { findBrowser } from './find-browser';

export interface LaunchOptions {
  headless: boolean;
  /** Further flags: where the emulated helpdesks are, window size. */
  flags: readonly string[];
  /** The side panel slides in and out, as for a person; without a window it otherwise does not. */
  slides?: boolean;
  /** Without the "controlled by automated software" bar, for pictures. */
  looksPlain?: boolean;
  /** Folder of a profile that was used before or will be again; it stays. */
  profile?: string;
}

export interface LaunchedBrowser {
  context: BrowserContext;
  /** A connection to the browser itself, for as long as it runs. */
  session: CDPSession;
  /** Where a second client can attach, to see what opens later (the side panel). */
  debuggingPort(): Promise<number>;
  worker(): Promise<Worker>;
  /** Makes downloads arrive where tests find them; this stops whenever another client disconnects. */
  keepDownloads(): Promise<void>;
  /** Closes the browser and removes its profile, unless that was given. */
  close(): Promise<void>;
}

/** Chromium's flags for the built extension, and these further ones. */
export function extensionFlags(further: readonly string[]): string[] {
  return [
    `--disable-extensions-except=${extensionFolder}`,
    `--load-extension=${extensionFolder}`,
    '--enable-unsafe-extension-debugging',
    '--remote-debugging-port=0',
    '--force-device-scale-factor=1',
    '--disable-quic',
    '--no-first-run',
    '--lang=en-GB',
    // Chromium delays an extension's requests to an address that failed often, for seconds and longer each
    // time: how the product handles faults would depend on how many came before.
    '--disable-extensions-http-throttling',
    ...further,
  ];
}

/** Playwright's own folder is emptied after each test, and a browser may live longer. */
function downloadsOf(profile: string): string {
  return path.join(profile, 'downloads');
}

/** Starts Chromium with the built extension, in a fresh profile unless one is given. */
export async function launchWithExtension(options: LaunchOptions): Promise<LaunchedBrowser> {
  const profile = options.profile ?? (await mkdtemp(path.join(tmpdir(), 'deskside-profile-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    headless: options.headless,
    chromiumSandbox: false,
    viewport: null,
    downloadsPath: downloadsOf(profile),
    ignoreDefaultArgs: options.looksPlain === true ? ['--enable-automation'] : [],
    args: extensionFlags([
      // The side panel would slide in and out, and every page be laid out anew for each of those frames: a
      // third of a test's processor time. What pages themselves animate is not affected.
      ...(options.headless && options.slides !== true ? ['--animation-duration-scale=0'] : []),
      ...options.flags,
    ]),
  });
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('the browser is not there');
  return {
    context,
    session,
    keepDownloads: async () => {
      const options = { behavior: 'allowAndName', eventsEnabled: true } as const;
      const downloadPath = downloadsOf(profile);
      await session.send('Browser.setDownloadBehavior', { ...options, downloadPath });
    },
    // The newest: a worker that has just been replaced may still be listed.
    worker: async () => context.serviceWorkers().at(-1) ?? context.waitForEvent('serviceworker'),
    debuggingPort: async () => {
      const file = await readFile(path.join(profile, 'DevToolsActivePort'), 'utf8');
      return Number(file.split('\n')[0]);
    },
    close: async () => {
      await context.close();
      if (options.profile !== undefined) return;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
