import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Plain JavaScript without dependencies: it runs in a fresh clone, before anything is installed. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Runs a command in the project with its output shown; ends this process when it fails. */
export function run(command, args) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Installs the dependencies if they are missing or older than the lock file. */
export function ensureInstalled() {
  const installed = path.join(root, 'node_modules/.package-lock.json');
  const lock = path.join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing dependencies …');
  run('npm', ['ci', '--no-audit', '--no-fund']);
}

/** Builds the extension for each of these browsers (`chrome`, `firefox`) if it is missing or older than a source. */
export function ensureBuilt(...browsers) {
  const sources = [
    'entrypoints',
    'components',
    'lib',
    'public',
    'wxt.config.ts',
    'package-lock.json',
  ];
  const newest = Math.max(...sources.map((source) => newestIn(path.join(root, source))));
  for (const browser of browsers) {
    const manifest = path.join(root, `.output/${browser}-mv3/manifest.json`);
    if (existsSync(manifest) && statSync(manifest).mtimeMs >= newest) continue;
    console.log('Building the extension …');
    run('npm', ['run', '--silent', `build:${browser}`]);
  }
}

function newestIn(place) {
  const { mtimeMs } = statSync(place);
  if (!statSync(place).isDirectory()) return mtimeMs;
  const entries = readdirSync(place).map((entry) => newestIn(path.join(place, entry)));
  return Math.max(mtimeMs, ...entries);
}
