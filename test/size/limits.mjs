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

/** What loads a script at once: an HTML page's own, and a static import of a script. */
const atOnce = /(?:src|href)="([^"]+\.js)"|(?:from|\bimport)\s*["'`]([^"'`]+\.js)["'`]/g;

/** The scripts a page loads at once; those it loads when they are wanted are not among them. */
function scriptsOf(page, seen = new Set()) {
  const text = read(page).toString();
  const folder = path.posix.dirname(page);
  for (const [, src, imported] of text.matchAll(atOnce)) {
    const name = src ?? imported;
    const file = name.startsWith('/') ? name.slice(1) : path.posix.join(folder, name);
    if (!seen.has(file) && exists(file)) scriptsOf(file, seen.add(file));
  }
  return seen;
}

function exists(file) {
  return readdirSync(output, { recursive: true, encoding: 'utf8' }).includes(file);
}

const minified = (files) => files.reduce((sum, file) => sum + read(file).length, 0);

const checks = [
  // One for each platform, whole; a helpdesk's page loads only its own. Chatra's is the largest: its
  // API has no history, so its page is read for that too.
  ...readdirSync(output)
    .filter((file) => /^(?:helpdesk-[a-z0-9-]+|insertion|walk)\.js$/.test(file))
    .map((file) => ({ what: `${file}, gzipped`, size: gzipped([file]), limit: 15 * kilo })),
  // With everything it shares with the pages. What counts is a first answer within 100 ms of a cold
  // start, which `npm run bench` measures.
  {
    what: 'worker, minified',
    size: minified(['background.js', ...scriptsOf('background.js')]),
    limit: 765 * kilo,
  },
  {
    what: 'panel scripts, gzipped',
    size: gzipped([...scriptsOf('sidepanel.html')]),
    limit: 150 * kilo,
  },
  {
    what: 'options scripts, gzipped',
    size: gzipped([...scriptsOf('options.html')]),
    limit: 150 * kilo,
  },
];

const atStart = new Set(
  ['sidepanel.html', 'options.html', 'background.js'].flatMap((page) => [...scriptsOf(page)]),
);
const later = readdirSync(path.join(output, 'chunks'))
  .map((name) => `chunks/${name}`)
  .filter((file) => file.endsWith('.js') && !atStart.has(file));
/** What reads and writes files of responses: loaded in the settings when a file is chosen. */
const files = later.filter((file) => /^chunks\/(?:import|csv)-/.test(file));
checks.push(
  {
    what: 'scripts loaded when wanted, gzipped',
    size: gzipped(later.filter((file) => !files.includes(file))),
    limit: 295 * kilo,
  },
  { what: 'scripts for files of responses, gzipped', size: gzipped(files), limit: 40 * kilo },
);

for (const { what, size, limit } of checks) {
  const share = Math.round((100 * size) / limit);
  console.log(
    `${size > limit ? 'TOO LARGE' : 'ok'}  ${what}: ${(size / kilo).toFixed(1)} of ${limit / kilo} kB (${share} %)`,
  );
}
const areScriptsThere = checks.filter(({ what }) => what.startsWith('helpdesk-')).length > 0;
if (!areScriptsThere) console.log('No content script was found.');
if (!areScriptsThere || checks.some(({ size, limit }) => size > limit)) process.exit(1);
