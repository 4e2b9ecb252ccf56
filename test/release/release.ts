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
 * changed, the notices, and their SHA-256 sums. Everything is built a second time from the
 * sources alone, in another folder; the sums must be equal.
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
  const result = spawnSync(program, args, { cwd: folder, encoding: 'utf8', shell: false });
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

/** Builds both packages in a folder that holds the sources, and gives the SHA-256 of each. */
function build(folder: string): string[] {
  const wxt = path.join(root, 'node_modules/wxt/bin/wxt.mjs');
  command(folder, process.execPath, [wxt, 'zip']);
  command(folder, process.execPath, [wxt, 'zip', '-b', 'firefox', '--mv3']);
  return packages.map(({ zip }) => sumOf(path.join(folder, '.output', zip)));
}

function sumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function checkManifests(): void {
  const manifests = packages.map(
    ({ build }) =>
      JSON.parse(read(`.output/${build}/manifest.json`)) as Permissions & { version: string },
  );
  const others = manifests.filter((manifest) => manifest.version !== version);
  if (others.length > 0) fail([`A manifest has version ${others[0]?.version}, not ${version}.`]);
  for (const language of ['en', 'zh-CN']) {
    const problems = permissionProblems(manifests, read(`docs/store/${language}.md`));
    if (problems.length > 0) fail([`docs/store/${language}.md:`, ...problems]);
  }
}

/** Builds from the archive of sources alone, elsewhere: what a reviewer gets makes the same bytes. */
function buildFromSources(): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'deskside-release-'));
  try {
    command(folder, 'tar', ['-xf', tarOfSources(folder)]);
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    return build(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tarOfSources(folder: string): string {
  const file = path.join(folder, 'sources.tar');
  git('archive', '--format=tar', `--output=${file}`, 'HEAD');
  return file;
}

check();
console.log(`Building ${name} ${version} …`);
const sums = build(root);
checkManifests();
process.stdout.write(command(root, process.execPath, ['test/size/limits.mjs']));
process.stdout.write(command(root, process.execPath, ['test/size/bundled-packages.mjs']));
console.log('Building it again from the sources alone …');
const again = buildFromSources();
const different = packages.filter((_each, index) => sums[index] !== again[index]);
if (different.length > 0) {
  fail(different.map(({ file }) => `${file} has other bytes each time it is built.`));
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const { file, zip } of packages) {
  cpSync(path.join(root, '.output', zip), path.join(target, file));
}
git(
  'archive',
  '--format=zip',
  `--prefix=${name}-${version}/`,
  `--output=${path.join(target, sources)}`,
  'HEAD',
);
writeFileSync(
  path.join(target, 'release-notes.md'),
  `${changelogSections(read('CHANGELOG.md'))[0]?.text ?? ''}\n`,
);
cpSync(
  path.join(root, '.output/chrome-mv3/third-party-notices.txt'),
  path.join(target, 'third-party-notices.txt'),
);
const list = [...packages.map(({ file }) => file), sources]
  .map((file) => `${sumOf(path.join(target, file))}  ${file}\n`)
  .join('');
writeFileSync(path.join(target, 'SHA256SUMS'), list);
console.log(
  `Both packages have the same bytes each time. All is in ${path.relative(root, target)}:\n`,
);
process.stdout.write(list);
