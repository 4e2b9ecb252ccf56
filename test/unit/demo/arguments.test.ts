import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDemoArguments } from '../../demo/arguments';

test.each([
  [[], false, false, false],
  [['--membrane'], true, false, false],
  [['--screenshots'], false, true, false],
  [['--screenshots', '--membrane'], true, true, false],
  [['--screenshots', '--widths'], false, true, true],
])('npm start -- %j', (words, throughMembrane, forGuides, inWidths) => {
  expect(readDemoArguments(words)).toEqual({ throughMembrane, forGuides, inWidths });
});

test('a word that means nothing is said, instead of showing something else', () => {
  expect(() => readDemoArguments(['--membrain'])).toThrow('Not known: --membrain');
});

test('the starter hands on what it was given', () => {
  const starter = readFileSync(path.resolve(import.meta.dirname, '../../demo/start.mjs'), 'utf8');
  expect(starter).toContain("'test/demo/demo.ts', ...process.argv.slice(2)");
});
