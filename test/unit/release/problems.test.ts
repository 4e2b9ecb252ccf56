import { expect, test } from 'vitest';
import { type ReleaseState, releaseProblems } from '../../release/problems';

const changelog = `# Changelog

## 1.2.0 – 2026-11-29

- New.

## 1.1.9 - 2026-10-01

- Old.
`;

const ready: ReleaseState = {
  version: '1.2.0',
  lockedVersion: '1.2.0',
  changelog,
  tags: [{ name: 'v1.1.9', isHere: false }],
  changedFiles: [],
};

test('a version that is written down, newer than every tag and committed is ready', () => {
  expect(releaseProblems(ready)).toEqual([]);
  const tagged = [
    ...ready.tags,
    { name: 'v1.2.0', isHere: true },
    { name: 'nightly', isHere: false },
  ];
  expect(releaseProblems({ ...ready, tags: tagged })).toEqual([]);
});

const withChangelog = (from: string, to: string) => ({ changelog: changelog.replace(from, to) });

test.each<[string, Partial<ReleaseState>, string]>([
  ['another version in the lock file', { lockedVersion: '1.1.9' }, 'package-lock.json'],
  ['files that are not committed', { changedFiles: ['lib/a.ts'] }, 'lib/a.ts'],
  ['no changelog', { changelog: '' }, 'begins with nothing'],
  [
    'unreleased changes on top',
    withChangelog('## 1.2.0', '## Unreleased\n\n## 1.2.0'),
    'Unreleased',
  ],
  ['an empty section', withChangelog('- New.', ''), 'says nothing'],
  ['no date', withChangelog(' – 2026-11-29', ''), 'no date for 1.2.0'],
  ['a day that does not exist', withChangelog('2026-11-29', '2026-02-30'), 'no date for 1.2.0'],
  ['versions out of order', withChangelog('## 1.1.9', '## 1.10.0'), '1.10.0 below'],
  ['a newer tag', { tags: [{ name: 'v1.10.0', isHere: false }] }, 'newer than 1.2.0'],
  ['its tag elsewhere', { tags: [{ name: 'v1.2.0', isHere: false }] }, 'another commit'],
  ['an older tag here', { tags: [{ name: 'v1.1.9', isHere: true }] }, 'Nothing changed'],
])('not with %s', (_name, change, words) => {
  const problems = releaseProblems({ ...ready, ...change });
  expect(problems.join('\n')).toContain(words);
});

test('not with a version that no store accepts', () => {
  const beta = { version: '1.2.0-beta', lockedVersion: '1.2.0-beta' };
  const text = changelog.replace('## 1.2.0', '## 1.2.0-beta');
  expect(releaseProblems({ ...ready, ...beta, changelog: text })[0]).toContain('do not accept');
});
