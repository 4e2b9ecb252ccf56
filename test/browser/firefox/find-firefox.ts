import { existsSync } from 'node:fs';
import { canInstall, installPackages } from '../install';
import { canTypeForReal } from '../real-keys';

/** Editions that permanently install an extension which Mozilla has not signed. */
const systemPaths = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox-developer-edition',
  '/usr/bin/firefox-nightly',
];

/**
 * Path of a Firefox that accepts the built extension: the one named in `DESKSIDE_FIREFOX`, or the system's.
 * Where there is none, one is installed if possible; `undefined` where not.
 */
export function findFirefox(): string | undefined {
  const named = process.env.DESKSIDE_FIREFOX;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`DESKSIDE_FIREFOX points to ${named}, but there is nothing.`);
  }
  return present() ?? install();
}

function present(): string | undefined {
  return systemPaths.find((path) => existsSync(path));
}

function install(): string | undefined {
  if (!canInstall()) return undefined;
  console.log('No Firefox found; installing one …');
  return installPackages(['firefox-esr']) ? present() : undefined;
}

/**
 * Why the tests in Firefox cannot run on this machine, in a sentence; `undefined` where they can.
 * Throws in CI, where they always run.
 */
export function whyNoFirefox(): string | undefined {
  if (findFirefox() !== undefined && canTypeForReal()) return undefined;
  const reason =
    'The tests in Firefox are skipped: they need Linux with a Firefox ESR, Developer Edition or Nightly, Xvfb and xdotool.';
  if (process.env.CI !== undefined) throw new Error(reason);
  return reason;
}
