import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { changelogSections } from './changelog';
import { type Permissions, permissionProblems } from './permissions';
import { releaseProblems } from './problems';

/**
 * `npm run release`: the packages for both stores, the sources that Firefox's store asks for, what
 * changed, the notices, and their SHA-256 sums. Everything is built twice, from the sources
 * alone and in two folders; the sums must be equal. `.output` keeps the builds of every day.
 */
const root = path.resolve(import.meta.dirname, '../..');
const target = path.join(root, '.output/release');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const { name, version } = JSON.parse(read('package.json')) as { name: string; version: string };

/** Of each package: how it is called here, which build it holds, and how WXT calls it. */
const packages = [
  {
    file: `${name}-${version}-chromium.zip`,
    build: 'chrome-mv3',
    zip: `${name}-${version}-chrome.zip`,
  },
  {
    file: `${name}-${version}-firefox.zip`,
    build: 'firefox-mv3',
    zip: `${name}-${version}-firefox.zip`,
  },
];
const sources = `${name}-${version}-sources.zip`;

function command(folder: string, program: string, args: readonly string[]): string {
  const env = { ...process.env, DESKSIDE_STORE: '1' };
  const result = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env });
  if (result.status !== 0) fail([`${program} ${args.join(' ')}`, result.stdout, result.stderr]);
  return result.stdout;
}

function fail(lines: readonly string[]): never {
  for (const line of lines) console.error(line);
  process.exit(1);
}

const git = (...args: string[]): string => command(root, 'git', args);
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

function check(): void {
  const here = new Set(linesOf(git('tag', '--points-at', 'HEAD')));
  const locked = JSON.parse(read('package-lock.json')) as { version?: string };
  const problems = releaseProblems({
    version,
    lockedVersion: locked.version,
    changelog: read('CHANGELOG.md'),
    tags: linesOf(git('tag')).map((tag) => ({ name: tag, isHere: here.has(tag) })),
    changedFiles: linesOf(git('status', '--porcelain')).map((line) => line.slice(3)),
  });
  if (problems.length > 0) fail(problems);
}

/**
 * Builds both packages from the archive of sources alone, as a reviewer does, in a folder of its own; `look`
 * is called with that folder before it goes. Gives the SHA-256 of each package.
 */
function buildFromSources(look: (folder: string) => void): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskside-release-'));
  try {
    const archive = path.join(folder, 'sources.tar');
    git('archive', '--format=tar', `--output=${archive}`, 'HEAD');
    command(folder, 'tar', ['-xf', archive]);
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    const wxt = path.join(root, 'node_modules/wxt/bin/wxt.mjs');
    command(folder, process.execPath, [wxt, 'zip']);
    command(folder, process.execPath, [wxt, 'zip', '-b', 'firefox', '--mv3']);
    look(folder);
    return packages.map(({ zip }) => sumOf(path.join(folder, '.output', zip)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Ends everything unless both builds are what they should be, and every permission has its reason. */
function inspect(folder: string): void {
  const manifests = packages.map(({ build }) => {
    const file = path.join(folder, '.output', build, 'manifest.json');
    return JSON.parse(readFileSync(file, 'utf8')) as Permissions & {
      version: string;
      key?: string;
    };
  });
  for (const manifest of manifests) {
    if (manifest.version !== version) fail([`A manifest has version ${manifest.version}.`]);
    if (manifest.key !== undefined) fail(['Chrome’s store refuses a manifest with a key.']);
  }
  for (const language of ['en', 'zh-CN']) {
    const problems = permissionProblems(manifests, read(`docs/store/${language}.md`));
    if (problems.length > 0) fail([`docs/store/${language}.md:`, ...problems]);
  }
  for (const check of ['limits', 'bundled-packages']) {
    process.stdout.write(command(folder, process.execPath, [`test/size/${check}.mjs`]));
  }
}

/** Puts what the stores want, and what people want to read, into the folder of the release. */
function keep(folder: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const { file, zip } of packages) {
    cpSync(path.join(folder, '.output', zip), path.join(target, file));
  }
  const notices = 'third-party-notices.txt';
  cpSync(path.join(folder, '.output/chrome-mv3', notices), path.join(target, notices));
  const notes = changelogSections(read('CHANGELOG.md'))[0]?.text ?? '';
  writeFileSync(path.join(target, 'release-notes.md'), `${notes}\n`);
  const archive = path.join(target, sources);
  git('archive', '--format=zip', `--prefix=${name}-${version}/`, `--output=${archive}`, 'HEAD');
}

check();
console.log(`Building ${name} ${version} …`);
const sums = buildFromSources((folder) => {
  inspect(folder);
  keep(folder);
});
console.log('Building it again, in another folder …');
const again = buildFromSources(() => undefined);
const different = packages.filter((_each, index) => sums[index] !== again[index]);
if (different.length > 0) {
  rmSync(target, { recursive: true, force: true });
  fail(different.map(({ file }) => `${file} has other bytes each time it is built.`));
}
const list = [...packages.map(({ file }) => file), sources]
  .map((file) => `${sumOf(path.join(target, file))}  ${file}\n`)
  .join('');
writeFileSync(path.join(target, 'SHA256SUMS'), list);
console.log(
  `Both packages have the same bytes each time. All is in ${path.relative(root, target)}:\n`,
);
process.stdout.write(list);
