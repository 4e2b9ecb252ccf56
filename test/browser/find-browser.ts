import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { canInstall, installPackages, runSilently } from './install';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Path of a Chromium that loads unpacked extensions from the command line: the one named in
 * `DESKSIDE_BROWSER`, Playwright's own, or the system's. Branded Chrome and Edge have refused that since
 * version 137, so they are not used. Where there is none, one is installed. Throws with instructions when
 * that fails too.
 */
export function findBrowser(): string {
  const named = process.env.DESKSIDE_BROWSER;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`DESKSIDE_BROWSER points to ${named}, but there is nothing.`);
  }
  return present() ?? install();
}

function present(): string | undefined {
  return [chromium.executablePath(), ...systemPaths].find(
    (path) => path !== '' && existsSync(path),
  );
}

function install(): string {
  console.log('No Chromium found; installing one …');
  const fonts = ['fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];
  const done = canInstall()
    ? installPackages(['chromium', ...fonts])
    : runSilently('npx', ['playwright', 'install', 'chromium']);
  const path = present();
  if (!done || path === undefined) {
    throw new Error(
      'Chromium could not be installed. Install it and set DESKSIDE_BROWSER to its path.',
    );
  }
  return path;
}
