import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, root, runtimeImportsOf, sourceFiles } from './sources';

/**
 * Who may import whom. The first rule whose pattern fits a file decides; a file no rule fits is an
 * error, so a new folder has to find its floor. Packages are allowed unless forbidden below.
 */
const model = /^lib\/model\//;
const pure = /^lib\/(identity|timeline|coverage|replies|notes|text|cards|full-text|answers)\//;
const async = /^lib\/async\//;
/** Of that folder the one file that waits for nothing: it does work in steps without a pause. */
const runSteps = /^lib\/async\/run-steps$/;
/** What the build alone uses is no part of the product. */
const language = /^lib\/language\/[^/]+$/;
const own = (name: string) => new RegExp(`^lib/platforms/${name}/`);
const contract = /^lib\/platforms\/contract\//;
const shared = /^lib\/platforms\/shared\//;
const sharedPage = /^lib\/platforms\/shared\/page\//;

const components = (room: string) => new RegExp(`^components/(${room})/`);
const hooks = components('hooks');
const primitives = components('ui|text');
/** What both pages show of canned responses and data cards. */
const sharedReplies = components('replies|cards');
const belowComponents = [/^lib\/(storage|messaging)\//, pure, language, async, model];

interface Floor {
  files: RegExp;
  mayImport: readonly RegExp[];
}

function platformFloor(name: string): Floor {
  return {
    files: own(name),
    mayImport: [
      own(name),
      contract,
      shared,
      /^lib\/http\/(transport|encode-path|transport-error|pace)$/,
      pure,
      async,
      model,
    ],
  };
}

/** Each folder beside the contract and what several share is a platform. */
const platforms = readdirSync(path.join(root, 'lib/platforms'), { withFileTypes: true })
  .filter((each) => each.isDirectory() && !['contract', 'shared'].includes(each.name))
  .map(({ name }) => name);

const floors: readonly Floor[] = [
  // For the configuration of the build alone.
  { files: /^lib\/build\//, mayImport: [] },
  { files: /^lib\/model\//, mayImport: [model] },
  { files: /^lib\/language\//, mayImport: [/^lib\/language\//, model] },
  { files: pure, mayImport: [pure, runSteps, language, model] },
  { files: async, mayImport: [async, model] },
  { files: /^lib\/http\//, mayImport: [/^lib\/http\//, async, model] },
  { files: /^lib\/storage\//, mayImport: [/^lib\/storage\//, language, async, model] },
  { files: /^lib\/messaging\//, mayImport: [/^lib\/messaging\//, language, model] },
  { files: /^lib\/insert\//, mayImport: [/^lib\/insert\//, async, model] },
  { files: contract, mayImport: [contract, /^lib\/http\/(transport|pace)$/, pure, model] },
  {
    files: shared,
    mayImport: [shared, contract, /^lib\/http\/transport-error$/, pure, async, model],
  },
  ...platforms.map(platformFloor),
  { files: /^lib\/platforms\/registry\.ts$/, mayImport: [/^lib\/platforms\/[a-z]+\/definition$/] },
  { files: /^lib\/walk\//, mayImport: [/^lib\/walk\//, contract, sharedPage, async, model] },
  {
    files: /^lib\/page\//,
    mayImport: [
      /^lib\/(page|insert|walk)\//,
      /^lib\/messaging\/page-request$/,
      contract,
      sharedPage,
      async,
      model,
    ],
  },
  {
    files: /^lib\/worker\//,
    mayImport: [/^lib\/(worker|platforms|http|storage|messaging)\//, pure, language, async, model],
  },
  // Primitives lean on no feature, and neither page on the other.
  { files: hooks, mayImport: [hooks, ...belowComponents] },
  { files: primitives, mayImport: [primitives, hooks, ...belowComponents] },
  {
    files: sharedReplies,
    mayImport: [sharedReplies, primitives, hooks, ...belowComponents],
  },
  ...['panel', 'options'].map((page) => ({
    files: components(page),
    mayImport: [components(page), sharedReplies, primitives, hooks, ...belowComponents],
  })),
  { files: /^entrypoints\//, mayImport: [/^(components|lib)\//] },
];

test.each(sourceFiles())('%s imports only from the floors below', (file) => {
  const floor = floors.find((each) => each.files.test(file));
  expect(floor, `${file} has no floor`).toBeDefined();
  for (const imported of importsOf(file)) {
    if (!imported.startsWith('.')) continue;
    const target = path.posix.join(path.posix.dirname(file), imported);
    const allowed = floor?.mayImport.some((pattern) => pattern.test(target));
    expect(allowed, `${file} must not import ${target}`).toBe(true);
  }
});

/** Everything a file reaches when it runs, through however many imports. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  for (const imported of runtimeImportsOf(file)) {
    if (!imported.startsWith('.')) {
      seen.add(imported);
      continue;
    }
    const base = path.posix.join(path.posix.dirname(file), imported);
    const target = sourceFiles().find((each) => each === `${base}.ts` || each === `${base}.tsx`);
    if (target !== undefined && !seen.has(target)) reach(target, seen.add(target));
  }
  return seen;
}

/** One for each platform: a page gets the code for its own only. */
const contentScript = /^entrypoints\/(?:helpdesk-[a-z]+|insertion|walk)\.ts$/;
const contentScripts = sourceFiles().filter((file) => contentScript.test(file));

test.each(contentScripts)('%s reaches no network, no database, no API and no library', (file) => {
  const reached = [...reach(file)];
  const forbidden =
    /^lib\/(http|storage|worker)\/|\/(calls|definition|schemas|contacts[a-z-]*|check)\.ts$|\/history\//;
  expect(reached.filter((each) => forbidden.test(each))).toEqual([]);
  const packages = reached.filter((each) => !each.startsWith('lib/') && !each.startsWith('wxt/'));
  expect(packages).toEqual([]);
});

test('only the worker reads secrets', () => {
  const readers = sourceFiles().filter((file) =>
    importsOf(file).some((imported) => /\/(secrets|passphrase)$/.test(imported)),
  );
  const isWorkers = (file: string) => /^lib\/(worker\/|storage\/secrets\.ts)/.test(file);
  expect(readers.filter((file) => !isWorkers(file))).toEqual([]);
  const openers = sourceFiles().filter((file) =>
    importsOf(file).some((imported) => imported.endsWith('/key-store')),
  );
  expect(openers.sort()).toEqual([
    'lib/storage/draft-secrets.ts',
    'lib/storage/passphrase.ts',
    'lib/storage/secrets.ts',
  ]);
});

test('no platform is named outside its own folder, the list and its content script', () => {
  const names = new RegExp(`\\b(${platforms.join('|')})\\b`, 'i');
  const code = (file: string) =>
    readFileSync(path.join(root, file), 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .split('\n')
      .filter((line) => names.test(line));
  const offenders = sourceFiles()
    .filter((file) => !/^lib\/platforms\//.test(file) && !contentScript.test(file))
    // What the extension is, in the browser's list of extensions.
    .filter((file) => file !== 'lib/language/manifest-words.ts')
    .filter((file) => code(file).length > 0)
    .map((file) => `${file}: ${code(file)[0]?.trim()}`);
  expect(offenders).toEqual([]);
});
