import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Runs all files that want a page, and then all others: each change between the two ends the thread that files of a
 * project share, and with it everything that it has loaded.
 */
export class ByEnvironment extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const withPage = new Set(sorted.filter(({ moduleId }) => wantsPage(moduleId)));
    return [...withPage, ...sorted.filter((file) => !withPage.has(file))];
  }
}

function wantsPage(file: string): boolean {
  return readFileSync(file, 'utf8').startsWith('// @vitest-environment');
}
