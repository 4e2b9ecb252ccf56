import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, run } from './setup/installed.mjs';

/**
 * `npm test`: everything a newcomer needs to trust the product, from a fresh clone on. Stops at
 * the first step that fails; ends with how many tests ran.
 */
const results = path.join(root, 'test-results');

ensureInstalled();
mkdirSync(results, { recursive: true });
run('npm', ['run', '--silent', 'types']);
run('npm', ['run', '--silent', 'lint']);
run('npm', ['run', '--silent', 'build']);
run('npm', ['run', '--silent', 'size']);
run('npx', [
  'vitest',
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${path.join(results, 'unit.json')}`,
]);
run('npm', ['run', '--silent', 'e2e']);

const read = (file) => JSON.parse(readFileSync(path.join(results, file), 'utf8'));
const unit = read('unit.json');
const { stats } = read('e2e.json');
const passed = unit.numPassedTests + stats.expected + stats.flaky;
const failed = unit.numFailedTests + stats.unexpected;
console.log(`\n${passed} passed, ${failed} failed`);
