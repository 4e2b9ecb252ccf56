import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** What a side panel that holds keys and customers' data has to prove, each by tests that carry its number. */
const practices: readonly string[] = [
  'the manifest asks for exactly what is needed',
  'the bundles evaluate nothing and load nothing from elsewhere',
  'a secret appears nowhere outside the worker',
  'the local storage is closed to content scripts',
  'every message is parsed, of a known type, and from whom it may come',
  'no message says where a request goes, or how',
  'requests go to the configured origin only, without cookies and redirects, bounded in time and size',
  'ids in paths are encoded',
  'answers are read by a schema; a bad item is dropped and counted',
  'remote text stays text, links lead to the web, a mail or a call',
  'failures tell no token, address or text',
  'nothing is ever sent to a customer',
  'nothing reaches another conversation than the one meant',
  'a worker that is stopped leaves nothing half done',
  'a failing platform holds up no other, and its limits are kept to',
  'erasing a person reaches every table, exporting holds every field',
  'what an older version stored is brought along',
  'a permission, key or page that is gone is a visible state',
  'without room reading goes on',
  'the order of messages is total and stable',
  'contacts that exclude each other are never one person',
];

const folder = path.resolve(import.meta.dirname, '../..');
const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(test|spec)\.tsx?$/.test(file) && !file.endsWith('practices.test.ts'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'));

test.each(practices.map((practice, index) => [index + 1, practice] as const))(
  'a test proves practice %i: %s',
  (number) => {
    const named = new RegExp(`(?:test|it|describe)[\\s\\S]{0,60}practice ${number}:`);
    expect(tests.some((text) => named.test(text))).toBe(true);
  },
);
