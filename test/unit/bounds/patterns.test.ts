import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyse } from 'scslre';
import * as v from 'valibot';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { addressPatterns } from '../../../lib/answers/address-patterns';
import { datePatterns } from '../../../lib/answers/date-patterns';
import { capitalPatterns, numberedPatterns } from '../../../lib/answers/reference-patterns';
import { secretPatterns } from '../../../lib/answers/secret-patterns';
import { root, sourceFiles } from '../project/sources';

/** Patterns that only read what was cut before: by the beginning of their source, where it is cut. */
const readsLittle: Readonly<Record<string, string>> = {
  '[\\s.,;:(]*(?:durchwahl': 'normalisePhone: 60 characters',
  '(?:^|[^a-z]|my|get|the|free|instant)': 'domains of an address of at most 254 characters',
  '^\\s*(?:on\\s.+\\swrote': 'findQuotedTail: lines of 400 characters',
  '^\\s*[-_=]{3,}[^\\n]{0,80}?': 'findQuotedTail: 200 characters of a line',
};

interface Pattern {
  file: string;
  source: string;
  flags: string;
}

const literal = v.object({ regex: v.object({ pattern: v.string(), flags: v.string() }) });

function patternsIn(file: string): Pattern[] {
  const { program } = parseSync(file, readFileSync(path.join(root, file), 'utf8'));
  const found: Pattern[] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    if (v.is(literal, node)) {
      found.push({ file, source: node.regex.pattern, flags: node.regex.flags });
    }
    for (const inner of Object.values(node)) walk(inner);
  };
  walk(program);
  return found;
}

const patterns = sourceFiles().flatMap(patternsIn);
const slow = patterns.filter(({ source, flags }) => analyse({ source, flags }).reports.length > 0);
const isCutBefore = ({ source }: Pattern) =>
  Object.keys(readsLittle).some((start) => source.startsWith(start));

it('no pattern takes more than proportionally many steps over one character again and again', () => {
  expect(patterns.length).toBeGreaterThan(400);
  expect(slow.filter((pattern) => !isCutBefore(pattern))).toEqual([]);
});

it('nor does one that is made of parts, of what is personal in a reply', () => {
  const made = [
    ...[...addressPatterns, ...secretPatterns].map(([pattern]) => pattern),
    ...[...datePatterns('mar|march'), ...numberedPatterns, ...capitalPatterns],
  ];
  expect(made.filter((each) => analyse(each).reports.length > 0)).toEqual([]);
});

it('every exception is one', () => {
  const needed = Object.keys(readsLittle).filter((start) =>
    slow.some(({ source }) => source.startsWith(start)),
  );
  expect(needed).toEqual(Object.keys(readsLittle));
});

it.each([
  ['a search that begins anew at every blank', '[^\\S\\n]+$', 'gm'],
  ['two quantifiers over the same characters', '^(\\s*)(.*?)(\\s*)$', 's'],
  ['a quantifier within a quantifier', '^(?:a+)+$', ''],
])('the measure knows %s', (_name, source, flags) => {
  expect(analyse({ source, flags }).reports).not.toEqual([]);
});
