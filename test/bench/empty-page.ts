import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { EXTENSION_ID, extensionFolder } from '../browser/extension';
import { bundle } from './in-browser';

const files = {
  page: path.join(extensionFolder, 'bench-empty.html'),
  script: path.join(extensionFolder, 'bench-empty.js'),
};

/**
 * The lower limit for any page in the side panel: runs `measure` while the built extension has a page in
 * which React shows one line. `measure` gets a function that goes there.
 */
export async function besideEmptyPage<T>(
  measure: (open: (panel: Page) => Promise<void>) => Promise<T>,
): Promise<T> {
  await writeFile(files.script, await bundle('empty-page-in-browser.tsx', true));
  await writeFile(
    files.page,
    '<!doctype html><meta charset="utf-8"><title>empty</title><div id="root"></div><script type="module" src="/bench-empty.js"></script>',
  );
  try {
    return await measure(async (panel) => {
      await panel.goto(`chrome-extension://${EXTENSION_ID}/bench-empty.html`, {
        waitUntil: 'commit',
      });
    });
  } finally {
    await Promise.all(Object.values(files).map((file) => rm(file, { force: true })));
  }
}
