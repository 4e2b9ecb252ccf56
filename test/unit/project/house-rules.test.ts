import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  exportedNames,
  importsBetween,
  lazilyLoaded,
  root,
  runtimeImportsOf,
  sourceFiles,
} from './sources';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const linesOf = (file: string): number => read(file).split('\n').length - 1;

/** A file of this length or less is too little for a door of its own when one sibling alone goes through it. */
const crumb = 50;
/** Above this a file that took its helper in would do more than one thing. */
const roomForAHelper = 150;

test('files are small: none over 300 lines, nine of ten under 150', () => {
  const lengths = sourceFiles()
    .map((file) => ({ file, lines: linesOf(file) }))
    .sort((a, b) => a.lines - b.lines);
  expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
  expect(lengths[Math.floor(lengths.length * 0.9)]?.lines).toBeLessThan(150);
});

test('no exported name exists twice', () => {
  const homes = new Map<string, string[]>();
  for (const file of sourceFiles()) {
    for (const name of exportedNames(file)) homes.set(name, [...(homes.get(name) ?? []), file]);
  }
  expect([...homes].filter(([, files]) => files.length > 1)).toEqual([]);
});

test('no file serves one sibling only, unless it has a test of its own or is loaded lazily', () => {
  const lazy = lazilyLoaded();
  const users = new Map<string, Set<string>>();
  for (const { from, to } of importsBetween())
    users.set(to, (users.get(to) ?? new Set()).add(from));
  const crumbs = [...users].filter(([file, importers]) => {
    const [user = ''] = importers;
    const ownTest = `test/unit/${file.replace(/^lib\//, '').replace(/\.tsx?$/, '')}.test`;
    return (
      importers.size === 1 &&
      path.dirname(user) === path.dirname(file) &&
      !lazy.has(file) &&
      !existsSync(path.join(root, `${ownTest}.ts`)) &&
      !existsSync(path.join(root, `${ownTest}.tsx`)) &&
      (linesOf(file) <= crumb || linesOf(file) + linesOf(user) <= roomForAHelper) &&
      linesOf(file) + linesOf(user) <= 300
    );
  });
  expect(crumbs.map(([file, [user]]) => `${file} serves ${user} only`)).toEqual([]);
});

test('no file imports itself through others, types included', () => {
  const next = new Map<string, string[]>();
  for (const { from, to } of importsBetween()) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) circles.push([...trail.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...trail, file]);
    done.add(file);
  };
  for (const file of sourceFiles()) walk(file, []);
  expect(circles).toEqual([]);
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
