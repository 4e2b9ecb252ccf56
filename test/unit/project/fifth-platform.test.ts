import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './sources';

/*
 * CONTRIBUTING.md says how a platform is added. Here it is done: the files of a fifth one are put where
 * they belong in a copy of the project, with one line in the registry, and nothing else is changed.
 */
const fixture = path.join(root, 'test/fixtures/fifth-platform');
const copied = ['entrypoints', 'components', 'lib', 'public', 'test', '.wxt'];
const rootFiles = ['package.json', 'tsconfig.json', 'wxt.config.ts', 'vitest.config.ts', 'LICENSE'];

/** Each runs a whole tool, on a machine that may be busy with others (ms). */
const timeout = 300_000;

let project: string;

beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), 'deskside-fifth-'));
  for (const each of [...copied, ...rootFiles, 'CHANGELOG.md']) {
    cpSync(path.join(root, each), path.join(project, each), {
      recursive: true,
      filter: (file) => !/\.png$|[\\/]test[\\/]fixtures$/.test(file) || /[\\/]icon[\\/]/.test(file),
    });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(project, 'node_modules'), 'junction');
  for (const folder of ['lib', 'entrypoints', 'public', 'test']) {
    cpSync(path.join(fixture, folder), path.join(project, folder), { recursive: true });
  }
  const registry = path.join(project, 'lib/platforms/registry.ts');
  const text = readFileSync(registry, 'utf8');
  const changed = text
    .replace('\n\n', "\nimport { parley } from './parley/definition';\n\n")
    .replace(/(definitions: readonly PlatformDefinition\[\] = \[[^\]]*)\]/, '$1, parley]');
  writeFileSync(registry, changed);
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

/** Runs one of the project's tools in the copy. Throws with what it said when it fails. */
function runs(tool: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const bin = path.join(project, 'node_modules', tool);
    const child = spawn(process.execPath, [bin, ...args], { cwd: project });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        said += data.toString();
      });
    }
    child.on('close', (code) => (code === 0 ? resolve(said) : reject(new Error(said))));
  });
}

test('a fifth platform, added as the steps say, compiles', { timeout }, async () => {
  const { compilerOptions, extends: base } = JSON.parse(
    readFileSync(path.join(project, 'tsconfig.json'), 'utf8'),
  );
  // Everything else compiles as it did: only what is new, and what it takes in, is looked at.
  const added = ['lib/platforms/registry.ts', 'entrypoints/helpdesk-parley.ts', 'test/**/parley'];
  const include = ['.wxt/wxt.d.ts', ...added];
  const only = JSON.stringify({ extends: base, compilerOptions, include });
  writeFileSync(path.join(project, 'tsconfig.parley.json'), only);
  await runs('typescript/bin/tsc', '--noEmit', '--project', 'tsconfig.parley.json');
});

test('it keeps the house rules, and fulfils the contract that the four fulfil', {
  timeout,
}, async () => {
  const tests = [
    'test/unit/platforms/parley',
    'test/unit/project/floors.test.ts',
    'test/unit/project/house-rules.test.ts',
  ];
  const said = await runs('vitest/vitest.mjs', 'run', '--reporter=json', ...tests);
  const { numPassedTests, testResults } = JSON.parse(said.slice(said.indexOf('{"num')));
  expect(numPassedTests).toBeGreaterThan(500);
  expect(testResults).toHaveLength(6);
});

test('it is built, with a content script of its own', { timeout }, async () => {
  const config = 'lib/language/build/config.ts';
  // Only the sentences of its own files are new.
  const sentences = 'lib/platforms/parley/';
  await runs('@lingui/cli/dist/lingui.js', 'extract', '--config', config, sentences);
  await runs('wxt/bin/wxt.mjs', 'build');
  const files = await readdir(path.join(project, '.output/chrome-mv3'), { recursive: true });
  expect(files).toEqual(
    expect.arrayContaining(['helpdesk-parley.js', path.join('platforms', 'parley.svg')]),
  );
  const worker = readFileSync(path.join(project, '.output/chrome-mv3/background.js'), 'utf8');
  expect(worker).toContain('desk.parley.example');
});
