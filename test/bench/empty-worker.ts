import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { EXTENSION_ID, extensionFolder } from '../browser/extension';

const files = {
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    background: { service_worker: 'worker.js' },
  }),
  'worker.js': 'chrome.runtime.onMessage.addListener((_message, _sender, answer) => answer(1));',
  'page.html': '<!doctype html><title>empty</title>',
} as const;

/**
 * The lower limit for any worker: runs `measure` with the flags that load, beside the built extension, one
 * whose worker only answers.
 */
export async function besideEmptyWorker<T>(
  measure: (flags: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskside-empty-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      await writeFile(path.join(folder, name), text);
    }
    const both = `${extensionFolder},${folder}`;
    return await measure([`--disable-extensions-except=${both}`, `--load-extension=${both}`]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The page of the extension that only answers. */
export function emptyExtensionPage(context: BrowserContext): string {
  const worker = context.serviceWorkers().find((one) => !one.url().includes(EXTENSION_ID));
  if (worker === undefined) throw new Error('the empty extension was not loaded');
  return new URL('page.html', worker.url()).href;
}
