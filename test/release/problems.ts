import { changelogSections } from './changelog';
import { byVersion, isStoreVersion } from './version';

export interface ReleaseState {
  /** Of `package.json`. */
  version: string;
  /** Of `package-lock.json`. */
  lockedVersion: string | undefined;
  changelog: string;
  /** All tags, and whether each is on the commit that is released. */
  tags: readonly { name: string; isHere: boolean }[];
  /** Files that differ from the commit, as git lists them. */
  changedFiles: readonly string[];
}

/** Why this must not be released, in sentences that say what to do; empty if nothing is wrong. */
export function releaseProblems(state: ReleaseState): string[] {
  const { version } = state;
  const problems = [...changelogProblems(state), ...tagProblems(state)];
  if (!isStoreVersion(version)) {
    problems.unshift(`The stores do not accept ${version} as a version: use numbers and dots.`);
  }
  if (state.lockedVersion !== version) {
    problems.push('package-lock.json has another version. Run `npm install --package-lock-only`.');
  }
  if (state.changedFiles.length > 0) {
    problems.push(`These files are not committed: ${state.changedFiles.join(', ')}.`);
  }
  return problems;
}

function changelogProblems({ version, changelog }: ReleaseState): string[] {
  const sections = changelogSections(changelog);
  const [newest] = sections;
  if (newest?.version !== version) {
    return [
      `CHANGELOG.md begins with ${newest?.version ?? 'nothing'}. Write what ${version} brings.`,
    ];
  }
  const problems: string[] = [];
  if (newest.text === '') problems.push(`CHANGELOG.md says nothing about ${version}.`);
  for (const { version: each, date } of sections) {
    if (!isDay(date)) problems.push(`CHANGELOG.md has no date for ${each}.`);
  }
  const versions = sections.map((section) => section.version);
  const unordered = versions.find(
    (each, index) => index > 0 && byVersion(versions[index - 1] ?? '', each) <= 0,
  );
  if (unordered !== undefined) {
    problems.push(`CHANGELOG.md has ${unordered} below a version that is not newer.`);
  }
  return problems;
}

function isDay(date: string | undefined): boolean {
  if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) return false;
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** A version is released from one commit only, and none after a newer one. */
function tagProblems({ version, tags }: ReleaseState): string[] {
  return tags.flatMap(({ name, isHere }) => {
    const tagged = name.replace(/^v/, '');
    if (name === tagged || !isStoreVersion(tagged)) return [];
    const order = byVersion(tagged, version);
    if (order > 0) return [`${name} is released already, and is newer than ${version}.`];
    if (order === 0 && !isHere) return [`${name} is the tag of another commit. Raise the version.`];
    if (order < 0 && isHere) return [`${name} is this very commit. Nothing changed since.`];
    return [];
  });
}
