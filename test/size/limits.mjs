import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../setup/installed.mjs';

/**
 * Checks the size of what ships. The limits are promises to the person whose browser runs it:
 * the content script is in every helpdesk page, the worker starts often, the panel opens often.
 */
const output = path.join(root, '.output/chrome-mv3');
const kilo = 1_000;

const read = (file) => readFileSync(path.join(output, file));
const gzipped = (files) => files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0);

/** The scripts a page loads at once: its own and those that its HTML or its scripts name. */
function scriptsOf(page, seen = new Set()) {
  const text = read(page).toString();
  const folder = path.posix.dirname(page);
  for (const [, name] of text.matchAll(/["'`](\.?\.?\/?[\w./-]+\.js)["'`]/g)) {
    const file = name.startsWith('/') ? name.slice(1) : path.posix.join(folder, name);
    if (!seen.has(file) && exists(file)) scriptsOf(file, seen.add(file));
  }
  return seen;
}

function exists(file) {
  return readdirSync(output, { recursive: true, encoding: 'utf8' }).includes(file);
}

const checks = [
  { what: 'content script, gzipped', size: gzipped(['helpdesk.js']), limit: 15 * kilo },
  { what: 'worker, minified', size: read('background.js').length, limit: 250 * kilo },
  {
    what: 'panel scripts, gzipped',
    size: gzipped([...scriptsOf('sidepanel.html')]),
    limit: 180 * kilo,
  },
  {
    what: 'options scripts, gzipped',
    size: gzipped([...scriptsOf('options.html')]),
    limit: 180 * kilo,
  },
];

for (const { what, size, limit } of checks) {
  const share = Math.round((100 * size) / limit);
  console.log(
    `${size > limit ? 'TOO LARGE' : 'ok'}  ${what}: ${(size / kilo).toFixed(1)} of ${limit / kilo} kB (${share} %)`,
  );
}
if (checks.some(({ size, limit }) => size > limit)) process.exit(1);
