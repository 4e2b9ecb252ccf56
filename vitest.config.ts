import { setFlagsFromString } from 'node:v8';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { linguiMacros } from './lib/language/build/compile-sentences.ts';
import { ByEnvironment } from './test/setup/by-environment.ts';

// Pages and databases are made and thrown away by the thousand: in the room that Node gives to what is young,
// clearing them away took up to a quarter of the time of a test.
setFlagsFromString('--max-semi-space-size=64');

/** Whole pages go on to listen and to ask when their tests have ended: each of these files gets a thread of its own. */
const wholePages = ['test/unit/page/**/*.test.ts'];

/** What stands in for the browser or for modules would hold for a whole thread: it is made anew for each of these. */
const withStandIns = [
  'test/unit/{components,language,setup}/**/*.test.{ts,tsx}',
  'test/unit/storage/{language-choice,passphrase,policy-helpdesks,rate-limits,reply-request,secrets,settings}.test.ts',
  'test/unit/worker/replies/{keyboard-command,page-link,picker,ports}.test.ts',
  'test/unit/worker/connections/permissions.test.ts',
  'test/unit/worker/start.test.ts',
];

const setupFiles = [
  'test/setup/addresses.ts',
  'test/setup/laws.ts',
  'test/setup/storage.ts',
  'test/setup/language.ts',
];

const common = {
  environment: 'node',
  restoreMocks: true,
  pool: 'threads',
  // Only what hangs: a busy machine is no defect.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 10_000 } },
} as const;

export default defineConfig({
  plugins: [linguiMacros(), WxtVitest()],
  test: {
    // By itself it leaves a core free, which on two cores is half of the time.
    maxWorkers: '100%',
    sequence: { sequencer: ByEnvironment },
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: 'whole pages',
          include: wholePages,
          setupFiles: [...setupFiles, 'test/setup/page.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'with stand-ins',
          include: withStandIns,
          setupFiles: [
            ...setupFiles,
            'test/setup/page.ts',
            'test/setup/drawing.ts',
            'test/setup/anew.ts',
          ],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'plain',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: [...wholePages, ...withStandIns],
          setupFiles,
          // Compiling and importing the same modules for each file took as long as testing them.
          isolate: false,
        },
      },
    ],
  },
});
