import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { linguiMacros } from './lib/language/build/macros.ts';

/** What stands in for the browser or for modules holds for a whole thread: these get one of their own. */
const withStandIns = [
  'test/unit/{components,language,page,setup}/**/*.test.{ts,tsx}',
  'test/unit/storage/{language-choice,passphrase,policy-helpdesks,rate-limits,reply-request,secrets,settings}.test.ts',
  'test/unit/worker/replies/{keyboard-command,page-link,picker,ports}.test.ts',
  'test/unit/worker/connections/permissions.test.ts',
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
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: 'with stand-ins',
          include: withStandIns,
          setupFiles: [
            'test/setup/addresses.ts',
            'test/setup/laws.ts',
            'test/setup/storage.ts',
            'test/setup/language.ts',
            'test/setup/page.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'plain',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: withStandIns,
          setupFiles: [
            'test/setup/addresses.ts',
            'test/setup/laws.ts',
            'test/setup/storage.ts',
            'test/setup/language.ts',
          ],
          // Compiling and importing the same modules for each file took as long as testing them.
          isolate: false,
        },
      },
    ],
  },
});
