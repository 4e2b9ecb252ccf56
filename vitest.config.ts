import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// The pages' tests put stand-ins in the place of modules, so each of their files starts from nothing.
const ofPages = [
  'test/unit/components/**/*.test.{ts,tsx}',
  'test/unit/worker/replies/keyboard-command.test.ts',
];

const common = {
  environment: 'node',
  restoreMocks: true,
  pool: 'threads',
  // Only what hangs: a busy machine is no defect.
  testTimeout: 60_000,
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: { ...common, name: 'pages', include: ofPages, setupFiles: ['test/setup/page.ts'] },
      },
      {
        plugins: [WxtVitest()],
        test: {
          ...common,
          name: 'rest',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          exclude: ofPages,
          // Modules are evaluated anew for each file; only what they are compiled to is kept.
          isolate: false,
        },
      },
    ],
  },
});
