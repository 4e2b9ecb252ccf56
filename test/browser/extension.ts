import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Follows from the manifest's `key`: the same in every build. */
export const EXTENSION_ID = 'ekllkbhiccphcpkoblcdkbjoopjpocbc';

export const extensionFolder = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');

/** Throws when the extension has not been built. */
export async function readManifest(): Promise<Record<string, unknown>> {
  const file = path.join(extensionFolder, 'manifest.json');
  if (!existsSync(file)) throw new Error('The extension is not built: run `npm run build` first.');
  return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
}

/** Has the rights of the browser's extensions page, but does not take a second to draw like that page. */
export const extensionSettings = 'chrome://extensions/strings.m.js';

/** `icon/16.png`: has the extension's rights and runs none of its scripts. */
export function extensionPage(page: 'options.html' | 'sidepanel.html' | 'icon/16.png'): string {
  return `chrome-extension://${EXTENSION_ID}/${page}`;
}
