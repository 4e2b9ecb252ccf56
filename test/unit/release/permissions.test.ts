import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { i18n } from '../../../lib/language/i18n';
import { manifestWords } from '../../../lib/language/manifest-words';
import config from '../../../wxt.config';
import { type Permissions, permissionProblems } from '../../release/permissions';

const root = path.resolve(import.meta.dirname, '../../..');
const listing = (language: string) =>
  readFileSync(path.join(root, `docs/store/${language}.md`), 'utf8');

async function manifestOf(browser: 'chrome' | 'firefox') {
  const { manifest } = config;
  const env = { browser, command: 'build', manifestVersion: 3, mode: 'production' } as const;
  return typeof manifest === 'function' ? await manifest(env) : await manifest;
}

/** What it asks for; the test of the built extension holds that the builds ask for exactly that. */
async function asked(): Promise<Permissions[]> {
  const manifests = await Promise.all([manifestOf('chrome'), manifestOf('firefox')]);
  return manifests.map((manifest) => ({
    permissions: manifest?.permissions ?? [],
    optional_permissions: manifest?.optional_permissions ?? [],
    optional_host_permissions: manifest?.optional_host_permissions ?? [],
    host_permissions: manifest?.host_permissions ?? [],
  }));
}

test.each(['en', 'zh-CN'])(
  '%s: the listing justifies each permission, and no other',
  async (language) => {
    expect(permissionProblems(await asked(), listing(language))).toEqual([]);
  },
);

test('a permission without a reason is found, and a reason without a permission', () => {
  const table =
    '## Permissions\n\n| permission | why |\n| --- | --- |\n| `a`, `b` | x |\n| `c` | |\n\n## More\n| `d` | x |\n';
  const problems = permissionProblems(
    [{ permissions: ['a', 'c'] }, { host_permissions: ['d'] }],
    table,
  );
  expect(problems).toEqual([
    'c has no reason in the listing.',
    'd has no reason in the listing.',
    'b is in the listing, but no build asks for it.',
  ]);
});

test.each(['en', 'zh-CN'])('%s: the summary fits into the stores', (language) => {
  const summary = /^## (?:Summary|摘要)\n\n(.+)$/m.exec(listing(language))?.[1] ?? '';
  expect(summary.length).toBeGreaterThan(0);
  expect(summary.length).toBeLessThanOrEqual(132);
});

test('the English summary is the one that the browser shows', () => {
  expect(listing('en')).toContain(`\n${manifestWords(i18n).description}\n`);
});
