import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root, runtimeImportsOf, sourceFiles } from './sources';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

test('files are small: none over 300 lines, half of them at most about 60', () => {
  const lengths = sourceFiles()
    .map((file) => ({ file, lines: read(file).split('\n').length }))
    .sort((a, b) => a.lines - b.lines);
  expect(lengths.filter((each) => each.lines > 300)).toEqual([]);
  expect(lengths[Math.floor(lengths.length / 2)]?.lines).toBeLessThanOrEqual(75);
});

test('nothing renders or evaluates foreign text as code', () => {
  const dangerous =
    /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function)\b/;
  expect(sourceFiles().filter((file) => dangerous.test(read(file)))).toEqual([]);
});

test('nothing that delivers a message to a customer is called', () => {
  // Chatra's and Chaport's endpoints for messages; a POST to a conversation's messages elsewhere.
  const sending =
    /['"`/](messages|pushedMessages)\/?['"`][^;]*method: 'POST'|method: 'POST'[^;]*(messages|pushedMessages)/;
  expect(sourceFiles().filter((file) => sending.test(read(file)))).toEqual([]);
});

test('each icon, and each part of the primitives, comes from its own file', () => {
  // Through the file that lists them all, what one page uses looks as if every page needed it at once.
  const lists = ['lucide-react', 'radix-ui'];
  const offenders = sourceFiles().filter((file) =>
    runtimeImportsOf(file).some((from) => lists.includes(from)),
  );
  expect(offenders).toEqual([]);
});
