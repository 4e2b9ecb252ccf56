import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, run } from './setup/installed.mjs';

/**
 * `npm test`: everything a newcomer needs to trust the product, from a fresh clone on. What needs no
 * browser runs side by side, each step's output in one piece; stops at the first that fails. Ends
 * with how many tests ran.
 */
const results = path.join(root, 'test-results');
const running = new Set();
const script = (name) => ['npm', ['run', '--silent', name]];
const unit = [
  'npx',
  [
    'vitest',
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${path.join(results, 'unit.json')}`,
  ],
];

ensureInstalled();
mkdirSync(results, { recursive: true });
await Promise.all([
  inOnePiece('types', ...script('types')),
  inOnePiece('lint', ...script('lint')),
  inOnePiece('build', ...script('build')).then(() => inOnePiece('size', ...script('size'))),
  inOnePiece('unit tests', ...unit),
]);
run(...script('e2e'));
run(...script('e2e:firefox'));

const read = (file) => JSON.parse(readFileSync(path.join(results, file), 'utf8'));
const units = read('unit.json');
const browsers = [read('e2e.json'), read('e2e-firefox.json')].map(({ stats }) => stats);
const sum = (key) => browsers.reduce((all, stats) => all + stats[key], 0);
const passed = units.numPassedTests + sum('expected');
const failed = units.numFailedTests + sum('unexpected');
console.log(`\n${passed} passed, ${failed} failed`);

/** Runs a command beside others and shows what it said when it has ended; a failure ends everything. */
function inOnePiece(name, command, args) {
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, shell: process.platform === 'win32' });
    running.add(child);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data));
    child.on('close', (code) => {
      const seconds = Math.round((Date.now() - began) / 1_000);
      const outcome = code === 0 ? 'passed' : 'failed';
      process.stdout.write(`\n── ${name} ${outcome} after ${seconds} s\n`);
      process.stdout.write(Buffer.concat(said));
      running.delete(child);
      if (code === 0) return resolve();
      for (const other of running) other.kill();
      process.exit(code ?? 1);
    });
  });
}
