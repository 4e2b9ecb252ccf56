import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['test/setup/page.ts'],
    restoreMocks: true,
    // Modules are evaluated anew for each file; only what they are compiled to is kept.
    pool: 'threads',
    isolate: false,
    // Only what hangs: a busy machine is no defect.
    testTimeout: 60_000,
  },
});
